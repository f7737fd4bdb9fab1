/** What an incident may be merged with, and what its reports say otherwise. */

import type { Codes, Lookalike, Telling } from '$/records';
import type { Field } from '../shared/keys';
import { fieldWords } from '../shared/wording';

/** Take of each incident that looks like it the pair that does most; the most alike first. */
export function candidatesOf(lookalikes: readonly Lookalike[]): Lookalike[] {
  const best = new Map<string, Lookalike>();
  for (const one of lookalikes) {
    const known = best.get(one.incident);
    if (one.incident && (!known || known.points < one.points)) best.set(one.incident, one);
  }
  return [...best.values()].sort((a, b) => b.points - a.points);
}

export interface Otherwise {
  readonly words: string;
  readonly reports: readonly string[];
}

/** Gather what the other reports say of a field, where they do not say the same. */
export function otherwise(
  tellings: readonly Telling[],
  shown: Telling,
  field: Field,
  codes: Codes | null,
): Otherwise[] {
  const own = fieldWords(shown.event, field, codes);
  const found = new Map<string, string[]>();
  for (const { event, report } of tellings) {
    const words = fieldWords(event, field, codes);
    if (words !== own) found.set(words, [...(found.get(words) ?? []), report]);
  }
  return [...found].map(([words, reports]) => ({ words, reports }));
}
