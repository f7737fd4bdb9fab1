import { SvelteSet } from 'svelte/reactivity';
import { toasts } from '$/state/toasts.svelte';
import { attempt } from './attempt';

/** How to take something away so that it can be brought back while the note about it stands. */
export interface Removal {
  id: string;
  words: string;
  pause: () => Promise<unknown>;
  resume: () => Promise<unknown>;
  remove: () => Promise<unknown>;
  /** Read the list anew. */
  after: () => void;
}

/** What is on its way out: paused on the server, hidden here, gone when its note goes. */
export const leaving = new SvelteSet<string>();

/** Pause and hide; remove once the note with its undo has gone. Closing the window leaves it paused. */
export async function takeAway(removal: Removal): Promise<void> {
  leaving.add(removal.id);
  if (!(await attempt(removal.pause))) {
    leaving.delete(removal.id);
    return;
  }
  let undone = false;
  const note = toasts.say(removal.words, {
    undo: async () => {
      undone = true;
      leaving.delete(removal.id);
      await removal.resume();
      removal.after();
    },
  });
  whenGone(note, async () => {
    if (undone) return;
    await attempt(removal.remove);
    leaving.delete(removal.id);
    removal.after();
  });
}

/** Act once the note is no longer shown. */
function whenGone(note: number, act: () => Promise<void>): void {
  const stop = $effect.root(() => {
    $effect(() => {
      if (toasts.list.some((toast) => toast.id === note)) return;
      queueMicrotask(() => {
        stop();
        void act();
      });
    });
  });
}
