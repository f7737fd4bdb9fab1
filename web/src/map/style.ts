import type { GeoJSONSource, Map as MapLibre, StyleSpecification } from 'maplibre-gl';
import type { FeatureCollection } from '$/records';
import { EMPTY } from './layers/layer';
import { ORDER } from './layers/order';
import type { Palette } from './palette';

/** Make the style of the whole map. It names no glyphs: letters are drawn from the page's own fonts. */
export function styleOf(palette: Palette): StyleSpecification {
  const names = ORDER.flatMap((layer) => layer.sources);
  return {
    version: 8,
    sources: Object.fromEntries(
      names.map((name) => [name, { type: 'geojson', data: EMPTY, tolerance: 0.3 }]),
    ),
    layers: ORDER.flatMap((layer) => layer.layers(palette)),
    transition: { duration: 0, delay: 0 },
  };
}

/** Put other colours on; sources and camera stay. */
export function repaint(map: MapLibre, palette: Palette): void {
  for (const layer of ORDER.flatMap((one) => one.layers(palette))) {
    for (const [name, value] of Object.entries(layer.paint ?? {})) {
      map.setPaintProperty(layer.id, name as never, value as never);
    }
    const layout = 'layout' in layer ? (layer.layout ?? {}) : {};
    for (const [name, value] of Object.entries(layout)) {
      map.setLayoutProperty(layer.id, name as never, value as never);
    }
  }
}

export function fill(map: MapLibre, sources: Record<string, FeatureCollection>): void {
  for (const [name, features] of Object.entries(sources)) {
    map.getSource<GeoJSONSource>(name)?.setData(features);
  }
}
