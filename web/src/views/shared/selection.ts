/** What a person selected on the page, as a range of the text it was drawn from. */

import type { Range } from './offsets';

/** Name of the attribute that says where in the text a drawn piece begins, in UTF-16 units. */
export const AT = 'data-at';

/** Read the page's selection inside `root`; null where it is empty or lies outside. */
export function selectedIn(root: HTMLElement, selection: Selection | null): Range | null {
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  const pieces = [...root.querySelectorAll<HTMLElement>(`[${AT}]`)].filter((piece) =>
    range.intersectsNode(piece),
  );
  const spans = pieces
    .map((piece) => covered(piece, range))
    .filter((span) => span.start < span.end);
  const first = spans[0];
  const last = spans[spans.length - 1];
  return first && last ? { start: first.start, end: last.end } : null;
}

/** Tell which part of one drawn piece a DOM range covers. */
function covered(piece: HTMLElement, range: globalThis.Range): Range {
  const at = Number(piece.getAttribute(AT));
  const whole = document.createRange();
  whole.selectNodeContents(piece);
  const begins = range.compareBoundaryPoints(globalThis.Range.START_TO_START, whole) > 0;
  const ends = range.compareBoundaryPoints(globalThis.Range.END_TO_END, whole) < 0;
  const start = begins ? lengthBefore(piece, range.startContainer, range.startOffset) : 0;
  const end = ends
    ? lengthBefore(piece, range.endContainer, range.endOffset)
    : (piece.textContent ?? '').length;
  return { start: at + start, end: at + end };
}

function lengthBefore(piece: HTMLElement, node: Node, offset: number): number {
  const head = document.createRange();
  head.selectNodeContents(piece);
  head.setEnd(node, offset);
  return head.toString().length;
}
