/** The API counts code points; JavaScript's strings count UTF-16 units. These go from one to the other. */

/** Cut a text by code points. */
export function slice(text: string, start: number, end: number): string {
  return text.slice(toUnits(text, start), toUnits(text, end));
}

/** Turn an offset in code points into one in UTF-16 units. */
export function toUnits(text: string, points: number): number {
  let units = 0;
  for (let seen = 0; seen < points && units < text.length; seen += 1) units += width(text, units);
  return units;
}

/** Turn an offset in UTF-16 units into one in code points. */
export function toPoints(text: string, units: number): number {
  let points = 0;
  for (let at = 0; at < units && at < text.length; at += width(text, at)) points += 1;
  return points;
}

function width(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
