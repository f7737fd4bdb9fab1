import { mapOf } from '$/api/incidents';
import { boxWords } from '$/filters/area';
import type { Box, MapAnswer } from '$/records';
import { type Filters, without } from '$/state/filters';
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

  /** Wish that the next answer be brought into view as a whole. */
  fit(): void {
    this.#goal += 1;
  }

  ask(filters: Filters, box: Box | null, zoom: number): Promise<void> {
    const goal = this.#goal;
    const whole = goal !== this.#reached || !box;
    const view = whole ? WORLD : wrapped(widened(box, BESIDE));
    const query = {
      ...without(filters, 'unplaced'),
      view: boxWords(view),
      zoom: whole ? WORLD_ZOOM : Math.floor(zoom),
    };
    return this.loader.ask(async (signal) => {
      const answer = await mapOf(query, signal);
      this.#reached = goal;
      return { answer, goal };
    });
  }
}
