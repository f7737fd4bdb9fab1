/** What is marked in a report's text: events, and the words of their fields, figures and claims. */

import type { Claim, Event, Figure } from '$/records';
import { type Evidence, evidenceOf, type Field, fieldEvidence, partKey } from './keys';

export const LAYERS = ['events', 'figures', 'claims', 'places', 'dates', 'parties'] as const;
export type Layer = (typeof LAYERS)[number];

/** A stretch of the text that stands for something, in code points. */
export interface Mark extends Evidence {
  readonly layer: Layer | 'chosen' | 'shared';
  /** The event it belongs to, where it belongs to one. */
  readonly event: string | null;
}
export interface Told {
  readonly events: readonly Event[];
  readonly figures: readonly Figure[];
  readonly claims: readonly Claim[];
}

const FIELD_LAYERS: readonly (readonly [Field, Layer])[] = [
  ['kind', 'events'],
  ['place', 'places'],
  ['date', 'dates'],
  ['actors', 'parties'],
  ['targets', 'parties'],
  ['weapon', 'parties'],
];

/** Mark all that a report tells. */
export function marksOf(report: string, told: Told): Mark[] {
  return [
    ...told.events.flatMap((event) => eventMarks(report, event)),
    ...told.figures.map((figure) => partMark(report, figure, 'figures', figure.event)),
    ...told.claims.map((claim) => partMark(report, claim, 'claims', claim.events[0] ?? null)),
  ];
}

function eventMarks(report: string, event: Event): Mark[] {
  const key = partKey(report, event.id);
  const whole = event.evidence.map((quote) => evidenceOf(report, key, quote));
  return [
    ...whole.map((evidence): Mark => ({ ...evidence, layer: 'events', event: event.id })),
    ...FIELD_LAYERS.flatMap(([field, layer]) =>
      fieldEvidence(report, event, field).map(
        (evidence): Mark => ({ ...evidence, layer, event: event.id }),
      ),
    ),
  ];
}

function partMark(report: string, part: Figure | Claim, layer: Layer, event: string | null): Mark {
  return { ...evidenceOf(report, partKey(report, part.id), part), layer, event };
}

/** Keep what a reader wants to see: the layers switched on, and of some events only where asked. */
export function visible(
  marks: readonly Mark[],
  layers: ReadonlySet<string>,
  events?: ReadonlySet<string>,
): Mark[] {
  return marks.filter(
    (mark) =>
      layers.has(mark.layer) && (!events || (mark.event !== null && events.has(mark.event))),
  );
}
