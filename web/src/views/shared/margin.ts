/** Notes in the margin: each beside the words it is of, none over another. */

/** What is to be laid out: where a note would stand, and how tall it is. */
export interface Box {
  readonly at: number;
  readonly height: number;
}

/** Give each box its place, in the order given: as near as may be, below the one before. */
export function stacked(boxes: readonly Box[], gap: number): number[] {
  let free = Number.NEGATIVE_INFINITY;
  return boxes.map(({ at, height }) => {
    const top = Math.max(at, free);
    free = top + height + gap;
    return top;
  });
}

/** Find the last of the sorted starts that is not after `wanted`; -1 where all are. */
export function pieceAt(starts: readonly number[], wanted: number): number {
  let found = -1;
  for (const [index, start] of starts.entries()) if (start <= wanted) found = index;
  return found;
}

const GAP = 8; // pixels between two notes

/** Keep the notes inside `root` beside their words until the returned function is called. A note
    carries in `data-note` where its words begin; `unitOf` turns that into UTF-16 units. */
export function aligned(root: HTMLElement, unitOf: (point: number) => number): () => void {
  let frame = 0;
  const lay = () => place(root, unitOf);
  const soon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(lay);
  };
  const sizes = new ResizeObserver(soon);
  const changes = new MutationObserver(() => {
    for (const note of notesOf(root)) sizes.observe(note);
    soon();
  });
  sizes.observe(root);
  for (const note of notesOf(root)) sizes.observe(note);
  changes.observe(root, { childList: true, subtree: true });
  return () => {
    cancelAnimationFrame(frame);
    sizes.disconnect();
    changes.disconnect();
  };
}

const notesOf = (root: HTMLElement): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>('[data-note]'),
];

function place(root: HTMLElement, unitOf: (point: number) => number): void {
  const notes = notesOf(root);
  const pieces = [...root.querySelectorAll<HTMLElement>('[data-at]')];
  const starts = pieces.map((piece) => Number(piece.dataset.at));
  const top = root.getBoundingClientRect().top;
  const boxes = notes.map((note) => {
    const piece = pieces[pieceAt(starts, unitOf(Number(note.dataset.note)))];
    const line = piece?.getClientRects()[0];
    return { at: line ? line.top - top : 0, height: note.offsetHeight };
  });
  const tops = stacked(boxes, GAP);
  for (const [index, note] of notes.entries()) {
    note.style.setProperty('--note-top', `${Math.round(tops[index] ?? 0)}px`);
  }
  const end = (tops.at(-1) ?? 0) + (boxes.at(-1)?.height ?? 0);
  root.style.setProperty('--notes-height', `${Math.round(end)}px`);
}
