import * as ask from '$/api/incidents';
import { asProblem, type Problem } from '$/api/problem';
import * as reports from '$/api/reports';
import { t } from '$/i18n/t';
import type { Codes, Incident, Report } from '$/records';
import { router } from '$/state/router.svelte';
import { toasts } from '$/state/toasts.svelte';

const GONE = 410;

/** The incident and the report that are open, as the server last gave them. */
export class Opened {
  incident = $state.raw<Incident | null>(null);
  report = $state.raw<Report | null>(null);
  codes = $state.raw<Codes | null>(null);
  problem = $state.raw<Problem | null>(null);
  #asked = '';
  #wanted = '';

  get successors(): string[] | null {
    return this.problem?.status === GONE ? successorsOf(this.problem) : null;
  }

  async load(id: string, names: boolean): Promise<void> {
    const asked = `${id} ${names}`;
    this.#asked = asked;
    try {
      this.codes ??= await ask.codes();
      const { value } = await ask.incident(id, undefined, named(names));
      if (this.#asked !== asked) return;
      this.incident = value;
      this.problem = null;
    } catch (fault) {
      if (this.#asked === asked) this.#failed(asProblem(fault));
    }
  }

  /** An incident that became exactly one other is followed there. */
  #failed(problem: Problem): void {
    const [only, ...more] = problem.status === GONE ? successorsOf(problem) : [];
    if (only !== undefined && more.length === 0) {
      toasts.say(t('incident.followed'));
      router.go(`/incidents/${encodeURIComponent(only)}`, { replace: true });
    } else {
      this.problem = problem;
    }
  }

  async read(id: string, names: boolean): Promise<void> {
    const asked = `${id} ${names}`;
    this.#wanted = asked;
    try {
      const { value } = await reports.report(id, named(names));
      if (this.#wanted === asked) this.report = value;
    } catch (fault) {
      toasts.say(asProblem(fault).message, { bad: true });
    }
  }
}

function successorsOf({ facts }: Problem): string[] {
  const { successors } = facts;
  return Array.isArray(successors) ? successors.map(String) : [];
}

const named = (names: boolean): { names?: boolean } => (names ? { names } : {});
