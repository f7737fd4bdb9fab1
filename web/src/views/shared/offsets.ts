/** Code points, in which the record counts, and UTF-16 units, in which the browser counts. */

export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface Offsets {
  /** The text's length in code points. */
  readonly points: number;
  unit(point: number): number;
  point(unit: number): number;
}

/** Prepare the conversion for one text; a text without surrogates needs none. */
export function offsetsOf(text: string): Offsets {
  return /[\ud800-\udbff]/.test(text) ? converted(text) : same(text.length);
}

export function toUnits(offsets: Offsets, range: Range): Range {
  return { start: offsets.unit(range.start), end: offsets.unit(range.end) };
}

export function toPoints(offsets: Offsets, range: Range): Range {
  return { start: offsets.point(range.start), end: offsets.point(range.end) };
}

/** Read `12-40` as it stands in an address; null where it is no range. */
export function rangeFrom(words: string | null | undefined): Range | null {
  const found = /^(\d{1,9})-(\d{1,9})$/.exec(words ?? '');
  if (!found) return null;
  const range = { start: Number(found[1]), end: Number(found[2]) };
  return range.start < range.end ? range : null;
}

function same(length: number): Offsets {
  const clamp = (at: number) => Math.max(0, Math.min(at, length));
  return { points: length, unit: clamp, point: clamp };
}

function converted(text: string): Offsets {
  const starts: number[] = [];
  for (let at = 0; at < text.length; at += width(text, at)) starts.push(at);
  starts.push(text.length);
  const last = starts.length - 1;
  return {
    points: last,
    unit: (point) => starts[Math.max(0, Math.min(point, last))] ?? text.length,
    point: (unit) => lastAtMost(starts, unit),
  };
}

function width(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** Find the last start that is not after `unit`: the middle of a pair belongs to its point. */
function lastAtMost(starts: readonly number[], unit: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? Infinity) <= unit) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Read a range as an address has it: `12-30`; anything else is none. */
export function rangeOf(words: string | null): Range | null {
  const [start, end] = (words ?? '').split('-').map(Number);
  return start !== undefined && end !== undefined && end > start ? { start, end } : null;
}
