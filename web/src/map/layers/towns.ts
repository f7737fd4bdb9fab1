import type { FeatureCollection } from '$/records';
import { collection, type Layer } from './layer';

/** Names of towns, the largest first and only as many as there is room for. */
export const towns: Layer = {
  sources: ['towns'],
  layers: (palette) => [
    {
      id: 'towns',
      type: 'symbol',
      source: 'towns',
      minzoom: 2,
      // The rank says how near one must be: the largest from afar, the smallest only close by.
      filter: ['<=', ['get', 'rank'], ['step', ['zoom'], 40, 3, 110, 4, 350, 5, 1200, 6, 1e6]],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': ['Inter Variable'],
        'text-size': ['interpolate', ['linear'], ['zoom'], 3, 10.5, 8, 12.5],
        'text-padding': ['interpolate', ['linear'], ['zoom'], 3, 14, 8, 4],
        'text-max-width': 8,
        'symbol-sort-key': ['get', 'rank'],
      },
      paint: {
        'text-color': palette.label,
        'text-halo-color': palette.land,
        'text-halo-width': 1.3,
      },
    },
  ],
  late: { zoom: 1.8, ground: ({ towns: all }) => ({ towns: ranked(all) }) },
};

function ranked(all: FeatureCollection): FeatureCollection {
  const size = (feature: GeoJSON.Feature) => Number(feature.properties?.size ?? 0);
  const ordered = [...all.features].sort((left, right) => size(right) - size(left));
  return collection(
    ordered.map((feature, rank) => ({
      ...feature,
      properties: { name: feature.properties?.name, rank },
    })),
  );
}
