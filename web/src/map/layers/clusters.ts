import type { FamilyName, MapFeature } from '$/records';
import { short } from '$/state/locale';
import { imageName, type Whose } from '../images';
import { collection, type Layer, type SizeBy } from './layer';

const LEAST = 0.78; // of the image: a count of three digits has room
const MOST = 1.7;

/** Incidents near each other: their count in a ring of the worst grade, in the colour of a sole family. */
export const clusters: Layer = {
  sources: ['clusters'],
  touched: ['clusters'],
  layers: (palette) => [
    {
      id: 'clusters',
      type: 'symbol',
      source: 'clusters',
      layout: {
        'icon-image': ['concat', ['get', 'image'], palette.theme],
        'icon-size': ['get', 'size'],
        'icon-allow-overlap': true,
        'text-field': ['get', 'words'],
        'text-font': ['Inter Variable'],
        'text-size': ['interpolate', ['linear'], ['get', 'size'], LEAST, 11.5, MOST, 15],
        'text-allow-overlap': true,
        'symbol-sort-key': ['get', 'size'],
      },
      paint: { 'text-color': palette.ink },
    },
  ],
  toGeoJSON: (features, by) => ({
    clusters: collection(
      features.flatMap((feature, index) => (feature.incident ? [] : [cluster(feature, index, by)])),
    ),
  }),
};

function cluster(feature: MapFeature, index: number, by: SizeBy): GeoJSON.Feature {
  return {
    type: 'Feature',
    properties: {
      index,
      words: short(feature.count),
      size: sizeOf(by === 'count' ? feature.count : killedOf(feature)),
      image: imageName('cluster', whose(feature), feature.grade, ''),
    },
    geometry: { type: 'Point', coordinates: [feature.lon, feature.lat] },
  };
}

/** The highest number of killed that is given; an open end counts as its beginning. */
export const killedOf = ({ killed }: MapFeature): number => killed?.[1] ?? killed?.[0] ?? 0;

// Square roots, so that the areas of circles compare; 400 and more are drawn alike.
const sizeOf = (weight: number): number =>
  LEAST + (MOST - LEAST) * Math.min(1, Math.sqrt(weight) / 20);

function whose({ families }: MapFeature): Whose {
  const present = Object.entries(families).filter(([, count]) => count > 0);
  return present.length === 1 ? ((present[0]?.[0] ?? 'mixed') as FamilyName) : 'mixed';
}
