import { describe, expect, it } from 'vitest';
import type { Event, Incident, Judgement, Lookalike, Telling } from '$/records';
import { factOf, nearness, placeInFull, siteEvidence } from './facts';
import { holds, undoneBy } from './history';
import { cameraFor, shownOf } from './inset';
import { leadWords } from './lead';
import { lookalikesOf } from './lookalikes';

const MACOMIA = {
  name: 'Macomia',
  country: 'MOZ',
  country_name: 'Mozambique',
  admin1: 'Cabo Delgado',
  lat: -12.2,
  lon: 40.1,
  precision: 'settlement',
  radius_km: 5,
};
const event = (changes: Partial<Event> = {}): Event => ({
  id: 'e1',
  type: 'ASSAULT',
  kind: 'shelling',
  acled: '',
  cameo: '19',
  factuality: 'occurred',
  background: false,
  part_of: null,
  actors: [],
  targets: [],
  weapon: null,
  place: MACOMIA,
  date: { start: '2024-05-10', end: '2024-05-10', precision: 'day' },
  attribution: [],
  evidence: [],
  basis: [],
  ...changes,
});
const telling = (report: string, told: Partial<Event> = {}): Telling => ({
  ref: `${report}/e1`,
  report,
  event: event(told),
  figures: [],
  claims: [],
});
const quote = (start: number, words: string) => ({
  start,
  end: start + words.length,
  quote: words,
});
const basis = (field: string, ...quotes: ReturnType<typeof quote>[]) => [
  { field, rule: null, quotes },
];
const incident = (tellings: Telling[], changes: Partial<Incident> = {}): Incident =>
  ({
    kind: 'shelling',
    factuality: 'occurred',
    weapon: null,
    actors: [],
    targets: [],
    start: '2024-05-10',
    end: '2024-05-10',
    date_precision: 'day',
    place_detail: MACOMIA,
    lat: MACOMIA.lat,
    lon: MACOMIA.lon,
    precision: MACOMIA.precision,
    radius_km: 5,
    grade: 'fair',
    family: 'fire',
    tellings,
    ...changes,
  }) as Incident;

describe('factOf', () => {
  it('rests on the words of the reports that say it as the record holds it', () => {
    const told = incident([
      telling('a', { basis: basis('kind', quote(3, 'shelled')) }),
      telling('b', { kind: 'airstrike', basis: basis('kind', quote(9, 'bombed')) }),
    ]);

    const fact = factOf(told, 'kind', null);

    expect(fact.values.map(({ words }) => words)).toEqual(['Shelling']);
    expect(fact.values[0]?.evidence).toEqual([
      { report: 'a', key: 'a/e1:kind', start: 3, end: 10 },
    ]);
    expect(fact.versions.map(({ words, reports }) => [words, reports])).toEqual([
      ['Shelling', ['a']],
      ['Airstrike', ['b']],
    ]);
  });

  it('shows no versions where the reports agree or say nothing', () => {
    const told = incident([telling('a', { weapon: 'mortar' }), telling('b')], {
      weapon: 'mortar',
    });

    expect(factOf(told, 'weapon', null).versions).toEqual([]);
    expect(factOf(told, 'actors', null)).toEqual({ field: 'actors', values: [], versions: [] });
  });

  it('gives each party the words that name it', () => {
    const parties = ['army', 'rebels'].map((name) => ({ name, country: null, role: 'UNK' }));
    const words = basis('actors', quote(0, 'the army'), quote(20, 'rebels'));
    const told = incident([telling('a', { actors: parties, basis: words })], { actors: parties });

    const { values } = factOf(told, 'actors', null);

    expect(values.map(({ evidence }) => evidence.map(({ start }) => start))).toEqual([[0], [20]]);
  });

  it('has no value where nothing is told', () => {
    const told = incident([], { start: null, end: null, place_detail: null });

    expect(factOf(told, 'date', null).values).toEqual([]);
    expect(factOf(told, 'place', null).values).toEqual([]);
  });
});

