import { describe, expect, it } from 'vitest';
import type { Comparison } from '$/records';
import { marksFor, nextPassage, passageOn } from './passages';

const side = (id: string) => ({
  id,
  title: null,
  publisher: null,
  published: null,
  url: null,
  language: null,
  text: 'words of a report',
});
const compared: Comparison = {
  left: side('a'),
  right: side('b'),
  shared: [
    { left: [0, 5], right: [6, 11] },
    { left: [8, 12], right: [0, 4] },
  ],
  share: 0.5,
};

describe('passages', () => {
  it('carry one name on both sides', () => {
    const keys = marksFor('left', compared).map((mark) => mark.key);
    expect(marksFor('right', compared).map((mark) => mark.key)).toEqual(keys);
    expect(marksFor('right', compared)[0]).toMatchObject({ report: 'b', start: 6, end: 11 });
  });

  it('are found on a side', () => {
    expect(passageOn('right', compared, 1)).toEqual({ start: 0, end: 4 });
    expect(passageOn('left', compared, 9)).toBeNull();
  });

  it.each([
    [2, -1, 1, 0],
    [2, -1, -1, 1],
    [2, 1, 1, 0],
    [2, 0, -1, 1],
    [0, -1, 1, -1],
  ] as const)('of %i from %i by %i is %i', (count, now, by, next) => {
    expect(nextPassage(count, now, by)).toBe(next);
  });
});
