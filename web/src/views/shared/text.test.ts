import { describe, expect, it } from 'vitest';
import { offsetsOf, rangeFrom, toPoints, toUnits } from './offsets';
import { paragraphs, segments } from './segments';
import { moved, wholeWords, wordsOf } from './words';

describe('offsets', () => {
  const text = 'a🛰b𝒳c';
  const offsets = offsetsOf(text);

  it('counts code points', () => {
    expect(offsets.points).toBe(5);
    expect(offsetsOf('Kharkiv, Сум').points).toBe(12);
  });

  it.each([
    [{ start: 0, end: 1 }, 'a'],
    [{ start: 1, end: 2 }, '🛰'],
    [{ start: 2, end: 4 }, 'b𝒳'],
    [{ start: 4, end: 5 }, 'c'],
    [{ start: 4, end: 99 }, 'c'],
  ])('cuts %j as the record means it', (range, words) => {
    const units = toUnits(offsets, range);
    expect(text.slice(units.start, units.end)).toBe(words);
  });

  it('comes back to where it began', () => {
    for (let point = 0; point <= 5; point += 1)
      expect(offsets.point(offsets.unit(point))).toBe(point);
    expect(toPoints(offsets, { start: 1, end: 3 })).toEqual({ start: 1, end: 2 });
  });

  it('takes the middle of a pair for its point', () => {
    expect(offsets.point(2)).toBe(1);
  });

  it.each([
    ['12-40', { start: 12, end: 40 }],
    ['40-12', null],
    ['x', null],
    [null, null],
  ])('reads %s from an address', (words, range) => {
    expect(rangeFrom(words)).toEqual(range);
  });
});

describe('segments', () => {
  const mark = (id: string, start: number, end: number) => ({ id, start, end });

  it('cuts overlapping marks into pieces that cover the stretch once', () => {
    const pieces = segments({ start: 0, end: 10 }, [mark('a', 1, 6), mark('b', 4, 8)]);
    expect(pieces.map((p) => [p.start, p.end, p.marks.map((m) => m.id).join('')])).toEqual([
      [0, 1, ''],
      [1, 4, 'a'],
      [4, 6, 'ab'],
      [6, 8, 'b'],
      [8, 10, ''],
    ]);
  });

  it('puts the longer mark outside the shorter', () => {
    const pieces = segments({ start: 0, end: 5 }, [mark('in', 1, 2), mark('out', 0, 5)]);
    expect(pieces[1]?.marks.map((m) => m.id)).toEqual(['out', 'in']);
  });

  it('leaves out what lies elsewhere or is empty', () => {
    expect(segments({ start: 5, end: 9 }, [mark('x', 0, 5), mark('y', 6, 6)])).toEqual([
      { start: 5, end: 9, marks: [] },
    ]);
  });
});

describe('paragraphs', () => {
  it('keeps blocks, joins those of one line, and reads lines where there are none', () => {
    const text = 'Head\n\nKYIV - Body one.\nBody two.';
    const blocks = [
      { kind: 'headline', start: 0, end: 4 },
      { kind: 'dateline', start: 6, end: 12 },
      { kind: 'body', start: 13, end: 22 },
    ];
    expect(paragraphs(text, blocks)).toEqual([
      { kind: 'headline', start: 0, end: 4 },
      { kind: 'body', start: 6, end: 22 },
      { kind: 'body', start: 23, end: 32 },
    ]);
  });
});

describe('words', () => {
  const text = 'At least eight people, two of them soldiers';

  it.each([
    [5, 12, 'least eight'],
    [8, 22, ' eight people,'.trim()],
    [9, 14, 'eight'],
  ])('takes the words of %i-%i whole', (start, end, words) => {
    const range = wholeWords(text, { start, end });
    expect(range && text.slice(range.start, range.end)).toBe(words);
  });

  it('keeps a selection of unspaced script as it is', () => {
    expect(wholeWords('八人が死亡した', { start: 1, end: 2 })).toEqual({ start: 1, end: 2 });
  });

  it('has nothing of spaces alone', () => {
    expect(wholeWords('a   b', { start: 1, end: 4 })).toBeNull();
  });

  it('moves and stretches by words', () => {
    const words = wordsOf(text);
    const say = (range: { start: number; end: number } | null) =>
      range && text.slice(range.start, range.end);
    const first = moved(words, null, 'on');
    const next = moved(words, first, 'on');
    const longer = moved(words, next, 'longer');
    expect([say(first), say(next), say(longer)]).toEqual(['At', 'least', 'least eight']);
    expect(say(moved(words, longer, 'shorter'))).toBe('least');
    expect(say(moved(words, first, 'back'))).toBe('At');
  });
});
