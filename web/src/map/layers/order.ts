import { areas } from './areas';
import { borders } from './borders';
import { clusters } from './clusters';
import { ground } from './ground';
import type { Layer } from './layer';
import { lit } from './lit';
import { marks } from './marks';
import { towns } from './towns';

/** What the map draws, from the lowest to the topmost. */
export const ORDER: Layer[] = [ground, borders, areas, towns, marks, clusters, lit];
