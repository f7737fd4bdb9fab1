import type { ScaleTime } from 'd3-scale';
import { t, tOr } from '$/i18n/t';
import type { Region, Warning } from '$/records';
import { momentUtc } from '$/state/locale';

/** A stretch of time at one region or feed: warned, or unknown because nothing was heard. */
export interface Stretch {
  key: string;
  state: 'warned' | 'unknown';
  start: Date;
  /** Null while it goes on. */
  end: Date | null;
  words: string;
}
export interface Bar {
  key: string;
  state: Stretch['state'];
  x: number;
  width: number;
  words: string;
  open: boolean;
}
type Scale = ScaleTime<number, number>;

/** A bar thinner than this cannot be seen or pointed at. */
const THINNEST = 2;
const MINUTE = 60_000;

/** Place the stretches that touch the shown span; unknown ones first, so that warned ones lie above. */
export function bars(stretches: Stretch[], scale: Scale, now: Date): Bar[] {
  const [from, to] = scale.domain() as [Date, Date];
  return stretches
    .filter((one) => one.start <= to && (one.end ?? now) >= from)
    .sort((left, right) => left.state.localeCompare(right.state))
    .map((one) => place(one, scale, now));
}

function place(one: Stretch, scale: Scale, now: Date): Bar {
  const [left, right] = scale.range() as [number, number];
  const x = Math.min(right - THINNEST, Math.max(left, scale(one.start)));
  const width = Math.max(THINNEST, Math.min(right, scale(one.end ?? now)) - x);
  const { key, state, words } = one;
  return { key, state, x, width, words, open: one.end === null };
}

export function stretchOf(warning: Warning): Stretch {
  const { id: key, state } = warning;
  const end = warning.end ? new Date(warning.end) : null;
  return { key, state, start: new Date(warning.start), end, words: warningWords(warning) };
}

export function warningWords(warning: Warning): string {
  const what =
    warning.state === 'unknown'
      ? t('warnings.is.unknown')
      : typeWords(warning.type, warning.headline);
  return `${what}: ${spanWords(warning.start, warning.end)}`;
}

export const typeWords = (type: string, headline: string | null = null): string =>
  tOr(`warnings.type.${type.toLowerCase().replaceAll(/[ _]/g, '-')}`, headline ?? type);

/** Say from when until when, and how long that was; a silence may have no beginning. */
export function spanWords(start: string | null, end: string | null): string {
  if (!start) return end ? t('warnings.untilUtc', { end: momentUtc(end) }) : t('warnings.always');
  if (!end) return t('warnings.sinceUtc', { start: momentUtc(start) });
  const [from, to] = [new Date(start), new Date(end)];
  const length = lengthWords(to.getTime() - from.getTime());
  return t('warnings.spanUtc', { span: range.formatRange(from, to), length });
}

export function lengthWords(milliseconds: number): string {
  const minutes = Math.max(0, Math.round(milliseconds / MINUTE));
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return t('warnings.minutes', { n: rest });
  return rest === 0
    ? t('warnings.hours', { n: hours })
    : t('warnings.hoursMinutes', { hours, minutes: rest });
}

const ORDER: Region['state'][] = ['active', 'partial', 'unknown', 'clear'];

/** Regions with what matters now first; clear ones last. */
export function inOrder(regions: Region[]): Region[] {
  return [...regions].sort(
    (left, right) =>
      ORDER.indexOf(left.state) - ORDER.indexOf(right.state) || left.name.localeCompare(right.name),
  );
}

const range = new Intl.DateTimeFormat(navigator.languages?.[0] ?? 'en', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
});
const hour = new Intl.DateTimeFormat(navigator.languages?.[0] ?? 'en', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});
const dayMonth = new Intl.DateTimeFormat(navigator.languages?.[0] ?? 'en', {
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

/** Pixels that one label of the axis needs. */
export const LABEL = 72;

/** Say how many labels find room on an axis. */
export const tickCount = (width: number): number =>
  Math.max(2, Math.min(6, Math.floor(width / LABEL)));

/** Write a tick of the axis: the day at midnight, the hour in between. */
export function tickWords(tick: Date): string {
  const midnight = tick.getUTCHours() === 0 && tick.getUTCMinutes() === 0;
  return (midnight ? dayMonth : hour).format(tick);
}
