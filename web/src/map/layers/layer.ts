import type { LayerSpecification } from 'maplibre-gl';
import type { Basemap, FeatureCollection, MapFeature } from '$/records';
import type { Palette } from '../palette';

/** What a reader may set about how marks are drawn. */
export type SizeBy = 'count' | 'killed';

/** One thing the map draws. `ground` and `toGeoJSON` fill its sources, from the basemap or from answers. */
export interface Layer {
  sources: string[];
  layers(palette: Palette): LayerSpecification[];
  ground?(basemap: Basemap): Record<string, FeatureCollection>;
  /** What of the ground is seen only from a zoom on, and need not be drawn before. */
  late?: { zoom: number; ground(basemap: Basemap): Record<string, FeatureCollection> };
  toGeoJSON?(features: MapFeature[], by: SizeBy): Record<string, FeatureCollection>;
  /** The layers that answer to the pointer. */
  touched?: string[];
}

export const EMPTY: FeatureCollection = { type: 'FeatureCollection', features: [] };

export const collection = (features: GeoJSON.Feature[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features,
});
