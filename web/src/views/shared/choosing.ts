/** Choosing words of a text: with the pointer as any selection, with the arrow keys word by word. */

import type { Range } from './offsets';
import { selectedIn } from './selection';
import { type Move, moved, wholeWords, wordsOf } from './words';

export interface Choosing {
  text(): string;
  /** What is chosen now. */
  now(): Range | null;
  choose(range: Range, byPointer: boolean): void;
  /** Enter was pressed. */
  done(): void;
}

const SETTLED = 250; // milliseconds a selection made by touch must stand still

/** Listen on the node until the returned function is called. */
export function chosenWith(node: HTMLElement, choosing: Choosing): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let down = false;
  node.tabIndex = 0;

  const take = () => {
    clearTimeout(timer);
    const range = selectedIn(node, getSelection());
    const words = range && wholeWords(choosing.text(), range);
    if (!words) return;
    getSelection()?.removeAllRanges(); // the choice is drawn as a mark of its own
    choosing.choose(words, true);
  };
  const settle = () => {
    clearTimeout(timer);
    if (!down) timer = setTimeout(take, SETTLED);
  };
  const press = () => {
    down = true;
  };
  const release = () => {
    if (down) timer = setTimeout(take, 0); // the selection is up to date only after the event
    down = false;
  };
  const stroke = (event: KeyboardEvent) => {
    if (event.target !== node) return;
    const move = moveOf(event);
    if (move || event.key === 'Enter') event.preventDefault();
    if (event.key === 'Enter') choosing.done();
    const range = move && moved(wordsOf(choosing.text()), choosing.now(), move);
    if (range) choosing.choose(range, false);
  };
  // The browser's own selection is gone by then, but copying should still copy the words chosen.
  const copy = (event: ClipboardEvent) => {
    const now = choosing.now();
    if (!now || !event.clipboardData || !getSelection()?.isCollapsed || isTyping()) return;
    event.clipboardData.setData('text/plain', choosing.text().slice(now.start, now.end));
    event.preventDefault();
  };

  node.addEventListener('pointerdown', press);
  node.addEventListener('keydown', stroke);
  document.addEventListener('pointerup', release);
  document.addEventListener('selectionchange', settle);
  document.addEventListener('copy', copy);
  return () => {
    clearTimeout(timer);
    node.removeEventListener('pointerdown', press);
    node.removeEventListener('keydown', stroke);
    document.removeEventListener('pointerup', release);
    document.removeEventListener('selectionchange', settle);
    document.removeEventListener('copy', copy);
  };
}

/** Tell whether the focus stands where a person may want to copy what was typed. */
function isTyping(): boolean {
  const at = document.activeElement;
  if (at instanceof HTMLInputElement) return !['radio', 'checkbox'].includes(at.type);
  return at instanceof HTMLTextAreaElement;
}

function moveOf(event: KeyboardEvent): Move | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === 'ArrowRight') return event.shiftKey ? 'longer' : 'on';
  if (event.key === 'ArrowLeft') return event.shiftKey ? 'shorter' : 'back';
  return null;
}
