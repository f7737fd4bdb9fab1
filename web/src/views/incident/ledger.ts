/** The figures ledger: its rows with sub-counts under their wholes, and the best value over time. */

import type { LedgerFigure as Toll, LedgerValue as Value } from '$/records';

/** People before things, the dead before all. */
const ORDER = [
  'killed',
  'injured',
  'casualties',
  'missing',
  'detained',
  'abducted',
  'released',
  'displaced',
  'evacuated',
  'rescued',
  'trapped',
  'troops',
  'weapons-used',
  'weapons-destroyed',
  'structures-damaged',
  'structures-destroyed',
  'people-affected',
  'aid-value',
];

export function ordered(tolls: readonly Toll[]): Toll[] {
  const rank = (toll: Toll) =>
    (ORDER.indexOf(toll.measure) + ORDER.length + 1) % (ORDER.length + 1);
  return [...tolls].sort((a, b) => rank(a) - rank(b) || a.measure.localeCompare(b.measure));
}

export interface Row {
  readonly value: Value;
  /** How far it is set in: 0 for a whole, 1 for a count inside it. */
  readonly depth: number;
}

/** Put every count inside a whole under that whole. */
export function rows(values: readonly Value[]): Row[] {
  const names = new Set(values.map((value) => value.figure));
  const tops = values.filter((value) => value.of === null || !names.has(value.of));
  return tops.flatMap((value) => under(value, values, 0));
}

function under(value: Value, values: readonly Value[], depth: number): Row[] {
  const inside = depth < 4 ? values.filter((other) => other.of === value.figure) : [];
  return [{ value, depth }, ...inside.flatMap((other) => under(other, values, depth + 1))];
}

export interface Step {
  readonly day: string;
  readonly best: number;
}

/** Follow the best-supported value from day to day; it ends at what the record holds best now. */
export function steps(toll: Toll): Step[] {
  const wholes = toll.values.filter((value) => value.of === null && value.published !== null);
  const days = [...new Set(wholes.map((value) => value.published as string))].sort();
  const known = days.flatMap((day) => step(wholes, day));
  const last = known.at(-1);
  if (last && toll.best !== null) known[known.length - 1] = { day: last.day, best: toll.best };
  return known;
}

function step(wholes: readonly Value[], day: string): Step[] {
  const best = bestBy(wholes.filter((value) => (value.published ?? '') <= day));
  return best === null ? [] : [{ day, best }];
}

/** Find the number most origins stood by, each by its latest word; of several, the most recent. */
function bestBy(values: readonly Value[]): number | null {
  const latest = new Map<string, string>();
  for (const { origin, published } of values) {
    if ((published ?? '') >= (latest.get(origin) ?? '')) latest.set(origin, published ?? '');
  }
  const votes = new Map<number, { origins: Set<string>; recent: string }>();
  for (const value of values.filter((v) => v.published === latest.get(v.origin))) {
    const number = point(value);
    if (number === null) continue;
    const vote = votes.get(number) ?? { origins: new Set<string>(), recent: '' };
    vote.origins.add(value.origin);
    if ((value.published ?? '') > vote.recent) vote.recent = value.published ?? '';
    votes.set(number, vote);
  }
  return winner(votes);
}

function winner(
  votes: ReadonlyMap<number, { origins: Set<string>; recent: string }>,
): number | null {
  const sorted = [...votes].sort(
    ([a, x], [b, y]) =>
      y.origins.size - x.origins.size || y.recent.localeCompare(x.recent) || a - b,
  );
  const first = sorted[0];
  if (!first) return null;
  const leading = sorted.filter(
    ([, vote]) => vote.origins.size === first[1].origins.size && vote.recent === first[1].recent,
  );
  return leading[Math.floor(leading.length / 2)]?.[0] ?? null;
}

function point(value: Value): number | null {
  if (value.qualifier === 'range' || value.qualifier === 'at-most') return null;
  return value.low ?? value.high;
}

/** Give each origin a letter, in the order in which the origins are listed. */
export function letters(origins: readonly string[]): Map<string, string> {
  const named = new Map<string, string>();
  for (const origin of origins) if (!named.has(origin)) named.set(origin, letter(named.size));
  return named;
}

function letter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letter(Math.floor(index / 26) - 1) + last;
}
