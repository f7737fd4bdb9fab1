import type { Listed, MapFeature } from '$/records';
import { collection, type Layer } from './layer';

const EXACT = new Set(['site', 'settlement']);
const KM_A_DEGREE = 111.195;
const CORNERS = 72;
// Discs within each other, each faint: together they fade from the middle to a soft edge.
const FADES = [1, 0.9, 0.8, 0.7, 0.6, 0.5];

/** Tell whether the place of an incident is no more than an area, which is never drawn as a pin. */
export const isArea = (incident: Listed): boolean =>
  incident.precision !== null && !EXACT.has(incident.precision) && (incident.radius_km ?? 0) > 0;

/** Places known only as a district, province, country, region or sea: an area with a soft edge. */
export const areas: Layer = {
  sources: ['areas'],
  touched: ['areas'],
  layers: (palette) => [
    {
      id: 'areas',
      type: 'fill',
      source: 'areas',
      paint: {
        'fill-color': [
          'match',
          ['get', 'family'],
          ...Object.entries(palette.families).flat(),
          palette.ink,
        ] as unknown as string,
        'fill-opacity': palette.theme === 'dark' ? 0.055 : 0.045,
        'fill-antialias': false,
      },
    },
  ],
  toGeoJSON: (features) => ({ areas: collection(features.flatMap(discs)) }),
};

function discs({ incident, lon, lat }: MapFeature): GeoJSON.Feature[] {
  if (!incident || !isArea(incident)) return [];
  const radius = incident.radius_km ?? 0;
  return FADES.map((share) => ({
    type: 'Feature',
    properties: { id: incident.id, family: incident.family },
    geometry: { type: 'Polygon', coordinates: [ring(lon, lat, radius * share)] },
  }));
}

/** Walk round a point at a distance in kilometres. */
export function ring(lon: number, lat: number, km: number): [number, number][] {
  const up = km / KM_A_DEGREE;
  const aside = up / Math.max(0.05, Math.cos((lat * Math.PI) / 180));
  return Array.from({ length: CORNERS + 1 }, (_, corner) => {
    const turn = (corner / CORNERS) * 2 * Math.PI;
    return [lon + aside * Math.sin(turn), Math.max(-89, Math.min(89, lat + up * Math.cos(turn)))];
  });
}