describe('places', () => {
  it('are named with all they lie in, each name once', () => {
    expect(placeInFull(MACOMIA)).toBe('Macomia, Cabo Delgado, Mozambique');
    expect(placeInFull({ ...MACOMIA, name: 'Cabo Delgado' })).toBe('Cabo Delgado, Mozambique');
  });

  it('say how near they are known', () => {
    const area = { ...MACOMIA, precision: 'admin1', radius_km: 110 };

    expect(nearness(MACOMIA)).toBe('a town or village');
    expect(nearness(area)).toBe('somewhere within 110 km');
    expect(nearness({ ...area, lat: null, lon: null })).toBe('not on the map');
  });

  it('are looked at from farther away the larger they are', () => {
    const wide = incident([], { precision: 'country', radius_km: 435 });
    const narrow = incident([], { precision: 'admin2', radius_km: 32 });

    expect(cameraFor(wide, 200)?.zoom).toBeLessThan(cameraFor(narrow, 200)?.zoom ?? 0);
    expect(shownOf(incident([], { lat: null, lon: null }))).toBeNull();
  });

  it('under protection rest on the words of the target, else of the place', () => {
    const target = { name: 'clinic', country: null, role: 'AID' };
    const named = telling('a', {
      targets: [target],
      basis: basis('targets', quote(5, 'a clinic')),
    });
    const site = { name: 'clinic', event: 'a/e1' };
    const placed = telling('a', { basis: basis('place', quote(7, 'the clinic')) });

    expect(siteEvidence(incident([named]), site).map(({ start }) => start)).toEqual([5]);
    expect(siteEvidence(incident([placed]), site).map(({ start }) => start)).toEqual([7]);
  });
});

describe('undoneBy', () => {
  const judgement = (number: number, verdict: string, value: string | null, standing: boolean) =>
    ({ number, verdict, value, standing }) as Judgement;

  it('finds what to take back so that a judgement stands again', () => {
    const accepted = judgement(4, 'accept', null, false);
    const past = [accepted, judgement(5, 'undo', '4', false)];

    expect(undoneBy(accepted, past)?.number).toBe(5);
  });

  it('looks past an undo that was itself taken back', () => {
    const accepted = judgement(4, 'accept', null, false);
    const past = [
      accepted,
      judgement(5, 'undo', '4', false),
      judgement(6, 'undo', '5', false),
      judgement(7, 'undo', '4', false),
    ];

    expect(undoneBy(accepted, past)?.number).toBe(7);
  });

  it('tells which undo holds, of which the server says that none stands', () => {
    const first = judgement(5, 'undo', '4', false);
    const second = judgement(6, 'undo', '5', false);

    expect(holds(first, [first])).toBe(true);
    expect(holds(first, [first, second])).toBe(false);
  });

  it('finds nothing for what stands', () => {
    expect(undoneBy(judgement(4, 'accept', null, true), [])).toBeNull();
  });
});

describe('lookalikesOf', () => {
  it('gathers the pairs of one other incident', () => {
    const pair = (left: string, other: string): Lookalike => ({
      left,
      right: 'z/e1',
      points: -1,
      reasons: [],
      incident: other,
      title: other.toUpperCase(),
    });

    const found = lookalikesOf({
      lookalikes: [pair('a/e1', 'x'), pair('b/e1', 'y'), pair('c/e1', 'x')],
    });

    expect(found.map(({ id, title, pairs }) => [id, title, pairs.length])).toEqual([
      ['x', 'X', 2],
      ['y', 'Y', 1],
    ]);
  });
});

describe('leadWords', () => {
  it('says a span, or one number', () => {
    expect(leadWords([4, 19])).toBe('4–19 minutes before');
    expect(leadWords([1, 1])).toBe('1 minute before');
  });
});
