import type { Listed } from '$/records';
import { isArea, ring } from './areas';
import { collection, type Layer } from './layer';

/** What is pointed at in the list: a ring about its place, or the outline of its area. */
export const lit: Layer = {
  sources: ['lit'],
  layers: (palette) => [
    {
      id: 'lit-area',
      type: 'line',
      source: 'lit',
      filter: ['==', ['geometry-type'], 'LineString'],
      paint: { 'line-color': palette.accent, 'line-width': 2 },
    },
    {
      id: 'lit-point',
      type: 'circle',
      source: 'lit',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 18,
        'circle-color': 'transparent',
        'circle-stroke-color': palette.accent,
        'circle-stroke-width': 3,
      },
    },
  ],
};

/** Draw the light of an incident; of one without a place there is none. */
export function lightOf(incident: Listed | null): GeoJSON.FeatureCollection {
  if (!incident || incident.lat === null || incident.lon === null) return collection([]);
  const { lon, lat } = incident;
  const geometry: GeoJSON.Geometry = isArea(incident)
    ? { type: 'LineString', coordinates: ring(lon, lat, incident.radius_km ?? 0) }
    : { type: 'Point', coordinates: [lon, lat] };
  return collection([{ type: 'Feature', properties: {}, geometry }]);
}
