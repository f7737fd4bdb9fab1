/** Which layers of marks are shown, as the address says it: `figures,claims`, or `none`. */

import { LAYERS, type Layer } from '../shared/marks';

const NONE = 'none';

/** Read the layers; without a word all are shown, and what is no layer is passed over. */
export function layersOf(words: string | null): ReadonlySet<Layer> {
  if (words === null || words === '') return new Set(LAYERS);
  const named = words.split(',');
  return new Set(LAYERS.filter((layer) => named.includes(layer)));
}

/** Write the layers; null where all are shown. */
export function layersWords(layers: ReadonlySet<Layer>): string | null {
  if (LAYERS.every((layer) => layers.has(layer))) return null;
  return LAYERS.filter((layer) => layers.has(layer)).join(',') || NONE;
}

/** Switch one layer. */
export function turned(layers: ReadonlySet<Layer>, layer: Layer): ReadonlySet<Layer> {
  const others = LAYERS.filter((one) => one !== layer && layers.has(one));
  return new Set(layers.has(layer) ? others : [...others, layer]);
}
