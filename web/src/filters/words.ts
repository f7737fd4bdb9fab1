import { t, tOr } from '$/i18n/t';
import type { Codes } from '$/records';
import { FILTER_NAMES, type FilterName, type Filters } from '$/state/filters';
import { day } from '$/state/locale';

export interface Chip {
  name: FilterName;
  words: string;
}

/** Say each filter that is set, in words. */
export function chips(filters: Filters, codes: Codes | null): Chip[] {
  return FILTER_NAMES.flatMap((name) => {
    const value = filters[name];
    return value
      ? [{ name, words: t(`chip.${name}`, { value: valueWords(name, value, codes) }) }]
      : [];
  });
}

/** Name a set of filters in one line, for a watch or a title. */
export const oneLine = (filters: Filters, codes: Codes | null): string =>
  chips(filters, codes)
    .map((chip) => chip.words)
    .join(', ');

function valueWords(name: FilterName, value: string, codes: Codes | null): string {
  if (name === 'from' || name === 'to') return dayWords(value);
  if (name === 'kind') return each(value, (one) => kindWords(one, codes));
  if (name === 'family') return each(value, (one) => tOr(`family.${one}`, one));
  if (name === 'grade') return each(value, (one) => tOr(`grade.${one}`, one));
  if (name === 'protected' && value === 'any') return t('filters.any');
  return codeWords(value);
}

const each = (value: string, say: (one: string) => string): string =>
  value.split(',').map(say).join(' + ');

export const kindWords = (name: string, codes: Codes | null): string =>
  codes?.kinds.find((kind) => kind.name === name)?.label ?? codeWords(name);

/** Read a code as words: "glide-bomb" is "glide bomb". */
export const codeWords = (code: string): string =>
  /^[a-z]+(-[a-z]+)+$/.test(code) ? code.replaceAll('-', ' ') : code;

const dayWords = (value: string): string => (/^\d{4}-\d\d-\d\d/.test(value) ? day(value) : value);
