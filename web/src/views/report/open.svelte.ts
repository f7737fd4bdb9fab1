import * as ask from '$/api/incidents';
import { asProblem, type Problem } from '$/api/problem';
import * as reports from '$/api/reports';
import type { Codes, Judged, Lite, NewJudgement, Report } from '$/records';
import { split } from '../shared/keys';

export interface Asked {
  readonly names: boolean;
  readonly version: string | null;
}
/** An event that a correction took to another incident. */
export interface Moved {
  readonly event: string;
  readonly incident: Lite;
}

/** The report that is open on the page. */
export class Open {
  found = $state.raw<Report | null>(null);
  codes = $state.raw<Codes | null>(null);
  problem = $state.raw<Problem | null>(null);
  moved = $state.raw<Moved | null>(null);
  readonly #asked: () => Asked & { id: string };
  #turn = 0;

  constructor(asked: () => Asked & { id: string }) {
    this.#asked = asked;
  }

  /** Load it, or load it again; an answer to an older question is passed over. */
  load = async (): Promise<void> => {
    this.#turn += 1;
    const turn = this.#turn;
    const { id, names, version } = this.#asked();
    try {
      this.codes ??= await ask.codes();
      const query = {
        ...(names ? { names } : {}),
        ...(version ? { version: Number(version) } : {}),
      };
      const { value } = await reports.report(id, query);
      if (turn !== this.#turn) return;
      this.found = value;
      this.problem = null;
    } catch (fault) {
      if (turn === this.#turn) this.problem = asProblem(fault);
    }
  };

  /** Load it again after a judgement, and note where that took the event. */
  took = async (_: Judged, judgement: NewJudgement | null): Promise<void> => {
    const event = judgement?.event ? split(judgement.event).id : null;
    const before = event ? this.found?.incidents[event]?.id : undefined;
    await this.load();
    const now = event ? this.found?.incidents[event] : undefined;
    this.moved = event && now && before && now.id !== before ? { event, incident: now } : null;
  };
}
