import { createContext } from 'svelte';
import type { Evidence } from './keys';

const NONE: ReadonlySet<string> = new Set();

/** What is lit: values and their words share keys, so that either lights up the other. */
export class Lit {
  /** Under the pointer or the focus. */
  over = $state.raw<ReadonlySet<string>>(NONE);
  /** Of the quote in the address. */
  kept = $state.raw<ReadonlySet<string>>(NONE);
  /** A value that should come into sight, as its words were chosen in the text. */
  asked = $state<string | null>(null);
  /** Opens the report at the words; each page says how. */
  readonly open: (evidence: readonly Evidence[]) => void;

  constructor(open: (evidence: readonly Evidence[]) => void) {
    this.open = open;
  }

  on(keys: readonly string[]): void {
    this.over = new Set(keys);
  }

  off(): void {
    this.over = NONE;
  }

  keep(keys: readonly string[]): void {
    this.kept = keys.length > 0 ? new Set(keys) : NONE;
  }

  has(key: string): boolean {
    return this.over.has(key) || this.kept.has(key);
  }

  any(keys: readonly string[]): boolean {
    return keys.some((key) => this.has(key));
  }
}

export const [lit, setLit] = createContext<Lit>();

/** Choose the next of the words: those after the ones now open, else the first in the report open. */
export function nextOf(
  evidence: readonly Evidence[],
  open: { report: string | null; start: number; end: number } | null,
): Evidence | undefined {
  const now = evidence.findIndex(
    (one) => one.report === open?.report && one.start === open.start && one.end === open.end,
  );
  if (now >= 0) return evidence[(now + 1) % evidence.length];
  return evidence.find((one) => one.report === open?.report) ?? evidence[0];
}
