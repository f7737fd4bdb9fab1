import { t } from '$/i18n/t';

const KILO = 1000;

/** Say a size as people do: "48 kB", "2.4 MB". */
export function bytes(size: number): string {
  if (size < KILO) return t('desk.bytes', { n: size });
  if (size < KILO * KILO) return t('desk.kilobytes', { n: Math.round(size / KILO) });
  return t('desk.megabytes', { n: Math.round(size / ((KILO * KILO) / 10)) / 10 });
}
