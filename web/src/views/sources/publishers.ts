import type { Publishers } from '$/records';

export type Publisher = Publishers['publishers'][number];
export type Copying = Publishers['links'][number];
export type Column = keyof Publisher;

/** Sort by a column; a minus before its name sorts downwards. Unknown days come last. */
export function sorted(rows: Publisher[], sort: string): Publisher[] {
  const down = sort.startsWith('-');
  const column = (down ? sort.slice(1) : sort) as Column;
  return [...rows].sort((left, right) => {
    const order = compared(left[column], right[column]);
    return (down ? -order : order) || left.name.localeCompare(right.name);
  });
}

function compared(left: string | number | null, right: string | number | null): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return String(left ?? '').localeCompare(String(right ?? ''));
}

export interface End {
  name: string;
  count: number;
  y: number;
}
export interface Thread {
  copying: Copying;
  y: [number, number];
  width: number;
}
export interface Threads {
  left: End[];
  right: End[];
  threads: Thread[];
  height: number;
  /** How many links are too small to be drawn. */
  left_out: number;
}

export const ROW = 30;
const DRAWN = 14;
const THICKEST = 12;

/** Lay out who copies (left) and whom (right) as threads as thick as they are many. */
export function threadsOf(links: Copying[]): Threads {
  const drawn = [...links].sort((one, two) => two.count - one.count).slice(0, DRAWN);
  const left = ends(drawn, 'from');
  const right = ends(drawn, 'to');
  const most = Math.max(1, ...drawn.map((link) => link.count));
  const threads = drawn.map((copying) => ({
    copying,
    y: [heightOf(left, copying.from), heightOf(right, copying.to)] as [number, number],
    width: Math.max(1, (copying.count / most) * THICKEST),
  }));
  const height = Math.max(left.length, right.length, 1) * ROW;
  return { left, right, threads, height, left_out: links.length - drawn.length };
}

function ends(links: Copying[], side: 'from' | 'to'): End[] {
  const counts = new Map<string, number>();
  for (const link of links) counts.set(link[side], (counts.get(link[side]) ?? 0) + link.count);
  const order = [...counts].sort((one, two) => two[1] - one[1]);
  return order.map(([name, count], index) => ({ name, count, y: (index + 0.5) * ROW }));
}

const heightOf = (list: End[], name: string): number =>
  list.find((end) => end.name === name)?.y ?? 0;
