import type { Warnings } from '$/records';

/** When some region was under an official warning, or when a feed of them was silent. */
export interface Stretch {
  state: 'warned' | 'unknown';
  start: Date;
  end: Date;
}

/** Merge all warnings, and all silences, into stretches within some days; what is open lasts until now. */
export function stretchesOf(answer: Warnings, from: Date, to: Date, now: Date): Stretch[] {
  const warned = answer.warnings.filter((one) => one.state === 'warned');
  return [
    ...merged(answer.silences, 'unknown', from, to, now),
    ...merged(warned, 'warned', from, to, now),
  ];
}

function merged(
  told: { start: string; end: string | null }[],
  state: Stretch['state'],
  from: Date,
  to: Date,
  now: Date,
): Stretch[] {
  const spans = told
    .map((one) => ({
      start: new Date(Math.max(new Date(one.start).getTime(), from.getTime())),
      end: new Date(Math.min((one.end ? new Date(one.end) : now).getTime(), to.getTime())),
    }))
    .filter(({ start, end }) => end > start)
    .sort((left, right) => left.start.getTime() - right.start.getTime());
  const whole: Stretch[] = [];
  for (const { start, end } of spans) {
    const last = whole.at(-1);
    if (!last || start > last.end) whole.push({ state, start, end });
    else if (end > last.end) last.end = end;
  }
  return whole;
}
