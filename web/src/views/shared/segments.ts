/** Overlapping marks cut into pieces that follow each other, so that each can be drawn once. */

import type { Range } from './offsets';

export interface Segment<M extends Range> extends Range {
  /** The marks that cover the piece, the longest first. */
  readonly marks: readonly M[];
}

/** Cut the stretch `within` wherever a mark begins or ends. */
export function segments<M extends Range>(within: Range, marks: readonly M[]): Segment<M>[] {
  const inside = marks
    .filter((mark) => mark.start < within.end && mark.end > within.start && mark.start < mark.end)
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const cuts = cutsOf(within, inside);
  const pieces: Segment<M>[] = [];
  for (let i = 0; i + 1 < cuts.length; i += 1) {
    const start = cuts[i] as number;
    const end = cuts[i + 1] as number;
    pieces.push({ start, end, marks: inside.filter((m) => m.start <= start && m.end >= end) });
  }
  return pieces;
}

function cutsOf(within: Range, marks: readonly Range[]): number[] {
  const cuts = new Set([within.start, within.end]);
  for (const mark of marks) {
    cuts.add(Math.max(within.start, mark.start));
    cuts.add(Math.min(within.end, mark.end));
  }
  return [...cuts].sort((a, b) => a - b);
}

export interface Part extends Range {
  readonly kind: string;
}

/** Lay a text out in paragraphs: by its blocks, those of one line together, else by its lines. */
export function paragraphs(text: string, blocks: readonly Part[]): Part[] {
  const known = [...blocks].filter((b) => b.start < b.end).sort((a, b) => a.start - b.start);
  const parts: Part[] = [];
  let at = 0;
  for (const block of known) {
    if (block.start < at) continue;
    parts.push(...lines(text, at, block.start), block);
    at = block.end;
  }
  return joined(text, [...parts, ...lines(text, at, text.length)]);
}

function joined(text: string, parts: readonly Part[]): Part[] {
  const whole: Part[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (last && !text.slice(last.end, part.start).includes('\n')) {
      whole[whole.length - 1] = { kind: part.kind, start: last.start, end: part.end };
    } else {
      whole.push(part);
    }
  }
  return whole;
}

function lines(text: string, start: number, end: number): Part[] {
  const parts: Part[] = [];
  for (const found of text.slice(start, end).matchAll(/\S(?:.*\S)?/g)) {
    const from = start + found.index;
    parts.push({ kind: 'body', start: from, end: from + found[0].length });
  }
  return parts;
}
