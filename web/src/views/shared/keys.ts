/** Names by which a value on the page and its words in a report know each other. */

import type { Event, Quote } from '$/records';

/** The fields of an event that rest on words, in the order in which they are shown. */
export const FIELDS = [
  'kind',
  'factuality',
  'actors',
  'targets',
  'weapon',
  'place',
  'date',
] as const;
export type Field = (typeof FIELDS)[number];

/** The words that one value rests on, in code points of the report's text. */
export interface Evidence {
  readonly report: string;
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

export const fieldKey = (report: string, event: string, field: string): string =>
  `${report}/${event}:${field}`;

/** Name an event, a figure or a claim across reports. */
export const partKey = (report: string, id: string): string => `${report}/${id}`;

/** Split `report/e1` into its report and its event; a report's own name may hold slashes. */
export function split(ref: string): { report: string; id: string } {
  const at = ref.lastIndexOf('/');
  return { report: ref.slice(0, at), id: ref.slice(at + 1) };
}

/** Give the words a field of an event rests on. */
export function quotesOf(event: Event, field: string): Quote[] {
  return event.basis.filter((basis) => basis.field === field).flatMap((basis) => basis.quotes);
}

export function fieldEvidence(report: string, event: Event, field: string): Evidence[] {
  return quotesOf(event, field).map((quote) =>
    evidenceOf(report, fieldKey(report, event.id, field), quote),
  );
}

export function evidenceOf(
  report: string,
  key: string,
  quote: Pick<Quote, 'start' | 'end'>,
): Evidence {
  return { report, key, start: quote.start, end: quote.end };
}
