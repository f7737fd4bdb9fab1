import type { FamilyName, Grade } from '$/records';
import { corners, leftOf, type Point, SHAPE_OF, strokesOf } from '$/ui/shapes';
import type { Palette } from './palette';

/** Images of marks, drawn when the map first asks for one by name: "mark/air/weak/dark". */

export const RATIO = 2; // image pixels a screen pixel
const MARK = 40; // screen pixels at icon-size 1, of marks and of clusters
const REACH = 13; // of a mark, from its centre
const RING = 17; // of a cluster

type Kind = 'mark' | 'cluster';
export type Whose = FamilyName | 'mixed';

export const imageName = (kind: Kind, whose: Whose, grade: Grade, theme: string): string =>
  `${kind}/${whose}/${grade}/${theme}`;

/** Draw the image of a name; null where the name is none of ours or is of another theme. */
export function drawn(name: string, palette: Palette): ImageData | null {
  const [kind, whose, grade, theme] = name.split('/') as [Kind, Whose, Grade, string];
  if (theme !== palette.theme || (kind !== 'mark' && kind !== 'cluster')) return null;
  const pen = penOf();
  if (!pen) return null;
  const colour = whose === 'mixed' ? palette.ink : palette.families[whose];
  if (kind === 'mark' && whose !== 'mixed') drawMark(pen, whose, grade, colour, palette.paper);
  else drawRing(pen, grade, colour, palette.paper);
  return pen.getImageData(0, 0, MARK * RATIO, MARK * RATIO);
}

type Pen = CanvasRenderingContext2D;

function penOf(): Pen | null {
  const canvas = document.createElement('canvas');
  canvas.width = MARK * RATIO;
  canvas.height = MARK * RATIO;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  pen?.scale(RATIO, RATIO);
  return pen;
}

function drawMark(pen: Pen, family: FamilyName, grade: Grade, colour: string, paper: string): void {
  const points = corners(SHAPE_OF[family], [MARK / 2, MARK / 2], REACH);
  const strokes = strokesOf(grade);
  trace(pen, points);
  pen.lineJoin = 'round';
  halo(pen, paper, strokes.width * 2 + 3);
  pen.fillStyle = strokes.fill ? colour : paper;
  pen.fill();
  outline(pen, colour, strokes.fill ? 1 : strokes.width * 1.7, strokes.dash);
  if (grade !== 'contested') return;
  trace(pen, leftOf(points, MARK / 2));
  pen.fillStyle = colour;
  pen.fill();
}

/** A cluster is a disc of paper with a ring in the way of its worst grade. */
function drawRing(pen: Pen, grade: Grade, colour: string, paper: string): void {
  const centre: Point = [MARK / 2, MARK / 2];
  const strokes = strokesOf(grade);
  disc(pen, centre, RING, 0, 2);
  halo(pen, paper, 5);
  pen.fillStyle = paper;
  pen.fill();
  outline(pen, colour, strokes.fill ? 4 : strokes.width * 1.4, strokes.dash);
  if (grade !== 'contested') return;
  disc(pen, centre, RING, 0.5, 1.5);
  outline(pen, colour, 4.5, []);
}

function disc(pen: Pen, [x, y]: Point, radius: number, from: number, to: number): void {
  pen.beginPath();
  pen.arc(x, y, radius, from * Math.PI, to * Math.PI);
}

function trace(pen: Pen, points: Point[]): void {
  pen.beginPath();
  for (const [x, y] of points) pen.lineTo(x, y);
  pen.closePath();
}

function halo(pen: Pen, paper: string, width: number): void {
  outline(pen, paper, width, []);
}

function outline(pen: Pen, colour: string, width: number, dash: number[]): void {
  pen.setLineDash(dash.map((length) => length * 1.8));
  pen.lineWidth = width;
  pen.strokeStyle = colour;
  pen.stroke();
}
