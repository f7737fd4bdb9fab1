import { expect, test, vi } from 'vitest';
import type { Region, Warning, Warnings } from '$/records';
import { byRegion } from './silences';

// The words of a stretch follow the reader's language, which only a browser knows.
vi.hoisted(() => vi.stubGlobal('navigator', { language: 'en', languages: ['en'] }));

const NOW = new Date('2026-03-02T12:00:00Z');
const at = (hour: string): string => `2026-03-02T${hour}:00:00Z`;
const region = (uid: string, state: Region['state']): Region => ({
  uid,
  name: uid,
  country: 'XX',
  level: 'district',
  state,
  since: at('11'),
});
const warning = (feed: string, uid: string): Warning => ({
  id: `${feed}/${uid}`,
  feed,
  feed_name: feed,
  region: uid,
  region_name: uid,
  country: 'XX',
  level: 'district',
  type: 'air',
  start: at('01'),
  end: at('02'),
  state: 'warned',
  headline: null,
  sender: null,
  status: 'Actual',
});
const answer = (given: Partial<Warnings>): Warnings => ({
  regions: [],
  warnings: [],
  silences: [],
  feeds: [],
  ...given,
});
const unknown = (given: Partial<Warnings>, uid: string): (string | null)[][] =>
  (byRegion(answer(given), NOW).get(uid) ?? [])
    .filter((one) => one.state === 'unknown')
    .map((one) => [
      one.start.toISOString().slice(11, 13),
      one.end?.toISOString().slice(11, 13) ?? null,
    ]);

const silence = (feed: string, start: string, end: string | null) => ({
  feed,
  feed_name: feed,
  start: at(start),
  end: end && at(end),
});

test('a silent feed makes its regions unknown for as long', () => {
  const given = {
    regions: [region('north', 'clear')],
    warnings: [warning('a', 'north')],
    silences: [silence('a', '05', '07'), silence('b', '08', '09')],
  };

  expect(unknown(given, 'north')).toEqual([['05', '07']]);
});

test('a second feed that is heard makes it known', () => {
  const given = {
    regions: [region('north', 'clear')],
    warnings: [warning('a', 'north'), warning('b', 'north')],
    silences: [silence('a', '05', '08'), silence('b', '07', '09')],
  };

  expect(unknown(given, 'north')).toEqual([['07', '08']]);
});

test('a region without a warning in the span is unknown while any feed is silent', () => {
  const given = { regions: [region('south', 'clear')], silences: [silence('a', '05', '07')] };

  expect(unknown(given, 'south')).toEqual([['05', '07']]);
});

test('a region that is unknown now is drawn so, even where no silence says why', () => {
  const given = { regions: [region('north', 'unknown')] };

  expect(unknown(given, 'north')).toEqual([['11', null]]);
});

test('a region that is known now is not drawn as unknown now', () => {
  const given = { regions: [region('north', 'partial')], silences: [silence('b', '09', null)] };

  expect(unknown(given, 'north')).toEqual([]);
});
