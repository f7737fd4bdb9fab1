import { codes as ask } from '$/api/incidents';
import type { Codes } from '$/records';

/** The code lists, once they are here; what shows them does without until then. */
class Known {
  codes = $state.raw<Codes | null>(null);

  load(): void {
    if (this.codes) return;
    ask().then(
      (codes) => {
        this.codes = codes;
      },
      () => {}, // the page's own question says what is wrong with the server
    );
  }
}

export const known = new Known();
