import { expect, test } from 'vitest';
import type { FigureRow } from '$/records';
import { choice, giverWords, isOff, RULES } from './rows';

test('a rule that does not exist is the usual one', () => {
  expect(choice('high', RULES, 'best')).toBe('high');
  expect(choice('median', RULES, 'best')).toBe('best');
  expect(choice(null, RULES, 'best')).toBe('best');
});

test('givers are named, or counted, or said to be missing', () => {
  expect(giverWords(['the mayor', 'a prosecutor'])).toBe('the mayor; a prosecutor');
  expect(giverWords(2)).toBe('2 givers');
  expect(giverWords([])).toBe('nobody named');
});

test('only a sum that was checked and does not fit stands out', () => {
  const row = { check: null, outcome: null } as FigureRow;
  expect(isOff(row)).toBe(false);
  expect(isOff({ ...row, check: '15 = 9 + 6', outcome: 'consistent' })).toBe(false);
  expect(isOff({ ...row, check: '7 + 6 do not reach 15', outcome: 'does not add up' })).toBe(true);
});
