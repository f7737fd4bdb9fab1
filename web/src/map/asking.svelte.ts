import { mapOf } from '$/api/incidents';
import { boxWords } from '$/filters/area';
import type { Box, MapAnswer } from '$/records';
import { type Filters, signature, without } from '$/state/filters';
import { Loader } from '$/state/loader.svelte';
import { widened, wrapped } from './camera';

/** An answer, with the number of the wish to see all of it; a new number makes the map fit to it. */
export interface Shown {
  answer: MapAnswer;
  goal: number;
}

const WORLD: Box = [-180, -90, 180, 90];
const WORLD_ZOOM = 2;
const BESIDE = 0.15; // of the view on each side, so that a short move finds it filled

/** Asks what the map shows: what lies in view, or all of it when the view is still to be found. */
export class Asking {
  loader = new Loader<Shown>();
  #goal = 0;
  #reached = 0;
  #last: Question | null = null;

  /** Wish that the next answer be brought into view as a whole. */
  fit(): void {
    this.#goal += 1;
  }

  /** Ask, unless what is there or on its way holds the answer. */
  ask(filters: Filters, box: Box | null, zoom: number, again = false): void {
    const goal = this.#goal;
    const whole = goal !== this.#reached || !box;
    const next: Question = {
      goal,
      asked: signature(filters),
      view: whole ? WORLD : wrapped(widened(box, BESIDE)),
      zoom: whole ? WORLD_ZOOM : Math.floor(zoom),
    };
    if (!again && this.#last && holds(this.#last, next, whole ? WORLD : box)) return;
    this.#last = next;
    const query = { ...without(filters, 'unplaced'), view: boxWords(next.view), zoom: next.zoom };
    void this.loader.ask(async (signal) => {
      const answer = await mapOf(query, signal);
      this.#reached = Math.max(this.#reached, goal);
      return { answer, goal };
    });
  }
}

interface Question {
  goal: number;
  asked: string;
  view: Box;
  zoom: number;
}

function holds(last: Question, next: Question, [west, south, east, north]: Box): boolean {
  if (last.goal !== next.goal || last.asked !== next.asked || last.zoom !== next.zoom) return false;
  const [w, s, e, n] = last.view;
  if (w > e || west > east) return false; // across 180°: rare enough to ask anew
  return west >= w && south >= s && east <= e && north <= n;
}
