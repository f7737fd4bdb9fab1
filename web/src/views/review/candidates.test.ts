import { describe, expect, it } from 'vitest';
import type { Lookalike, Telling } from '$/records';
import { candidatesOf, otherwise } from './candidates';

const alike = (incident: string, points: number): Lookalike => ({
  incident,
  points,
  title: incident,
  left: 'a/e1',
  right: 'b/e1',
  reasons: [],
});
const telling = (report: string, weapon: string | null) =>
  ({ ref: `${report}/e1`, report, event: { weapon } }) as unknown as Telling;

describe('candidates', () => {
  it('are given once each, by their best pair', () => {
    const found = candidatesOf([alike('x', 1), alike('y', 2), alike('x', 4.5)]);
    expect(found.map(({ incident, points }) => [incident, points])).toEqual([
      ['x', 4.5],
      ['y', 2],
    ]);
  });

  it('leave out what is in no incident', () => {
    expect(candidatesOf([alike('', 3)])).toEqual([]);
  });
});

describe('what others say', () => {
  it('is gathered by its words', () => {
    const tellings = [
      telling('a', 'drone'),
      telling('b', 'glide-bomb'),
      telling('c', 'glide-bomb'),
    ];
    const [first] = tellings as [Telling];
    expect(otherwise(tellings, first, 'weapon', null)).toEqual([
      { words: 'glide bomb', reports: ['b', 'c'] },
    ]);
  });
});
