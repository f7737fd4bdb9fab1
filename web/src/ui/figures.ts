import { t, tOr } from '$/i18n/t';
import type { Bounds, Toll } from '$/records';
import { number } from '$/state/locale';

/** Say a range as the record holds it: "4", "4–7", "at least 4", "up to 9", "unknown". */
export function rangeWords({ low, high }: Pick<Bounds, 'low' | 'high'>): string {
  if (low === null && high === null) return t('figure.unknown');
  if (high === null) return t('figure.atLeast', { low: number(low ?? 0) });
  if (low === null) return t('figure.upTo', { high: number(high) });
  if (low === high) return number(low);
  return t('figure.range', { low: number(low), high: number(high) });
}

export const measureWords = (measure: string): string =>
  tOr(`measure.${measure}`, measure.replaceAll('-', ' '));

/** Say a toll with its measure: "4–7 killed". */
export const tollWords = (toll: Toll): string =>
  `${rangeWords(toll)} ${measureWords(toll.measure)}`;

export const tollOf = (tolls: Toll[], measure: string): Toll | undefined =>
  tolls.find((toll) => toll.measure === measure);
