import { asProblem, isAbort, type Problem } from '$/api/problem';

/** Something asked of the server: the newest question wins, and older answers stay until then. */
export class Loader<T> {
  value = $state.raw<T | null>(null);
  problem = $state.raw<Problem | null>(null);
  loading = $state(false);
  #control: AbortController | null = null;

  async ask(question: (signal: AbortSignal) => Promise<T>): Promise<void> {
    this.stop();
    const control = new AbortController();
    this.#control = control;
    this.loading = true;
    try {
      const value = await question(control.signal);
      if (control.signal.aborted) return;
      this.value = value;
      this.problem = null;
    } catch (fault) {
      if (control.signal.aborted || isAbort(fault)) return;
      this.problem = asProblem(fault);
    } finally {
      if (this.#control === control) this.loading = false;
    }
  }

  stop(): void {
    this.#control?.abort();
  }
}
