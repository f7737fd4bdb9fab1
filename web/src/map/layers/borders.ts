import type { Layer } from './layer';

const UNITS_FROM = 4; // zoom: farther off, provinces are a tangle

/** Borders as hairlines, dashed where not agreed; those of provinces when near. */
export const borders: Layer = {
  sources: ['units', 'borders', 'disputed'],
  layers: (palette) => [
    {
      id: 'units',
      type: 'line',
      source: 'units',
      minzoom: UNITS_FROM,
      paint: { 'line-color': palette.unit, 'line-width': 0.8 },
    },
    {
      id: 'coasts',
      type: 'line',
      source: 'land',
      paint: { 'line-color': palette.unit, 'line-width': 0.7 },
    },
    {
      id: 'borders',
      type: 'line',
      source: 'borders',
      paint: { 'line-color': palette.border, 'line-width': 0.9 },
    },
    {
      id: 'disputed',
      type: 'line',
      source: 'disputed',
      paint: { 'line-color': palette.border, 'line-width': 0.9, 'line-dasharray': [4, 3] },
    },
  ],
  ground: ({ borders: agreed, disputed }) => ({ borders: agreed, disputed }),
  late: { zoom: UNITS_FROM - 0.5, ground: ({ units }) => ({ units }) },
};
