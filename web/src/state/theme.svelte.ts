import { keep, recall } from './storage';

export type Choice = 'light' | 'dark' | 'system';
const ORDER: Choice[] = ['system', 'light', 'dark'];

/** Light or dark: the reader's choice, or the system's. */
class Theme {
  choice = $state<Choice>(chosen());
  #systemDark = $state(matchMedia('(prefers-color-scheme: dark)').matches);

  constructor() {
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', (change) => {
      this.#systemDark = change.matches;
    });
  }

  get dark(): boolean {
    return this.choice === 'system' ? this.#systemDark : this.choice === 'dark';
  }

  /** Take the next of system, light and dark. */
  turn(): void {
    this.choose(ORDER[(ORDER.indexOf(this.choice) + 1) % ORDER.length] ?? 'system');
  }

  choose(choice: Choice): void {
    this.choice = choice;
    keep('theme', choice === 'system' ? null : choice);
    if (choice === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = choice;
  }
}

function chosen(): Choice {
  const kept = recall('theme');
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

export const theme = new Theme();
