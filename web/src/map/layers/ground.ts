import type { Layer } from './layer';

/** Sea and land. */
export const ground: Layer = {
  sources: ['land'],
  layers: (palette) => [
    { id: 'sea', type: 'background', paint: { 'background-color': palette.sea } },
    {
      id: 'land',
      type: 'fill',
      source: 'land',
      paint: { 'fill-color': palette.land, 'fill-antialias': false },
    },
  ],
  ground: ({ land }) => ({ land }),
};
