import { asProblem, type Problem } from '$/api/problem';
import * as review from '$/api/review';
import { t } from '$/i18n/t';
import type { Judged, NewJudgement } from '$/records';
import { toasts } from '$/state/toasts.svelte';

/** Somebody changed the incident since it was opened; what we wanted to write waits in `mine`. */
export interface Conflict {
  by: string;
  changes: string[];
  etag: string | null;
  mine: NewJudgement;
  words: string;
}

/** What a page has open, and what it does when that was changed. */
export interface Desk {
  etag(): string | null;
  /** Show what stands now. */
  reload(): Promise<void>;
  /** Called after a judgement was kept or taken back. */
  took(judged: Judged, judgement: NewJudgement | null): Promise<void> | void;
}

/** Judgements as a page makes them: one at a time, each with its way back, none over another's. */
export class Judging {
  busy = $state(false);
  conflict = $state.raw<Conflict | null>(null);
  problem = $state.raw<Problem | null>(null);
  readonly #desk: Desk;
  #done: number[][] = [];

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Keep a judgement; true where it was kept. `words` says in a note what was done. */
  judge(judgement: NewJudgement, words: string): Promise<boolean> {
    return this.#send(judgement, words, this.#desk.etag());
  }

  /** Look at what the other person made of it; what we typed stays where it is. */
  async look(): Promise<void> {
    await this.#desk.reload();
    this.conflict = null;
  }

  /** Keep ours all the same, on top of theirs. */
  async insist(): Promise<boolean> {
    const conflict = this.conflict;
    if (!conflict) return false;
    return this.#send(conflict.mine, conflict.words, conflict.etag);
  }

  drop(): void {
    this.conflict = null;
    this.problem = null;
  }

  /** Take back the last judgement made on this page. */
  async undo(): Promise<void> {
    const numbers = this.#done.at(-1);
    if (numbers) await this.takeBack(numbers);
    else toasts.say(t('judge.nothing'));
  }

  /** Take judgements back; taken back once more, they stand again. */
  async takeBack(numbers: number[], words: string = t('judge.undone')): Promise<void> {
    const judged = await this.#busily(() => review.undo(numbers));
    if (!judged) return;
    this.#done = this.#done.filter((done) => !done.some((number) => numbers.includes(number)));
    this.#say(judged, words, false);
    await this.#desk.took(judged, null);
  }

  async #send(mine: NewJudgement, words: string, etag: string | null): Promise<boolean> {
    const judged = await this.#busily(
      () => review.judge(mine, etag ?? ''),
      (problem) => this.#met(problem, mine, words),
    );
    if (!judged) return false;
    this.#done.push(numbersOf(judged));
    this.#say(judged, words, true);
    await this.#desk.took(judged, mine);
    return true;
  }

  #met(problem: Problem, mine: NewJudgement, words: string): boolean {
    if (problem.status !== 412) return false;
    const { etag, changed_by: by, changes } = problem.facts;
    this.conflict = {
      by: typeof by === 'string' ? by : t('conflict.somebody'),
      changes: Array.isArray(changes) ? changes.map(String) : [],
      etag: typeof etag === 'string' ? etag : null,
      mine,
      words,
    };
    return true;
  }

  async #busily(
    act: () => Promise<Judged>,
    met: (problem: Problem) => boolean = () => false,
  ): Promise<Judged | null> {
    if (this.busy) return null;
    this.busy = true;
    this.drop();
    try {
      return await act();
    } catch (fault) {
      const problem = asProblem(fault);
      if (!met(problem)) this.#fail(problem);
      return null;
    } finally {
      this.busy = false;
    }
  }

  #fail(problem: Problem): void {
    this.problem = problem;
    toasts.say(problem.message, { bad: true });
  }

  #say(judged: Judged, words: string, again: boolean): void {
    const numbers = numbersOf(judged);
    const back = again ? t('judge.undone') : t('judge.redone');
    if (numbers.length === 0) toasts.say(words);
    else toasts.say(words, { undo: () => this.takeBack(numbers, back) });
  }
}

const numbersOf = (judged: Judged): number[] => judged.judgements.map((one) => one.number);
