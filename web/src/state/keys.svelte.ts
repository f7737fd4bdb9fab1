import { untrack } from 'svelte';
import { keep, recall } from './storage';

/** A key and what it does. Two strokes in a row are written with a space: "e d". */
export interface Shortcut {
  key: string;
  words: string;
  run: () => void;
  /** Listed in the help only: something else listens for it. */
  listed?: boolean;
}

const PATIENCE = 1500; // milliseconds between the strokes of a sequence

/** The keys of the page that is open. Pages register theirs in an effect and get the way to take them back. */
class Keys {
  page = $state.raw<Shortcut[]>([]);
  help = $state(false);
  /** Off for people who dictate: then only `?` acts. */
  single = $state(recall('keys') !== 'off');
  /** The first stroke of a sequence, while we wait for the second. */
  pending = $state('');
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `$effect(() => keys.register([...]))` keeps them while the component lives. */
  register(shortcuts: Shortcut[]): () => void {
    // Untracked: the effect that registers must not wake itself by what it changes here.
    this.page = [...untrack(() => this.page), ...shortcuts];
    return () =>
      untrack(() => {
        this.page = this.page.filter((shortcut) => !shortcuts.includes(shortcut));
      });
  }

  allow(single: boolean): void {
    this.single = single;
    keep('keys', single ? null : 'off');
  }

  /** Listen on the whole document. */
  press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target) || isModal()) return;
    if (event.key === '?') {
      event.preventDefault();
      this.help = true;
    } else if (this.single) this.#act(event);
  }

  #act(event: KeyboardEvent): void {
    const stroke = event.key;
    if (stroke === 'Shift') return;
    const typed = this.pending ? `${this.pending} ${stroke}` : stroke;
    const found = this.#find(typed) ?? this.#find(stroke);
    const begins = this.page.some((shortcut) => shortcut.key.startsWith(`${typed} `));
    this.#wait(begins && !found ? typed : '');
    if (found || begins) event.preventDefault();
    found?.run();
  }

  #find(typed: string): Shortcut | undefined {
    return this.page.findLast((shortcut) => shortcut.key === typed && !shortcut.listed);
  }

  #wait(typed: string): void {
    clearTimeout(this.#timer);
    this.pending = typed;
    if (typed) this.#timer = setTimeout(() => this.#wait(''), PATIENCE);
  }
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement) {
    return !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type);
  }
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

function isModal(): boolean {
  return document.querySelector('dialog:modal') !== null;
}

export const keys = new Keys();
