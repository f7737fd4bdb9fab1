import { asProblem, isAbort } from '$/api/problem';
import * as reports from '$/api/reports';
import { t } from '$/i18n/t';
import type { Suggestion } from '$/records';
import { type Draft, type EditField, suggested } from './draft';
import type { Range } from './offsets';

/** A correction while it is written: the value so far, and what the chosen words may mean. */
export class Correcting {
  draft = $state.raw<Draft>(null);
  reason = $state('');
  suggestions = $state.raw<Suggestion[]>([]);
  picked = $state(-1);
  /** Why there is nothing to suggest. */
  trouble = $state('');
  #begun = '';

  /** Begin anew with another target. The same target, loaded again because somebody else changed
      it, keeps what was typed. */
  begin(target: string, draft: () => Draft): boolean {
    if (target === this.#begun) return false;
    this.#begun = target;
    this.draft = draft();
    return true;
  }

  /** Take a value that was typed. */
  type(draft: Draft): void {
    this.draft = draft;
    this.picked = -1;
  }

  pick(field: EditField, index: number): void {
    this.picked = index;
    this.draft = suggested(field, this.draft, this.suggestions[index]?.value);
  }

  forget(): void {
    this.suggestions = [];
    this.picked = -1;
    this.trouble = '';
  }

  /** Ask what words may mean; the first reading is taken where a person chose them. */
  async ask(
    report: string,
    about: { field: EditField; words: Range; take: boolean },
    signal: AbortSignal,
  ): Promise<void> {
    const { field, words, take } = about;
    try {
      const body = { field, start: words.start, end: words.end };
      this.suggestions = (await reports.suggest(report, body, signal)).suggestions;
      this.trouble = this.suggestions.length === 0 ? t('correct.noSuggestion') : '';
      if (take && this.suggestions.length > 0) this.pick(field, 0);
    } catch (fault) {
      if (!isAbort(fault)) this.trouble = asProblem(fault).message;
    }
  }
}

/** Tell whether words can be read as a value of the field; where its list is short, one chooses. */
export const isReadable = (field: EditField): boolean => field !== 'kind' && field !== 'factuality';
