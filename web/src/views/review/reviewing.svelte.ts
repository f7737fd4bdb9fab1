import { t } from '$/i18n/t';
import type { Judged, Lite, Lookalike, NewJudgement } from '$/records';
import type { Filters } from '$/state/filters';
import { toasts } from '$/state/toasts.svelte';
import { type EditField, guessed } from '../shared/draft';
import { Editing } from '../shared/editing.svelte';
import { Judging } from '../shared/judging.svelte';
import { marksOf } from '../shared/marks';
import { offsetsOf, type Range, toUnits } from '../shared/offsets';
import { candidatesOf } from './candidates';
import { Case, heldBy } from './case.svelte';
import { Queue } from './queue.svelte';

/** Reviewing: the queue, the case that is open, and what is decided on it. */
export class Reviewing {
  readonly queue: Queue;
  readonly open = new Case();
  readonly editing = new Editing();
  readonly judging: Judging;
  /** The incident that a correction took the event to. */
  moved = $state.raw<Lite | null>(null);
  /** Where each decision that can be taken back was made. */
  #trail: string[] = [];
  #preferred = $state<string | null>(null);

  /** The incident shown, once it is the one the queue stands at. */
  readonly shown = $derived.by(() => {
    const found = this.open.found;
    return found && found.id === this.queue.now?.incident.id ? found : null;
  });
  readonly candidates = $derived(candidatesOf(this.shown?.lookalikes ?? []));
  readonly candidate = $derived<Lookalike | null>(
    this.candidates.find((one) => one.incident === this.#preferred) ?? this.candidates[0] ?? null,
  );

  constructor(filters: () => Filters) {
    this.queue = new Queue(filters);
    this.judging = new Judging({
      etag: () => this.open.found?.etag ?? null,
      reload: () => this.queue.load(this.open.found?.id, true),
      took: (judged, judgement) => this.#took(judged, judgement),
    });
  }

  prefer(incident: string): void {
    this.#preferred = incident;
  }

  async step(by: 1 | -1): Promise<void> {
    this.moved = null;
    if (!(await this.queue.step(by))) toasts.say(t(by > 0 ? 'review.end' : 'review.begin'));
  }

  accept(): void {
    this.#judge({ verdict: 'accept' }, 'review.accepted');
  }

  /** Only of the event that is shown; the others of the incident stand. */
  reject(): void {
    const event = this.open.telling?.ref;
    if (event) this.#judge({ verdict: 'reject', event }, 'review.rejected');
  }

  merge(): void {
    this.#together('same', t('review.mergeReason'), 'review.merged');
  }

  never(): void {
    this.#together('different', t('review.neverReason'), 'review.heldApart');
  }

  split(): void {
    const event = this.open.telling?.ref;
    if (!this.shown || !event) return;
    if (this.shown.tellings.length < 2) {
      toasts.say(t('review.cannotSplit'));
      return;
    }
    const { id: incident } = this.shown;
    const judgement = { verdict: 'split' as const, incident, event };
    void this.judging.judge(
      { ...judgement, reason: t('review.splitReason') },
      t('review.parted', { event }),
    );
  }

  /** Open the editor on a field; of figures on the first, where none is named. */
  edit(field: EditField, figure: string | null = null): void {
    const { telling, words } = this.open;
    if (!this.shown || !telling || !words) return;
    const first = telling.figures[0]?.id ?? null;
    this.editing.start(telling.event.id, field, field === 'figure' ? (figure ?? first) : null);
  }

  /** Take words that were chosen in the text: into the editor, which opens on what they likely say. */
  take(range: Range, byPointer: boolean): void {
    const { telling, words } = this.open;
    if (this.editing.open) this.editing.choose(range, byPointer);
    else if (telling && words) {
      const own = { events: [telling.event], figures: telling.figures, claims: telling.claims };
      const { start, end } = toUnits(offsetsOf(words.text), range);
      const guess = guessed(marksOf(telling.report, own), range, words.text.slice(start, end));
      this.editing.begin(guess, telling.event.id, range);
    }
  }

  #judge(
    rest: Pick<NewJudgement, 'verdict' | 'event'>,
    said: 'review.accepted' | 'review.rejected',
  ): void {
    if (!this.shown) return;
    const { id: incident, title } = this.shown;
    void this.judging.judge({ ...rest, incident }, t(said, { title }));
  }

  #together(
    verdict: 'same' | 'different',
    reason: string,
    said: 'review.merged' | 'review.heldApart',
  ): void {
    if (!this.shown) return;
    if (!this.candidate) {
      toasts.say(t('review.noCandidate'));
      return;
    }
    const { id: incident } = this.shown;
    const { incident: other, title } = this.candidate;
    const judgement = { verdict, incident, incidents: [incident, other] as [string, string] };
    void this.judging.judge({ ...judgement, reason }, t(said, { title }));
  }

  /** Go on after a decision that settles the incident; else stay with it, wherever it is now. */
  async #took(judged: Judged, judgement: NewJudgement | null): Promise<void> {
    const settled = judgement?.verdict === 'accept' || judgement?.verdict === 'reject';
    this.moved = null;
    const here = this.queue.now?.incident.id ?? null;
    const back = judgement ? null : (this.#trail.pop() ?? null);
    if (judgement && here) this.#trail.push(here);
    if (settled) await this.queue.load(this.queue.following);
    else await this.queue.load([back, judged.incident], true);
    if (judgement?.verdict === 'correct') await this.#follow(judgement);
  }

  async #follow({ event, incident }: NewJudgement): Promise<void> {
    const now = event ? await heldBy(event) : null;
    this.moved = now && now.id !== incident ? now : null;
  }
}
