import { t, tOr } from '$/i18n/t';
import type { Codes } from '$/records';
import { GRADES } from '$/ui/shapes';
import { codeWords } from './words';

type Option = [string, string];

const any = (): Option => ['', t('filters.any')];

/** The kinds under their families; "any" stands alone on top. */
export function kindGroups(codes: Codes | null): { label: string; options: Option[] }[] {
  const families = (codes?.families ?? []).map((family) => ({
    label: tOr(`family.${family.name}`, family.label),
    options: (codes?.kinds ?? [])
      .filter((kind) => kind.family === family.name)
      .map((kind): Option => [kind.name, kind.label]),
  }));
  return [{ label: '', options: [any()] }, ...families.filter((group) => group.options.length > 0)];
}

export const gradeOptions = (): Option[] => [
  any(),
  ...GRADES.map((grade): Option => [grade, t(`grade.${grade}`)]),
];

export const plain = (names: string[] | undefined): Option[] => [
  any(),
  ...(names ?? []).map((name): Option => [name, codeWords(name)]),
];

export const sites = (codes: Codes | null): Option[] => [
  any(),
  ['any', t('filters.anySite')],
  ...(codes?.protected ?? []).map((name): Option => [name, codeWords(name)]),
];

export const origins = (): Option[] => [
  any(),
  ...[2, 3, 4, 5].map((count): Option => [String(count), String(count)]),
];
