/** The passages two reports share, as marks on either side. */

import type { Comparison } from '$/records';
import type { Mark } from '../shared/marks';
import type { Range } from '../shared/offsets';

export type SideName = 'left' | 'right';
export const SIDES: readonly SideName[] = ['left', 'right'];

/** Name a passage: its mark on the left lights that on the right. */
export const passageKey = (index: number): string => `shared-${index}`;

/** Mark what a side shares with the other. */
export function marksFor(side: SideName, compared: Comparison): Mark[] {
  return compared.shared.map((passage, index) => ({
    layer: 'shared',
    event: null,
    report: compared[side].id,
    key: passageKey(index),
    start: passage[side][0],
    end: passage[side][1],
  }));
}

/** Give a passage on one side, as words to bring into sight. */
export function passageOn(side: SideName, compared: Comparison, index: number): Range | null {
  const passage = compared.shared[index]?.[side];
  return passage ? { start: passage[0], end: passage[1] } : null;
}

/** Go on from one passage to the next, round the end to the first; -1 is none yet. */
export function nextPassage(count: number, now: number, by: 1 | -1): number {
  if (count === 0) return -1;
  if (now < 0) return by > 0 ? 0 : count - 1;
  return (now + by + count) % count;
}
