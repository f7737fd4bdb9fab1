import type { FamilyName, Grade, Shape } from '$/records';

/** The marks: shape and colour say the family, fill says the grade. The printed report draws them alike. */

export type Point = [number, number];

export const SHAPE_OF: Record<FamilyName, Shape> = {
  air: 'triangle',
  fire: 'square',
  blast: 'star',
  clash: 'diamond',
  coercion: 'hexagon',
  protest: 'wedge',
  diplomacy: 'circle',
};
export const FAMILY_NAMES = Object.keys(SHAPE_OF) as FamilyName[];
export const GRADES: Grade[] = ['confirmed', 'fair', 'weak', 'contested', 'discounted'];
/** The worst first: what a cluster shows is its least certain incident. */
export const WORST_FIRST: Grade[] = ['contested', 'discounted', 'weak', 'fair', 'confirmed'];

// Corners by their share of a full turn from the top, and their distance; areas are about equal.
const CORNERS: Record<Shape, Point[]> = {
  triangle: regular(3, 0, 1.25),
  wedge: regular(3, 0.5, 1.25),
  square: regular(4, 0.125, 1.15),
  diamond: regular(4, 0, 1.2),
  hexagon: regular(6, 0, 1.05),
  star: Array.from({ length: 10 }, (_, n): Point => [n / 10, n % 2 ? 0.6 : 1.35]),
  circle: regular(32, 0, 1),
};

function regular(count: number, turned: number, reach: number): Point[] {
  return Array.from({ length: count }, (_, n): Point => [n / count + turned, reach]);
}

/** Find the corners of a shape about a centre. */
export function corners(shape: Shape, centre: Point, radius: number): Point[] {
  return CORNERS[shape].map(
    ([turn, reach]): Point => [
      centre[0] + radius * reach * Math.sin(turn * 2 * Math.PI),
      centre[1] - radius * reach * Math.cos(turn * 2 * Math.PI),
    ],
  );
}

/** Write corners as the path of an SVG. */
export function pathOf(points: Point[]): string {
  return `M${points.map(([x, y]) => `${x.toFixed(2)} ${y.toFixed(2)}`).join('L')}Z`;
}

/** Keep what lies left of a vertical line: the filled half of a contested mark. */
export function leftOf(points: Point[], x: number): Point[] {
  const kept: Point[] = [];
  for (const [index, to] of points.entries()) {
    const from = points[(index + points.length - 1) % points.length] ?? to;
    if (from[0] < x !== to[0] < x) {
      kept.push([x, from[1] + ((to[1] - from[1]) * (x - from[0])) / (to[0] - from[0])]);
    }
    if (to[0] < x) kept.push(to);
  }
  return kept;
}

export interface Strokes {
  fill: boolean;
  width: number;
  dash: number[];
}

/** How a grade draws its outline: solid, ring, dashed, split, pale. */
export function strokesOf(grade: Grade): Strokes {
  if (grade === 'confirmed') return { fill: true, width: 1, dash: [] };
  if (grade === 'fair') return { fill: false, width: 2.4, dash: [] };
  if (grade === 'weak') return { fill: false, width: 1.6, dash: [2.4, 1.7] };
  if (grade === 'contested') return { fill: false, width: 1.5, dash: [] };
  return { fill: false, width: 0.8, dash: [] };
}
