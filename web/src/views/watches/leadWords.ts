import { t } from '$/i18n/t';
import type { Strike } from '$/records';

/** Say how long before the strike the siren began; a range, since the hour is rarely told exactly. */
export function leadWords({ lead_minutes }: Pick<Strike, 'lead_minutes'>): string {
  if (!lead_minutes) return t('strikes.lead.unknown');
  const [low, high] = lead_minutes;
  if (low === high) return t('strikes.lead.exact', { n: low });
  return t('strikes.lead.range', { low, high });
}
