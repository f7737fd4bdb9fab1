import type { Judgement } from '$/records';

/** Find the judgement that took another back; taken back itself, it brings the other again. */
export function undoneBy(one: Judgement, judgements: readonly Judgement[]): Judgement | null {
  if (one.standing) return null;
  const undo = holding(judgements).find(({ value }) => Number(value) === one.number);
  return undo ?? null;
}

/** Tell whether a judgement holds; the server counts no undo among those that stand. */
export function holds(one: Judgement, judgements: readonly Judgement[]): boolean {
  return one.verdict === 'undo' ? holding(judgements).includes(one) : one.standing;
}

/** The undos that hold: from the last to the first, each takes one back, be it an undo. */
function holding(judgements: readonly Judgement[]): Judgement[] {
  const taken = new Set<number>();
  const undos = judgements.filter(({ verdict }) => verdict === 'undo');
  return undos
    .sort((left, right) => right.number - left.number)
    .filter(({ number, value }) => {
      if (taken.has(number)) return false;
      taken.add(Number(value));
      return true;
    });
}
