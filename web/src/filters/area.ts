import type { Box } from '$/records';

/** Read "w,s,e,n"; null where it is none. */
export function boxOf(words: string | null | undefined): Box | null {
  const edges = (words ?? '')
    .split(',')
    .map((edge) => (edge.trim() === '' ? Number.NaN : Number(edge)));
  return edges.length === 4 && edges.every(Number.isFinite) ? (edges as Box) : null;
}

/** Write a box so that no point of it is lost by rounding. */
export function boxWords([west, south, east, north]: Box): string {
  const down = (edge: number) => Math.floor(edge * 1000) / 1000;
  const up = (edge: number) => Math.ceil(edge * 1000) / 1000;
  return [down(west), down(south), up(east), up(north)].join(',');
}
