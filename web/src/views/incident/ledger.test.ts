import { describe, expect, it } from 'vitest';
import type { LedgerFigure, LedgerValue } from '$/records';
import { courseOf, stepsOf } from './course';
import { ordered, originNumbers, originWords, rows, sumOf } from './ledger';

const value = (figure: string, changes: Partial<LedgerValue> = {}): LedgerValue => ({
  figure,
  event: 'a/e1',
  report: figure.split('/')[0] ?? '',
  published: '2024-05-10',
  by: null,
  low: 8,
  high: 8,
  qualifier: 'exact',
  population: 'people',
  origin: 'Wire',
  standing: true,
  quote: 'eight',
  start: 1,
  end: 6,
  of: null,
  hedged: '8',
  ...changes,
});
const toll = (values: LedgerValue[], changes: Partial<LedgerFigure> = {}): LedgerFigure => ({
  measure: 'killed',
  low: 8,
  best: 10,
  high: 11,
  votes: 1,
  values,
  ...changes,
});

describe('rows', () => {
  it('sets a count inside a whole directly under it', () => {
    const whole = value('a/f1');
    const other = value('b/f1');
    const part = value('a/f2', { of: 'a/f1' });
    const within = value('a/f3', { of: 'a/f2' });

    const found = rows([whole, other, part, within]);

    expect(found.map((row) => [row.value.figure, row.depth])).toEqual([
      ['a/f1', 0],
      ['a/f2', 1],
      ['a/f3', 2],
      ['b/f1', 0],
    ]);
  });

  it('keeps a part whose whole is not listed, and one that names itself', () => {
    const found = rows([value('a/f2', { of: 'a/f9' }), value('a/f3', { of: 'a/f3' })]);

    expect(found.map((row) => row.depth)).toEqual([0, 0]);
  });
});

describe('ordered', () => {
  it('puts the dead first, then the injured, then what else was counted', () => {
    const measures = ['structures-damaged', 'injured', 'aid-value', 'killed'];
    const found = ordered(measures.map((measure) => toll([], { measure })));

    expect(found.map(({ measure }) => measure)).toEqual([
      'killed',
      'injured',
      'aid-value',
      'structures-damaged',
    ]);
  });
});

describe('originWords', () => {
  it('numbers the origins of the reports and tells those only quoted apart', () => {
    const numbers = originNumbers([
      { origin: 'Wire', reports: ['a'], links: [] },
      { origin: 'Paper', reports: ['b'], links: [] },
    ]);

    expect(originWords('Paper', numbers)).toBe('origin 2');
    expect(originWords('Ministry', numbers)).toBe('only quoted');
  });
});

describe('sumOf', () => {
  const check = (outcome: string, words: string) => ({
    measure: 'killed',
    whole: 'a/f1',
    parts: ['a/f2', 'a/f3'],
    outcome,
    words,
  });
  const values = [value('a/f1'), value('a/f2'), value('a/f3'), value('a/f4')];

  it.each([
    ['consistent', '4 = 2 + 2', 'Killed: the parts 2 + 2 add up to the 4 given for the whole.'],
    [
      'scope differs',
      '15 ≠ 7 + 6',
      'Killed: the parts 7 + 6 do not reach the 15 given for the whole.',
    ],
    [
      'does not add up',
      '1,000 ≠ 900 + 101',
      'Killed: the parts 900 + 101 exceed the 1,000 given for the whole.',
    ],
    [
      'scope differs',
      '4 ≠ 3 + ?',
      'Killed: the parts 3 + ? and the 4 given for the whole do not count the same.',
    ],
    ['new', 'no sum', 'Killed: no sum.'],
  ])('says %s of %s in words', (outcome, words, said) => {
    expect(sumOf(check(outcome, words), values).words).toBe(said);
  });

  it('points at the whole and its parts', () => {
    const sum = sumOf(check('consistent', '4 = 2 + 2'), values);

    expect(sum.evidence.map(({ key }) => key)).toEqual(['a/f1', 'a/f2', 'a/f3']);
    expect(sum.amiss).toBe(false);
  });
});

describe('stepsOf', () => {
  it('follows what most origins stand by, and ends at what the record holds', () => {
    const values = [
      value('a/f1'),
      value('b/f1', { published: '2024-05-11', origin: 'Paper', low: 9, high: 9 }),
      value('c/f1', { published: '2024-05-12', low: 9, high: 9 }),
      value('d/f1', { published: '2024-05-13', origin: 'Ministry', low: 30, high: 30 }),
    ];

    expect(stepsOf(toll(values, { best: 9 }))).toEqual([
      { day: '2024-05-10', best: 8 },
      { day: '2024-05-11', best: 9 },
      { day: '2024-05-12', best: 9 },
      { day: '2024-05-13', best: 9 },
    ]);
  });

  it('lets no part, no range and no lesser number of the same breath vote', () => {
    const values = [
      value('a/f1', { low: 20, high: 20 }),
      value('a/f2', { low: 2, high: 2, of: 'a/f1' }),
      value('a/f3', { low: 3, high: 3 }),
      value('b/f1', { origin: 'Paper', low: 25, high: 30, qualifier: 'range' }),
    ];

    expect(stepsOf(toll(values, { best: null }))).toEqual([{ day: '2024-05-10', best: 20 }]);
  });

  it('is empty where no value has a day', () => {
    expect(stepsOf(toll([value('a/f1', { published: null })]))).toEqual([]);
  });
});

describe('courseOf', () => {
  const size = { width: 300, height: 120 };

  it('sets later to the right and more higher up', () => {
    const course = courseOf(
      toll([value('a/f1'), value('b/f1', { published: '2024-05-14', low: 11, high: 11 })]),
      size,
    );
    const [first, second] = course.spots;

    expect(second?.x).toBeGreaterThan(first?.x ?? 0);
    expect(second?.y).toBeLessThan(first?.y ?? 0);
    expect(course.line).toMatch(/^M.*H300$/);
  });

  it('draws ranges, and leaves "at least" open', () => {
    const course = courseOf(
      toll([
        value('a/f1', { low: 4, high: 10, qualifier: 'range' }),
        value('a/f2', { low: 8, high: null, qualifier: 'at-least' }),
      ]),
      size,
    );
    const [range, least] = course.spots;

    expect(range?.top).toBeLessThan(range?.y ?? 0);
    expect(range?.bottom).toBeGreaterThan(range?.y ?? 0);
    expect(least?.open).toBe(true);
    expect(least?.top).toBeLessThan(least?.y ?? 0);
  });

  it('moves values of one day apart', () => {
    const [first, second] = courseOf(toll([value('a/f1'), value('b/f1')]), size).spots;

    expect(second?.x).not.toBe(first?.x);
  });

  it('leaves out values without a day and draws no line for none', () => {
    const course = courseOf(toll([value('a/f1', { published: null })]), size);

    expect(course.spots).toEqual([]);
    expect(course.line).toBe('');
  });
});
