import { router } from '$/state/router.svelte';
import { session } from '$/state/session.svelte';
import { EDIT_FIELDS, type EditField, guessed } from '../shared/draft';
import { Editing } from '../shared/editing.svelte';
import { Judging } from '../shared/judging.svelte';
import { Lit, nextOf } from '../shared/lit.svelte';
import { type Mark, marksOf, visible } from '../shared/marks';
import { offsetsOf, type Range, rangeFrom, toUnits } from '../shared/offsets';
import { layersOf } from './layers';
import { inOrder, notesOf, stepped } from './notes';
import { Open } from './open.svelte';

/** Reading a report: what is open, what the address says of it, and how a correction begins. */
export class Reporting {
  readonly #id: () => string;
  readonly #query: () => URLSearchParams;
  readonly open: Open;
  readonly editing = new Editing();
  readonly judging: Judging;
  readonly light: Lit;
  readonly names = $derived.by(() => this.#query().get('names') === 'true');
  readonly version = $derived.by(() => this.#query().get('version'));
  /** The event that is looked at. */
  readonly current = $derived.by(() => this.#query().get('event'));
  readonly quoted = $derived.by(() => rangeFrom(this.#query().get('quote')));
  readonly layers = $derived.by(() => layersOf(this.#query().get('layers')));
  readonly chosen = $derived.by<Range | null>(() =>
    this.editing.open ? this.editing.chosen : this.quoted,
  );
  readonly events = $derived.by(() => inOrder(this.open.found?.events ?? []));
  readonly marks = $derived.by(() => (this.open.found ? marksOf(this.#id(), this.open.found) : []));
  readonly shown = $derived.by(() => visible(this.marks, this.layers));
  readonly notes = $derived.by(() =>
    this.open.found ? notesOf(this.open.found, this.layers) : [],
  );
  /** Whether the reader may correct what is open: older versions stay as they were. */
  readonly corrects = $derived.by(
    () => session.can('analyst') && this.events.length > 0 && this.version === null,
  );

  constructor(id: () => string, query: () => URLSearchParams) {
    this.#id = id;
    this.#query = query;
    this.open = new Open(() => ({ id: id(), names: this.names, version: this.version }));
    this.judging = new Judging({
      etag: () => this.open.found?.incidents[this.editing.event]?.etag ?? null,
      reload: this.open.load,
      took: this.open.took,
    });
    this.light = new Lit((evidence) => {
      const next = nextOf(evidence, this.quoted && { report: id(), ...this.quoted });
      if (next) this.show(next);
    });
  }

  /** Bring words into sight, and into the address. */
  show({ start, end }: Range, event: string | null = null): void {
    const quote = `${start}-${end}`;
    router.amend({ quote, ...(event ? { event } : {}) }, { replace: true });
  }

  step(by: 1 | -1): void {
    const next = stepped(this.events, this.current, by);
    if (next) router.amend({ event: next.id, quote: null }, { replace: true });
  }

  /** Open the editor on an event, else on that of the first figure: on the field named, or on
      the event's first figure, or on its kind. */
  start(event: string | null, field: string | null = null): void {
    const figures = this.open.found?.figures ?? [];
    const wants = event ?? figures.find((one) => one.event !== null)?.event;
    const known = this.events.find((one) => one.id === wants) ?? this.events[0];
    if (!known) return;
    const figure = figures.find((one) => one.event === known.id);
    const named = EDIT_FIELDS.find((name) => name === field);
    const wanted: EditField = named ?? (figure ? 'figure' : 'kind');
    this.editing.start(known.id, wanted, wanted === 'figure' ? (figure?.id ?? null) : null);
  }

  /** Open the editor on what the words most likely say. */
  begin(words: Range): void {
    const text = this.open.found?.text ?? '';
    const { start, end } = toUnits(offsetsOf(text), words);
    const guess = guessed(this.marks, words, text.slice(start, end));
    this.editing.begin(guess, this.current ?? this.events[0]?.id ?? '', words);
  }

  select(words: Range, byPointer: boolean): void {
    this.show(words);
    if (this.editing.open) this.editing.choose(words, byPointer);
    else if (byPointer && this.corrects) this.begin(words);
  }

  marked([first]: readonly Mark[]): void {
    if (first && !this.editing.open) this.show(first, first.event);
  }
}
