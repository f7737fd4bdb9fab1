import { t, tOr } from '$/i18n/t';
import type { Codes } from '$/records';
import { FILTER_NAMES, type FilterName, type Filters } from '$/state/filters';
import { day } from '$/state/locale';

type Say = (value: string, filters: Filters, codes: Codes | null) => string;

const SAYINGS: Record<FilterName, Say> = {
  place: (value, { near, radius }) =>
    radius && !near
      ? t('watches.says.near', { value, radius })
      : t('watches.says.place', { value }),
  box: (value) => t('watches.says.box', { value: value.replaceAll(',', ', ') }),
  near: (value, { radius }) =>
    radius
      ? t('watches.says.near', { value: value.replace(',', ', '), radius })
      : t('watches.says.nearby', { value: value.replace(',', ', ') }),
  radius: () => '',
  from: (value) => t('watches.says.from', { value: day(value) }),
  to: (value) => t('watches.says.to', { value: day(value) }),
  type: (value) => t('watches.says.type', { value }),
  kind: (value, _, codes) =>
    listed(value, (name) => codes?.kinds.find((one) => one.name === name)?.label ?? name),
  family: (value) => listed(value, (name) => tOr(`family.${name}`, name)),
  actor: (value) => t('watches.says.actor', { value }),
  weapon: (value) => t('watches.says.weapon', { value }),
  grade: (value) =>
    t('watches.says.grade', { value: listed(value, (name) => tOr(`grade.${name}`, name)) }),
  origins: (value) => t('watches.says.origins', { n: Number(value) }),
  text: (value) => t('watches.says.text', { value }),
  protected: (value) =>
    value === 'any' ? t('watches.says.protectedAny') : t('watches.says.protected', { value }),
  unplaced: () => t('watches.says.unplaced'),
  undated: () => t('watches.says.undated'),
};

/** Say every condition of a query in words, in one order. */
export function filterWords(filters: Filters, codes: Codes | null): string[] {
  return FILTER_NAMES.flatMap((name) => {
    const value = filters[name];
    const words = value ? SAYINGS[name](value, filters, codes) : '';
    return words ? [words] : [];
  });
}

function listed(value: string, say: (name: string) => string): string {
  return value.split(',').map(say).join(t('watches.or'));
}
