/** Words of a text: a selection grows to whole words, and the keys move by words. */

import type { Range } from './offsets';

// Scripts that set no spaces between words: there a selection stays as it was made.
const UNSPACED =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Khmer}\p{scx=Lao}]/u;
const OF_WORD = /[\p{L}\p{N}\p{M}]/u;

/** Give every word's range, in order. */
export function wordsOf(text: string): Range[] {
  const words: Range[] = [];
  for (const found of text.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’.,-][\p{L}\p{N}\p{M}]+)*/gu)) {
    words.push({ start: found.index, end: found.index + found[0].length });
  }
  return words;
}

/** Drop spaces at both ends and take the cut words at the ends whole; null where nothing is left. */
export function wholeWords(text: string, range: Range): Range | null {
  const chosen = text.slice(range.start, range.end);
  const start = range.start + (chosen.length - chosen.trimStart().length);
  const end = range.end - (chosen.length - chosen.trimEnd().length);
  if (start >= end) return null;
  return { start: grownBack(text, start), end: grownOn(text, end) };
}

function grownBack(text: string, start: number): number {
  let at = start;
  while (at > 0 && within(before(text, at), after(text, at))) at -= before(text, at).length;
  return at;
}

function grownOn(text: string, end: number): number {
  let at = end;
  while (at < text.length && within(before(text, at), after(text, at)))
    at += after(text, at).length;
  return at;
}

function within(left: string, right: string): boolean {
  const cut = OF_WORD.test(left) && OF_WORD.test(right);
  return cut && !UNSPACED.test(left) && !UNSPACED.test(right);
}

function after(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function before(text: string, at: number): string {
  const last = text.charCodeAt(at - 1);
  return last >= 0xdc00 && last <= 0xdfff
    ? text.slice(Math.max(0, at - 2), at)
    : text.slice(at - 1, at);
}

export type Move = 'back' | 'on' | 'shorter' | 'longer';

/** Move or stretch a selection by one word, as the arrow keys do. */
export function moved(words: readonly Range[], now: Range | null, move: Move): Range | null {
  if (words.length === 0) return null;
  if (!now) return words[0] ?? null;
  let first = words.findIndex((word) => word.end > now.start);
  if (first < 0) first = words.length - 1;
  const last = Math.max(first, lastBefore(words, now.end));
  return joined(words, ends(words.length, first, last, move));
}

function ends(count: number, first: number, last: number, move: Move): readonly [number, number] {
  if (move === 'longer') return [first, Math.min(last + 1, count - 1)];
  if (move === 'shorter') return [first, Math.max(first, last - 1)];
  const to = move === 'on' ? Math.min(last + 1, count - 1) : Math.max(first - 1, 0);
  return [to, to];
}

function lastBefore(words: readonly Range[], end: number): number {
  const next = words.findIndex((word) => word.start >= end);
  return next < 0 ? words.length - 1 : next - 1;
}

function joined(words: readonly Range[], [first, last]: readonly [number, number]): Range | null {
  const start = words[first];
  const end = words[last];
  return start && end ? { start: start.start, end: end.end } : null;
}
