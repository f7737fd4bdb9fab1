import { t } from '$/i18n/t';
import { day } from '$/state/locale';

const words = new Intl.RelativeTimeFormat(navigator.languages?.[0] ?? 'en', {
  numeric: 'always',
  style: 'short',
});
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Beyond this the day itself says more. */
const RECENT = 14 * DAY;

/** Say a moment as people do: "6 min. ago", "in 2 hr.", and after two weeks the day. */
export function agoWords(at: string, now: number): string {
  const distance = new Date(at).getTime() - now;
  const size = Math.abs(distance);
  if (size < MINUTE) return distance > 0 ? t('desk.soon') : t('when.justNow');
  if (size < HOUR) return words.format(Math.round(distance / MINUTE), 'minute');
  if (size < DAY) return words.format(Math.round(distance / HOUR), 'hour');
  if (size < RECENT) return words.format(Math.round(distance / DAY), 'day');
  return day(at);
}
