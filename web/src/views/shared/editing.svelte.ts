import type { EditField, Guess } from './draft';
import type { Range } from './offsets';

/** Which field is being corrected, and the words chosen for it. */
export class Editing {
  open = $state(false);
  event = $state('');
  field = $state<EditField>('kind');
  /** The figure that is corrected; null adds one. */
  figure = $state<string | null>(null);
  chosen = $state.raw<Range | null>(null);
  /** Whether a person chose the words just now; else they are those the field rests on. */
  byHand = $state(false);
  /** Set when the suggestions for the words should get the focus. */
  eager = $state(false);

  start(event: string, field: EditField, figure: string | null): void {
    this.event = event;
    this.field = field;
    this.figure = figure;
    this.open = true;
    this.eager = true;
  }

  /** Begin with words that were chosen in the text, on what they most likely say. */
  begin(guess: Guess, event: string, words: Range): void {
    this.start(guess.event ?? event, guess.field ?? 'kind', guess.figure);
    this.choose(words, true);
  }

  /** Take words chosen with the pointer (`eager`: go on to the suggestions) or the keys. */
  choose(range: Range, eager: boolean): void {
    this.chosen = range;
    this.byHand = true;
    this.eager = eager;
  }

  /** Show the words a field rests on, unless somebody chose others. */
  rest(range: Range | null): void {
    if (!this.byHand) this.chosen = range;
  }

  close(): void {
    this.open = false;
    this.chosen = null;
    this.byHand = false;
  }
}
