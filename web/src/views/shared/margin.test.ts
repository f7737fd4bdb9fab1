import { describe, expect, it } from 'vitest';
import { pieceAt, stacked } from './margin';

describe('stacked', () => {
  it('leaves notes beside their words where there is room', () => {
    const boxes = [
      { at: 0, height: 10 },
      { at: 100, height: 10 },
    ];
    expect(stacked(boxes, 4)).toEqual([0, 100]);
  });

  it('moves a note down below the one before it', () => {
    const boxes = [
      { at: 0, height: 50 },
      { at: 20, height: 10 },
      { at: 22, height: 10 },
      { at: 200, height: 10 },
    ];
    expect(stacked(boxes, 4)).toEqual([0, 54, 68, 200]);
  });
});

describe('pieceAt', () => {
  it.each([
    [0, 0],
    [9, 0],
    [10, 1],
    [99, 2],
  ])('finds the piece that holds %i', (unit, index) => {
    expect(pieceAt([0, 10, 30], unit)).toBe(index);
  });

  it('finds none before the first', () => {
    expect(pieceAt([5], 2)).toBe(-1);
  });
});
