import { t } from '$/i18n/t';

/** Say how long before it happened a warning began: "4–19 minutes before". */
export function leadWords([low, high]: readonly [number, number]): string {
  const [from, to] = [Math.min(low, high), Math.max(low, high)];
  const words =
    from === to
      ? t('incident.leadMinutes', { n: from })
      : t('incident.leadRange', { low: from, high: to });
  return t('incident.lead', { from: words });
}
