/** What the small map of an incident shows, and from how near. */

import type { Shown } from '$/map/asking.svelte';
import type { Camera } from '$/map/camera';
import type { Incident } from '$/records';
import { isExact } from './facts';

const KM_A_PIXEL = 78.27; // at the equator and zoom 0, where the world is one tile of 512 pixels
const FILLED = 0.7; // of the frame, by an area
const TOWN = 6; // zoom: a town among its neighbours
const FARTHEST = 1;
const NEAREST = 9;

/** Give the map the one incident; null where it has no point. */
export function shownOf(incident: Incident): Shown | null {
  const { lon, lat, grade, family } = incident;
  if (lon === null || lat === null) return null;
  const feature = {
    lon,
    lat,
    count: 1,
    grade,
    families: { [family]: 1 },
    killed: null,
    incident,
    bounds: [lon, lat, lon, lat] as [number, number, number, number],
  };
  const answer = { revision: 0, total: 1, unplaced: 0, undated: 0, features: [feature] };
  return { answer, goal: 0 }; // no goal: the camera below is where it looks
}

/** Look so near that an area fills the frame, `size` pixels high, and a town has its neighbours. */
export function cameraFor(incident: Incident, size: number): Camera | null {
  const { lon, lat, precision, radius_km: radius } = incident;
  if (lon === null || lat === null) return null;
  if (isExact(precision ?? '') || !radius) return { zoom: TOWN, lat, lon };
  const wanted = (2 * radius) / (FILLED * size);
  const zoom = Math.log2((KM_A_PIXEL * Math.cos((lat * Math.PI) / 180)) / wanted);
  return { zoom: Math.max(FARTHEST, Math.min(NEAREST, zoom)), lat, lon };
}
