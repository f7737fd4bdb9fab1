/** Short notes at the foot of the page about what was done, with the way back. */

export interface Toast {
  id: number;
  words: string;
  bad: boolean;
  undo: (() => Promise<void> | void) | null;
}

class Toasts {
  list = $state<Toast[]>([]);
  #count = 0;

  /** Say what was done; `undo` puts a button beside it. A toast that says a failure is `bad`. */
  say(words: string, options: { undo?: () => Promise<void> | void; bad?: boolean } = {}): number {
    this.#count += 1;
    const toast = {
      id: this.#count,
      words,
      bad: options.bad ?? false,
      undo: options.undo ?? null,
    };
    this.list = [...this.list.slice(-2), toast];
    return toast.id;
  }

  drop(id: number): void {
    this.list = this.list.filter((toast) => toast.id !== id);
  }
}

export const toasts = new Toasts();
