import { asProblem, type Problem } from '$/api/problem';
import { arrivals, retry } from '$/api/sources';
import type { Arrival } from '$/records';
import { type Poll, poll } from './poll';

const PAGE = 30;

export const isOpen = (arrival: Arrival): boolean =>
  arrival.status === 'waiting' || arrival.status === 'reading';

/** What came in, newest first; asks again by itself while something is waiting. */
export class ArrivalList {
  list = $state.raw<Arrival[]>([]);
  next = $state<string | null>(null);
  problem = $state.raw<Problem | null>(null);
  ready = $state(false);
  #poll: Poll | null = null;

  /** Read the list and keep it fresh; gives the way to stop. */
  watch(): () => void {
    this.#poll = poll(() => this.#refresh());
    void this.#refresh().then((open) => open && this.#poll?.wake());
    return () => this.#poll?.stop();
  }

  /** Show what was just handed in, and look how it goes on. */
  take(fresh: Arrival[]): void {
    this.list = merged(fresh, this.list);
    this.#poll?.wake();
  }

  async more(): Promise<void> {
    if (!this.next) return;
    try {
      const page = await arrivals({ cursor: this.next, limit: PAGE });
      this.list = merged(this.list, page.arrivals);
      this.next = page.next;
    } catch (fault) {
      this.problem = asProblem(fault);
    }
  }

  async again(id: string): Promise<void> {
    await retry(id);
    this.list = this.list.map((one) =>
      one.id === id ? { ...one, status: 'waiting', reason: null } : one,
    );
    this.#poll?.wake();
  }

  reload(): void {
    void this.#refresh().then((open) => open && this.#poll?.wake());
  }

  async #refresh(): Promise<boolean> {
    try {
      const page = await arrivals({ limit: PAGE });
      if (!this.ready) this.next = page.next;
      this.list = merged(page.arrivals, this.list);
      this.problem = null;
      return page.arrivals.some(isOpen);
    } catch (fault) {
      this.problem = asProblem(fault);
      return this.problem.status === 0 && this.list.some(isOpen);
    } finally {
      this.ready = true;
    }
  }
}

/** Put the first list before what only the second holds. */
function merged(first: Arrival[], second: Arrival[]): Arrival[] {
  const known = new Set(first.map((one) => one.id));
  return [...first, ...second.filter((one) => !known.has(one.id))];
}
