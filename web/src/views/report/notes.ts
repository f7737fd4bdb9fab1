/** The notes in a report's margin: each event with its figures, figures of no event, claims. */

import type { Claim, Event, Figure } from '$/records';
import { quotesOf } from '../shared/keys';
import type { Layer, Told } from '../shared/marks';

interface Beside {
  readonly id: string;
  /** Where its words begin, in code points. */
  readonly at: number;
}
export type Note = Beside &
  (
    | { readonly kind: 'event'; readonly event: Event; readonly figures: readonly Figure[] }
    | { readonly kind: 'figure'; readonly figure: Figure }
    | { readonly kind: 'claim'; readonly claim: Claim }
  );

/** Write the notes of the layers that are shown, in the order of the text. */
export function notesOf(told: Told, layers: ReadonlySet<Layer>): Note[] {
  const events = layers.has('events') ? told.events : [];
  const figures = layers.has('figures') ? told.figures : [];
  const claims = layers.has('claims') ? told.claims : [];
  const owned = (figure: Figure) => events.some((event) => event.id === figure.event);
  const notes: Note[] = [
    ...events.map((event): Note => {
      const own = figures.filter((figure) => figure.event === event.id);
      return { kind: 'event', id: event.id, at: beginOf(event), event, figures: own };
    }),
    ...figures
      .filter((figure) => !owned(figure))
      .map((figure): Note => ({ kind: 'figure', id: figure.id, at: figure.start, figure })),
    ...claims.map((claim): Note => ({ kind: 'claim', id: claim.id, at: claim.start, claim })),
  ];
  return notes.sort((a, b) => a.at - b.at);
}

/** Find where an event's words begin. */
export function beginOf(event: Event): number {
  return (event.evidence[0] ?? quotesOf(event, 'kind')[0])?.start ?? 0;
}

/** Put the events in the order in which the text tells them. */
export const inOrder = (events: readonly Event[]): Event[] =>
  [...events].sort((a, b) => beginOf(a) - beginOf(b));

/** Step from one event to the next; from none to the first, or back to the last. */
export function stepped(
  events: readonly Event[],
  now: string | null,
  by: 1 | -1,
): Event | undefined {
  const at = events.findIndex((event) => event.id === now);
  if (at < 0) return by > 0 ? events[0] : events.at(-1);
  return events[Math.min(Math.max(at + by, 0), events.length - 1)];
}
