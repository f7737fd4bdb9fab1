import { expect, test } from 'vitest';
import type { Warnings } from '$/records';
import { stretchesOf } from './warned';

const at = (iso: string) => new Date(`${iso}Z`);
const FROM = at('2024-10-29T00:00');
const TO = at('2024-10-31T00:00');
const NOW = at('2024-10-30T12:00');

function answer(warned: [string, string | null][], silent: [string, string | null][] = []) {
  const warnings = warned.map(([start, end]) => ({ start, end, state: 'warned' }));
  const silences = silent.map(([start, end]) => ({ start, end, feed: 'f', feed_name: 'F' }));
  return { regions: [], feeds: [], warnings, silences } as unknown as Warnings;
}

test('warnings that overlap are one stretch, those apart are two', () => {
  const found = stretchesOf(
    answer([
      ['2024-10-29T01:00Z', '2024-10-29T02:00Z'],
      ['2024-10-29T01:30Z', '2024-10-29T03:00Z'],
      ['2024-10-29T05:00Z', '2024-10-29T06:00Z'],
    ]),
    FROM,
    TO,
    NOW,
  );
  expect(found.map((one) => [one.start.getUTCHours(), one.end.getUTCHours()])).toEqual([
    [1, 3],
    [5, 6],
  ]);
});

test('what is open lasts until now, and what reaches out of the days is cut', () => {
  const [first, open] = stretchesOf(
    answer([
      ['2024-10-28T20:00Z', '2024-10-29T01:00Z'],
      ['2024-10-30T11:00Z', null],
    ]),
    FROM,
    TO,
    NOW,
  );
  expect(first?.start).toEqual(FROM);
  expect(open?.end).toEqual(NOW);
});

test('a silent feed is unknown, never clear', () => {
  const [only] = stretchesOf(
    answer([], [['2024-10-29T10:00Z', '2024-10-29T12:00Z']]),
    FROM,
    TO,
    NOW,
  );
  expect(only?.state).toBe('unknown');
});
