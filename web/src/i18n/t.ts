import { en } from './en';

/** The word for each number of things; `other` is always there. */
export interface Plural {
  zero?: string;
  one?: string;
  two?: string;
  few?: string;
  many?: string;
  other: string;
}
export type Entry = string | Plural;
export type Key = keyof typeof en;
export type Params = Record<string, string | number>;

const LANGUAGE = 'en';
const rules = new Intl.PluralRules(LANGUAGE);
const numbers = new Intl.NumberFormat(globalThis.navigator?.language || LANGUAGE);

/** Say what stands under `key`; `{name}` is filled in, and `n` chooses the plural. */
export function t(key: Key, params: Params = {}): string {
  const entry: Entry = en[key];
  return typeof entry === 'string' ? filled(entry, params) : filled(chosen(entry, params), params);
}

/** Say what stands under a key made at run time, or the fall-back where there is none. */
export function tOr(key: string, fallback: string, params: Params = {}): string {
  return key in en ? t(key as Key, params) : fallback;
}

function chosen(entry: Plural, params: Params): string {
  return entry[rules.select(Number(params.n))] ?? entry.other;
}

function filled(words: string, params: Params): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? numbers.format(value) : value;
  });
}
