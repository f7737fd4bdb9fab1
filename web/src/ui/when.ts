import { t } from '$/i18n/t';
import * as locale from '$/state/locale';

/** Say the days of an event as exactly as they are known, never more so. */
export function whenWords(start: string | null, end: string | null, precision: string): string {
  if (!start) return t('when.undated');
  const last = end ?? start;
  if (precision === 'year') return locale.year(start);
  if (precision === 'month') return locale.month(start);
  if (precision === 'week') return t('when.week', { span: locale.span(start, last) });
  return locale.span(start, last);
}
