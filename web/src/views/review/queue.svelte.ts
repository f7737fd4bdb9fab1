import * as ask from '$/api/incidents';
import { asProblem, type Problem } from '$/api/problem';
import * as review from '$/api/review';
import type { ReviewItem } from '$/records';
import type { Filters } from '$/state/filters';

const AT_ONCE = 50;

type Wanted = string | null | readonly (string | null)[];

/** What is to be looked at, the most doubtful first, and where we are in it. */
export class Queue {
  items = $state.raw<ReviewItem[] | null>(null);
  at = $state(0);
  left = $state(0);
  done = $state(0);
  problem = $state.raw<Problem | null>(null);
  readonly now = $derived(this.items?.[this.at] ?? null);
  readonly #filters: () => Filters;
  #next: string | null = null;

  constructor(filters: () => Filters) {
    this.#filters = filters;
  }

  /** The incident to go to when this one is done. */
  get following(): string | null {
    const next = this.items?.[this.at + 1] ?? this.items?.[this.at - 1];
    return next?.incident.id ?? null;
  }

  /** Load it anew and stand at the first of some incidents that is in it; where none is and we
      insist, it is put into the queue. */
  async load(wanted: Wanted = null, insist = false): Promise<void> {
    try {
      const answer = await review.review({ ...this.#filters(), limit: AT_ONCE });
      const ids = [wanted].flat().filter((id) => id !== null);
      const found = ids
        .map((id) => answer.items.findIndex((item) => item.incident.id === id))
        .find((at) => at >= 0);
      const last = ids.at(-1);
      const missing = found === undefined && last && insist ? await lookedUp(last) : null;
      const at = found ?? this.#within(answer.items);
      const items = missing ? answer.items.toSpliced(at, 0, missing) : answer.items;
      Object.assign(this, { items, at, left: answer.left, done: answer.done_today, problem: null });
      this.#next = answer.next;
    } catch (fault) {
      this.problem = asProblem(fault);
    }
  }

  /** Go on or back; false at either end. */
  async step(by: 1 | -1): Promise<boolean> {
    if (by > 0 && this.at + 1 >= (this.items?.length ?? 0) && this.#next) await this.#more();
    const to = this.at + by;
    if (!this.items?.[to]) return false;
    this.at = to;
    return true;
  }

  /** Leave out an incident that is no more. */
  drop(id: string): void {
    this.items = (this.items ?? []).filter((item) => item.incident.id !== id);
    this.at = this.#within(this.items);
  }

  async #more(): Promise<void> {
    try {
      const cursor = this.#next;
      const answer = await review.review({ ...this.#filters(), limit: AT_ONCE, cursor });
      this.items = [...(this.items ?? []), ...answer.items];
      this.#next = answer.next;
    } catch (fault) {
      this.problem = asProblem(fault);
    }
  }

  #within(items: readonly ReviewItem[]): number {
    return Math.max(0, Math.min(this.at, items.length - 1));
  }
}

/** An incident that is no longer in doubt, or not yet; null where it is no more. */
async function lookedUp(id: string): Promise<ReviewItem | null> {
  try {
    const { value } = await ask.incident(id);
    const first = value.tellings[0];
    if (!first) return null;
    return { incident: value, doubts: value.doubts, event: first.ref, report: first.report };
  } catch {
    return null;
  }
}
