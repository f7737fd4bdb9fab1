import type { MapFeature } from '$/records';
import { imageName } from '../images';
import { isArea } from './areas';
import { killedOf } from './clusters';
import { collection, type Layer, type SizeBy } from './layer';

const LEAST = 0.5;
const MOST = 1.15;

/** Single incidents at a known place: shape and colour by family, fill by grade, size by killed. */
export const marks: Layer = {
  sources: ['marks'],
  touched: ['marks'],
  layers: (palette) => [
    {
      id: 'marks',
      type: 'symbol',
      source: 'marks',
      layout: {
        'icon-image': ['concat', ['get', 'image'], palette.theme],
        'icon-size': ['get', 'size'],
        'icon-allow-overlap': true,
        'symbol-sort-key': ['-', ['get', 'size']],
      },
    },
  ],
  toGeoJSON: (features, by) => ({
    marks: collection(features.flatMap((feature) => mark(feature, by))),
  }),
};

function mark(feature: MapFeature, by: SizeBy): GeoJSON.Feature[] {
  const { incident, lon, lat } = feature;
  if (!incident || isArea(incident)) return [];
  const weight = by === 'killed' ? killedOf(feature) : 1;
  return [
    {
      type: 'Feature',
      properties: {
        id: incident.id,
        size: LEAST + (MOST - LEAST) * Math.min(1, Math.sqrt(weight) / 8),
        image: imageName('mark', incident.family, incident.grade, ''),
      },
      geometry: { type: 'Point', coordinates: [lon, lat] },
    },
  ];
}
