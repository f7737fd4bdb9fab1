/** The figures ledger: its rows with sub-counts under their wholes, its sums in words. */

import { t } from '$/i18n/t';
import type { Bounds, LedgerValue, Lineage, SumCheck, Toll } from '$/records';
import { number } from '$/state/locale';
import { measureWords, rangeWords } from '$/ui/figures';
import { type Evidence, evidenceOf } from '../shared/keys';
import { capital, populationWords } from '../shared/wording';

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
  'people-affected',
];
const DEEPEST = 4;

export function ordered<T extends Toll>(tolls: readonly T[]): T[] {
  const rank = ({ measure }: Toll) => {
    const at = ORDER.indexOf(measure);
    return at < 0 ? ORDER.length : at;
  };
  return [...tolls].sort((a, b) => rank(a) - rank(b) || a.measure.localeCompare(b.measure));
}

export interface Row {
  readonly value: LedgerValue;
  /** How far it is set in: 0 for a whole, 1 for a count inside it. */
  readonly depth: number;
}

/** Put every count inside a whole directly under that whole. */
export function rows(values: readonly LedgerValue[]): Row[] {
  const names = new Set(values.map((value) => value.figure));
  const tops = values.filter(({ of, figure }) => of === null || of === figure || !names.has(of));
  return tops.flatMap((value) => under(value, values, 0));
}

function under(value: LedgerValue, values: readonly LedgerValue[], depth: number): Row[] {
  const parts = values.filter((one) => one.of === value.figure && one.figure !== value.figure);
  const inside = depth < DEEPEST ? parts : [];
  return [{ value, depth }, ...inside.flatMap((part) => under(part, values, depth + 1))];
}

/** Number the origins in the order in which the reports are grouped. */
export const originNumbers = (lineages: readonly Lineage[]): Map<string, number> =>
  new Map(lineages.map(({ origin }, index) => [origin, index + 1]));

/** Say whose a value is: of a numbered origin, or of somebody who is only quoted. */
export function originWords(origin: string, numbers: ReadonlyMap<string, number>): string {
  const n = numbers.get(origin);
  return n === undefined
    ? t('incident.originQuoted', { name: origin })
    : t('incident.originOf', { n, name: origin });
}

/** Say a value as a person would: at least 8 civilians. */
export function valueWords({ hedged, population, high }: LedgerValue): string {
  const people = populationWords(population);
  if (!people) return hedged;
  return high === 1 ? `${hedged} (${people})` : `${hedged} ${people}`;
}

/** Say what the origins stand by, and the bounds where they differ. */
export function knownWords(toll: Bounds): string {
  const range = rangeWords(toll);
  if (toll.best === null) return t('incident.noBest', { range });
  const best = number(toll.best);
  return toll.low === toll.high
    ? t('incident.best', { best })
    : t('incident.bestOf', { best, range });
}

export const valueEvidence = (value: LedgerValue): Evidence =>
  evidenceOf(value.report, value.figure, value);

export interface Sum {
  readonly words: string;
  readonly evidence: readonly Evidence[];
  /** The parts are more than the whole. */
  readonly amiss: boolean;
}

/** Say whether a whole is the sum of its parts: "parts 7 + 6 do not reach the 15 of the whole". */
export function sumOf(check: SumCheck, values: readonly LedgerValue[]): Sum {
  const named = [check.whole, ...check.parts];
  return {
    words: sumWords(check),
    evidence: values.filter(({ figure }) => named.includes(figure)).map(valueEvidence),
    amiss: check.outcome === 'does not add up',
  };
}

// The server writes the sum as "15 ≠ 7 + 6", with "?" for what has no number.
const SUM = /^(.+) [=≠] (.+)$/;
const numbered = (words: string): number => Number(words.replaceAll(',', ''));

function sumWords({ measure, words, outcome }: SumCheck): string {
  const [, whole, parts] = SUM.exec(words) ?? [];
  const counted = capital(measureWords(measure));
  if (whole === undefined || parts === undefined)
    return t('incident.sum.plain', { measure: counted, words });
  const params = { measure: counted, whole, parts };
  if (outcome === 'consistent') return t('incident.sum.holds', params);
  if (outcome === 'does not add up') return t('incident.sum.over', params);
  const added = parts.split(' + ').reduce((sum, part) => sum + numbered(part), 0);
  return t(added < numbered(whole) ? 'incident.sum.short' : 'incident.sum.differs', params);
}
