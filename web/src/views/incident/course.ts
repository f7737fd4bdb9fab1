/** One measure over time: where each value and the best-supported number stand in a small chart. */

import { scaleLinear, scaleUtc } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import type { LedgerFigure, LedgerValue } from '$/records';
import { dayOf } from '$/state/locale';

const DAY = 86_400_000;
const APART = 17; // pixels between values of one day
const OPEN = 16; // pixels that an open end reaches

export interface Size {
  readonly width: number;
  readonly height: number;
}
/** A value in the chart: its mark, and how far its range reaches up and down. */
export interface Spot {
  readonly value: LedgerValue;
  readonly x: number;
  readonly y: number;
  readonly top: number;
  readonly bottom: number;
  /** "At least" leaves the upper end open. */
  readonly open: boolean;
}
export interface Course {
  readonly spots: readonly Spot[];
  /** The path of the best-supported value; empty where none is known. */
  readonly line: string;
  readonly days: readonly { x: number; day: string }[];
  readonly ticks: readonly { y: number; value: number }[];
}
export interface Step {
  readonly day: string;
  readonly best: number;
}
type Dated = LedgerValue & { published: string };

export const dated = (values: readonly LedgerValue[]): Dated[] =>
  values.filter((value): value is Dated => value.published !== null && mid(value) !== null);

/** Lay the chart of a measure out. */
export function courseOf(toll: LedgerFigure, size: Size): Course {
  const values = dated(toll.values);
  const days = [...new Set(values.map((value) => value.published.slice(0, 10)))].sort();
  const x = acrossOf(days, size.width);
  const y = upOf(values, toll, size.height);
  const path = line<Step>()
    .curve(curveStepAfter)
    .x(({ day }) => x(dayOf(day)))
    .y(({ best }) => y(best));
  const steps = stepsOf(toll);
  const last = steps.at(-1);
  const drawn = path(steps) ?? '';
  return {
    spots: values.map((value, index) => spotOf(value, besides(values, index), x, y)),
    line: last ? `${drawn}H${size.width}` : '',
    days: spread(days.map((day) => ({ x: x(dayOf(day)), day }))),
    ticks: y
      .ticks(3)
      .filter(Number.isInteger)
      .map((value) => ({ y: y(value), value })),
  };
}

function acrossOf(days: readonly string[], width: number) {
  const first = dayOf(days[0] ?? '1970-01-01').getTime();
  const last = dayOf(days.at(-1) ?? '1970-01-01').getTime();
  const margin = Math.max(DAY / 2, (last - first) * 0.12);
  return scaleUtc([new Date(first - margin), new Date(last + margin)], [0, width]);
}

function upOf(values: readonly LedgerValue[], toll: LedgerFigure, height: number) {
  const known = [...values, toll].flatMap(({ low, high }) => [low ?? 0, high ?? 0]);
  return scaleLinear([0, Math.max(2, ...known)], [height, OPEN]).nice(3);
}

type Scale = (value: number) => number;

function spotOf(value: Dated, aside: number, x: (day: Date) => number, y: Scale): Spot {
  const middle = y(mid(value) ?? 0);
  return {
    value,
    x: x(dayOf(value.published)) + aside,
    y: middle,
    top: value.high === null ? middle - OPEN : y(value.high),
    bottom: y(value.low ?? 0),
    open: value.high === null,
  };
}

/** The number at which a value is drawn: what it says, or the middle of its range. */
function mid({ low, high }: LedgerValue): number | null {
  return low === null || high === null ? (low ?? high) : (low + high) / 2;
}

/** Move values of one day apart, so that none hides another. */
function besides(values: readonly Dated[], index: number): number {
  const day = values[index]?.published.slice(0, 10);
  const same = values.flatMap(({ published }, at) => (published.slice(0, 10) === day ? [at] : []));
  return (same.indexOf(index) - (same.length - 1) / 2) * APART;
}

/** Leave out the days whose words would run into those before. */
function spread(days: readonly { x: number; day: string }[]): { x: number; day: string }[] {
  const kept: { x: number; day: string }[] = [];
  for (const one of days) if (one.x - (kept.at(-1)?.x ?? -Infinity) >= 56) kept.push(one);
  return kept;
}

/** Follow the best-supported value from day to day; it ends at what the record holds best now. */
export function stepsOf(toll: LedgerFigure): Step[] {
  const wholes = greatest(dated(toll.values).filter((value) => value.of === null));
  const days = [...new Set(wholes.map((value) => value.published))].sort();
  const known = days.flatMap((day): Step[] => {
    const best = bestOf(wholes.filter(({ published }) => published <= day));
    return best === null ? [] : [{ day, best }];
  });
  const last = known.at(-1);
  if (last && toll.best !== null) known[known.length - 1] = { day: last.day, best: toll.best };
  return known;
}

/** Of what one giver says in one report the greatest counts: the others count parts of it. */
function greatest(values: readonly Dated[]): Dated[] {
  const said = ({ report, by, origin, standing }: Dated) =>
    JSON.stringify([report, by, origin, standing]);
  const most = new Map<string, number>();
  for (const value of values)
    most.set(said(value), Math.max(most.get(said(value)) ?? 0, sizeOf(value)));
  return values.filter((value) => sizeOf(value) >= (most.get(said(value)) ?? 0));
}

const sizeOf = ({ low, high }: LedgerValue): number => low || high || 0;

/** Find the number most origins stood by, each by its latest word; of several, the most recent. */
function bestOf(values: readonly Dated[]): number | null {
  const latest = new Map<string, string>();
  for (const { origin, published } of values)
    if (published > (latest.get(origin) ?? '')) latest.set(origin, published);
  const votes = new Map<number, { origins: Set<string>; recent: string }>();
  for (const value of values.filter((one) => one.published === latest.get(one.origin))) {
    const number = votedFor(value);
    if (number === null) continue;
    const vote = votes.get(number) ?? { origins: new Set<string>(), recent: '' };
    vote.origins.add(value.origin);
    if (value.published > vote.recent) vote.recent = value.published;
    votes.set(number, vote);
  }
  return middleOfLeading(votes);
}

function middleOfLeading(
  votes: ReadonlyMap<number, { origins: Set<string>; recent: string }>,
): number | null {
  const rank = ({ origins, recent }: { origins: Set<string>; recent: string }) =>
    `${String(origins.size).padStart(6, '0')} ${recent}`;
  const most = [...votes.values()].map(rank).sort().at(-1);
  const leading = [...votes].filter(([, vote]) => rank(vote) === most).map(([number]) => number);
  leading.sort((a, b) => a - b);
  return leading[Math.floor(leading.length / 2)] ?? null;
}

/** A range and a bound from above vote for no number. */
function votedFor({ qualifier, low, high }: LedgerValue): number | null {
  return qualifier === 'range' || qualifier === 'at-most' ? null : (low ?? high);
}
