import { t } from '$/i18n/t';
import type { FigureRow } from '$/records';

export const RULES = ['low', 'best', 'high'] as const;
export type Rule = (typeof RULES)[number];
export const SIDES = ['all', 'official', 'independent'] as const;
export type Side = (typeof SIDES)[number];

/** Take a choice out of the address; anything else there is the usual one. */
export function choice<T extends string>(given: string | null, all: readonly T[], usual: T): T {
  return all.find((one) => one === given) ?? usual;
}

/** Say who gave the figure: by name where there are names, else how many. */
export function giverWords(givers: FigureRow['givers']): string {
  if (typeof givers === 'number') return t('figures.giverCount', { n: givers });
  return givers.length > 0 ? givers.join('; ') : t('figures.noGiver');
}

/** Tell whether the parts were added and do not reach the whole. */
export const isOff = (row: FigureRow): boolean => row.outcome === 'does not add up';
