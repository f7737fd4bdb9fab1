import {
  type LngLatBounds,
  Map as MapLibre,
  type MapMouseEvent,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl';
import worker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { t } from '$/i18n/t';
import type { Basemap, Box, Listed, MapFeature } from '$/records';
import { type Camera, wrapped } from './camera';
import { drawn, RATIO } from './images';
import type { SizeBy } from './layers/layer';
import { lightOf } from './layers/lit';
import { ORDER } from './layers/order';
import type { Palette } from './palette';
import { fill, repaint, styleOf } from './style';

export interface View {
  box: Box;
  camera: Camera;
}
export interface Handlers {
  moved(view: View): void;
  /** The pointer rests on a feature at a point of the frame, or on none. */
  pointed(feature: MapFeature | null, at: { x: number; y: number }): void;
  pressed(feature: MapFeature): void;
  /** All that was given is on the screen. */
  rested(): void;
}

const WORLD: Camera = { zoom: 1.6, lat: 20, lon: 20 };
const FARTHEST = 0.8;
const NEAREST = 16;
const NEAR_ENOUGH = 10; // zoom: nearer, a single town fills the frame

/** The map itself: MapLibre with our layers, as the component beside it asks. */
export class Chart {
  readonly #map: MapLibre;
  #palette: Palette;
  #features: MapFeature[] = [];
  readonly #ready: Promise<unknown>;

  constructor(container: HTMLElement, palette: Palette, camera: Camera | null, on: Handlers) {
    setWorkerUrl(worker);
    this.#palette = palette;
    const { zoom, lat, lon } = camera ?? WORLD;
    this.#map = new MapLibre({
      container,
      style: styleOf(palette),
      center: [lon, lat],
      zoom,
      minZoom: FARTHEST,
      maxZoom: NEAREST,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      fadeDuration: 0,
      locale: {
        'Map.Title': t('map.canvas'),
        'NavigationControl.ZoomIn': t('map.zoomIn'),
        'NavigationControl.ZoomOut': t('map.zoomOut'),
      },
    });
    this.#map.setMissingStyleImageResolver((name) => this.#image(name));
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    this.#map.addControl(new NavigationControl({ showCompass: false }), 'top-left');
    this.#map.addControl(new ScaleControl({ maxWidth: 90 }), 'bottom-left');
    this.#ready = new Promise((resolve) => this.#map.once('style.load', resolve));
    this.#listen(on);
  }

  #listen(on: Handlers): void {
    const map = this.#map;
    map.once('style.load', () => on.moved(this.#view()));
    map.on('idle', () => on.rested());
    map.on('moveend', () => on.moved(this.#view()));
    map.on('mousemove', (event) => {
      const feature = this.#under(event);
      map.getCanvas().style.cursor = feature ? 'pointer' : '';
      on.pointed(feature, event.point);
    });
    map.on('mouseout', (event) => on.pointed(null, event.point));
    map.on('click', (event) => {
      const feature = this.#under(event);
      if (feature) on.pressed(feature);
    });
  }

  async lay(basemap: Basemap): Promise<void> {
    await this.#ready;
    for (const { ground, late } of ORDER) {
      if (ground) fill(this.#map, ground(basemap));
      if (late) this.#from(late.zoom, () => fill(this.#map, late.ground(basemap)));
    }
  }

  /** Act once, when the map is near enough. */
  #from(zoom: number, act: () => void): void {
    if (this.#map.getZoom() >= zoom) act();
    else this.#map.once('zoomend', () => this.#from(zoom, act));
  }

  async show(features: MapFeature[], by: SizeBy): Promise<void> {
    this.#features = features;
    await this.#ready;
    for (const layer of ORDER) if (layer.toGeoJSON) fill(this.#map, layer.toGeoJSON(features, by));
  }

  async light(incident: Listed | null): Promise<void> {
    await this.#ready;
    fill(this.#map, { lit: lightOf(incident) });
  }

  async paint(palette: Palette): Promise<void> {
    if (palette.theme === this.#palette.theme) return;
    this.#palette = palette;
    await this.#ready;
    repaint(this.#map, palette);
  }

  /** Bring a box into view; `calm` without flight. */
  fit([west, south, east, north]: Box, calm: boolean): void {
    this.#map.fitBounds([west, south, east, north], {
      padding: { top: 80, right: 48, bottom: 56, left: 64 }, // clear of the buttons and the scale
      maxZoom: NEAR_ENOUGH,
      animate: !calm,
    });
  }

  look({ zoom, lat, lon }: Camera): void {
    this.#map.jumpTo({ center: [lon, lat], zoom });
  }

  remove(): void {
    this.#map.remove();
  }

  #view(): View {
    const { lng, lat } = this.#map.getCenter().wrap();
    const bounds: LngLatBounds = this.#map.getBounds();
    return {
      box: wrapped([bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]),
      camera: { zoom: this.#map.getZoom(), lat, lon: lng },
    };
  }

  #image(name: string): void {
    const image = drawn(name, this.#palette);
    if (image) this.#map.addImage(name, image, { pixelRatio: RATIO });
  }

  #under(event: MapMouseEvent): MapFeature | null {
    const layers = ORDER.flatMap((layer) => layer.touched ?? []);
    const found = this.#map.queryRenderedFeatures(event.point, { layers })[0];
    if (!found) return null;
    const { index, id } = found.properties;
    if (typeof index === 'number') return this.#features[index] ?? null;
    return this.#features.find((feature) => feature.incident?.id === id) ?? null;
  }
}
