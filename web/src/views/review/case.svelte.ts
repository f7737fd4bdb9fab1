import * as ask from '$/api/incidents';
import { asProblem, type Problem } from '$/api/problem';
import * as reports from '$/api/reports';
import type { Codes, Incident, Lite, Report, ReviewItem } from '$/records';
import { split } from '../shared/keys';

/** The incident that is looked at, the event of it that is shown, and the report that tells it. */
export class Case {
  found = $state.raw<Incident | null>(null);
  text = $state.raw<Report | null>(null);
  codes = $state.raw<Codes | null>(null);
  problem = $state.raw<Problem | null>(null);
  #ref = $state('');
  #names = false;
  #item: ReviewItem | null = null;
  #turn = 0;
  readonly telling = $derived(
    this.found?.tellings.find((one) => one.ref === this.#ref) ?? this.found?.tellings[0] ?? null,
  );
  /** The report shown, once it is the one that tells the event. */
  readonly words = $derived(
    this.text && this.text.report.id === this.telling?.report ? this.text : null,
  );

  /** Look at an incident of the queue; the event shown stays where it is still of it. */
  async open(item: ReviewItem, names: boolean): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    this.#names = names;
    this.#item = item;
    try {
      this.codes ??= await ask.codes();
      const { value } = await ask.incident(item.incident.id);
      if (turn !== this.#turn) return;
      if (!value.tellings.some((one) => one.ref === this.#ref)) this.#ref = item.event;
      this.found = value;
      this.problem = null;
    } catch (fault) {
      if (turn === this.#turn) this.problem = asProblem(fault);
      return;
    }
    await this.#read();
  }

  /** Look at it once more. */
  async again(): Promise<void> {
    if (this.#item) await this.open(this.#item, this.#names);
  }

  /** Show another event of the incident. */
  async turnTo(ref: string): Promise<void> {
    this.#ref = ref;
    await this.#read();
  }

  async step(by: 1 | -1): Promise<void> {
    const tellings = this.found?.tellings ?? [];
    const at = tellings.findIndex((one) => one.ref === this.telling?.ref);
    const next = tellings[(at + by + tellings.length) % tellings.length];
    if (next) await this.turnTo(next.ref);
  }

  async #read(): Promise<void> {
    const wanted = this.telling?.report;
    if (!wanted) return;
    const turn = this.#turn;
    try {
      const { value } = await reports.report(wanted, this.#names ? { names: true } : {});
      if (turn === this.#turn && wanted === this.telling?.report) this.text = value;
    } catch (fault) {
      if (turn === this.#turn) this.problem = asProblem(fault);
    }
  }
}

/** Find the incident that an event is in now; null where that is not known. */
export async function heldBy(ref: string): Promise<Lite | null> {
  const { report, id } = split(ref);
  try {
    return (await reports.report(report)).value.incidents[id] ?? null;
  } catch {
    return null;
  }
}
