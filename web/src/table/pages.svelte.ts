import { asProblem, isAbort, type Problem } from '$/api/problem';

/** A list that comes page by page: `start` anew, `more` behind what is there. */
export class Pages<T> {
  rows = $state.raw<T[]>([]);
  next = $state<string | null>(null);
  problem = $state.raw<Problem | null>(null);
  loading = $state(false);
  /** False until the first page of the newest question is here. */
  fresh = $state(false);
  #control: AbortController | null = null;
  readonly #ask: (cursor: string | null, signal: AbortSignal) => Promise<Page<T>>;

  constructor(ask: (cursor: string | null, signal: AbortSignal) => Promise<Page<T>>) {
    this.#ask = ask;
  }

  /** Ask for the first page; the old rows stay in sight until it is here. */
  start(): Promise<void> {
    this.fresh = false;
    return this.#load(null);
  }

  more(): Promise<void> | undefined {
    return this.next && !this.loading && this.fresh ? this.#load(this.next) : undefined;
  }

  stop(): void {
    this.#control?.abort();
  }

  async #load(cursor: string | null): Promise<void> {
    this.stop();
    const control = new AbortController();
    this.#control = control;
    this.loading = true;
    try {
      const page = await this.#ask(cursor, control.signal);
      if (control.signal.aborted) return;
      this.rows = cursor ? [...this.rows, ...page.rows] : page.rows;
      this.next = page.next;
      this.problem = null;
      this.fresh = true;
    } catch (fault) {
      if (!control.signal.aborted && !isAbort(fault)) this.problem = asProblem(fault);
    } finally {
      if (this.#control === control) this.loading = false;
    }
  }
}

export interface Page<T> {
  rows: T[];
  next: string | null;
}
