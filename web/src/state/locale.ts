/** Numbers and days as the reader's locale writes them. Days are the event's own: no zone moves them. */

const locale = globalThis.navigator?.languages?.[0] ?? 'en';
const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
const shares = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', timeZone: 'UTC' };
const withYear = new Intl.DateTimeFormat(locale, { ...DAY, year: 'numeric' });
const withoutYear = new Intl.DateTimeFormat(locale, DAY);
const monthYear = new Intl.DateTimeFormat(locale, {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const shortMonth = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
const onlyYear = new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone: 'UTC' });
const CLOCK: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' };
const here = new Intl.DateTimeFormat(locale, CLOCK);
const utc = new Intl.DateTimeFormat(locale, { ...CLOCK, timeZone: 'UTC' });

export const number = (value: number): string => numbers.format(value);
export const short = (value: number): string => compact.format(value);
/** Write 0–1 in per cent. */
export const share = (value: number): string => shares.format(value);

/** Read an ISO day as midnight UTC. */
export const dayOf = (iso: string): Date => new Date(`${iso.slice(0, 10)}T00:00:00Z`);
export const isoDay = (date: Date): string => date.toISOString().slice(0, 10);
export const day = (iso: string, year = true): string =>
  (year ? withYear : withoutYear).format(dayOf(iso));
export const month = (iso: string): string => monthYear.format(dayOf(iso));
export const year = (iso: string): string => onlyYear.format(dayOf(iso));

/** Write a span of days as one: "12–29 Oct 2024". */
export const span = (start: string, end: string): string =>
  start === end ? day(start) : withYear.formatRange(dayOf(start), dayOf(end));

/** Write a moment in UTC, or in the reader's own zone. */
export const momentUtc = (iso: string): string => utc.format(new Date(iso));
export const momentHere = (iso: string): string => here.format(new Date(iso));

const DAYS = 86_400_000;

/** Write a tick of a time axis as its step asks: a year, a month, or a day; January is its year. */
export function tick(date: Date, step: number): string {
  const iso = isoDay(date);
  if (step > 300 * DAYS || iso.endsWith('-01-01')) return year(iso);
  if (step > 25 * DAYS) return shortMonth.format(date);
  return day(iso, false);
}
