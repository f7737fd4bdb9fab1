import type { Box } from '$/records';

/** Where the map looks: the middle of the view and how near. */
export interface Camera {
  zoom: number;
  lat: number;
  lon: number;
}

/** Read "5.2/49.1/36.2" out of the address; null where it is none. */
export function cameraOf(words: string | null): Camera | null {
  const parts = (words ?? '').split('/').map(Number);
  const [zoom, lat, lon] = parts;
  if (parts.length !== 3 || zoom === undefined || lat === undefined || lon === undefined)
    return null;
  if (![zoom, lat, lon].every(Number.isFinite)) return null;
  if (Math.abs(lat) > 90 || zoom < 0 || zoom > 24) return null;
  return { zoom, lat, lon };
}

export function cameraWords({ zoom, lat, lon }: Camera): string {
  const digits = Math.min(5, Math.max(1, Math.ceil(zoom / 3)));
  return `${zoom.toFixed(1)}/${lat.toFixed(digits)}/${lon.toFixed(digits)}`;
}

/** Bring a box that a turned globe gave into ±180°; one that goes round the world is the world. */
export function wrapped([west, south, east, north]: Box): Box {
  const low = Math.max(-90, south);
  const high = Math.min(90, north);
  if (east - west >= 360) return [-180, low, 180, high];
  return [turned(west), low, turned(east), high];
}

/** Widen a box by a share of its size on each side, so that a short move finds it filled. */
export function widened([west, south, east, north]: Box, share: number): Box {
  const aside = (east - west) * share;
  const up = (north - south) * share;
  return [west - aside, south - up, east + aside, north + up];
}

/** Find the box around several; null around none. */
export function around(boxes: Box[]): Box | null {
  if (boxes.length === 0) return null;
  return boxes.reduce((all, box) => [
    Math.min(all[0], box[0]),
    Math.min(all[1], box[1]),
    Math.max(all[2], box[2]),
    Math.max(all[3], box[3]),
  ]);
}

function turned(lon: number): number {
  return ((((lon + 180) % 360) + 360) % 360) - 180;
}

const TILE = 512; // pixels of the world at zoom 0

/** Guess the box that a camera sees in a frame, before there is a map to ask. */
export function guessed({ zoom, lat, lon }: Camera, width: number, height: number): Box {
  const degrees = 360 / (TILE * 2 ** zoom);
  const aside = (width * degrees) / 2;
  const up = (height * degrees) / 2;
  return wrapped([lon - aside, lat - up, lon + aside, lat + up]);
}
