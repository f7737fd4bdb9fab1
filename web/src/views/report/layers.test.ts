import { describe, expect, it } from 'vitest';
import type { Claim, Event, Figure } from '$/records';
import { LAYERS } from '../shared/marks';
import { layersOf, layersWords, turned } from './layers';
import { inOrder, notesOf, stepped } from './notes';

describe('layers in the address', () => {
  it('shows all without a word, and none where it says so', () => {
    expect([...layersOf(null)]).toEqual([...LAYERS]);
    expect([...layersOf('none')]).toEqual([]);
  });

  it('passes over what is no layer', () => {
    expect([...layersOf('claims,spoons,figures')]).toEqual(['figures', 'claims']);
  });

  it.each([
    [new Set(LAYERS), null],
    [new Set([]), 'none'],
    [new Set(['dates', 'events'] as const), 'events,dates'],
  ])('writes what it reads', (layers, words) => {
    expect(layersWords(layers)).toBe(words);
  });

  it('switches one and keeps the others', () => {
    const less = turned(layersOf(null), 'claims');
    expect(less.has('claims')).toBe(false);
    expect(layersWords(turned(less, 'claims'))).toBeNull();
  });
});

describe('notes in the margin', () => {
  const words = (start: number) => ({ start, end: start + 5, quote: 'words' });
  const event = (id: string, start: number) =>
    ({ id, evidence: [words(start)], basis: [] }) as unknown as Event;
  const figure = (id: string, of: string | null, start: number) =>
    ({ id, event: of, ...words(start) }) as unknown as Figure;
  const told = {
    events: [event('e2', 40), event('e1', 10)],
    figures: [figure('f1', 'e1', 12), figure('f2', null, 30)],
    claims: [{ id: 'c1', events: ['e1'], ...words(5) } as unknown as Claim],
  };
  const ids = (layers: string | null) => notesOf(told, layersOf(layers)).map((note) => note.id);

  it('stand in the order of the text, figures with their event', () => {
    expect(ids(null)).toEqual(['c1', 'e1', 'f2', 'e2']);
  });

  it('gives figures their own where events are not shown', () => {
    expect(ids('figures')).toEqual(['f1', 'f2']);
    expect(ids('none')).toEqual([]);
  });

  it('steps through the events as they are told, and stops at the ends', () => {
    const events = inOrder(told.events);
    const step = (now: string | null, by: 1 | -1) => stepped(events, now, by)?.id;
    expect([step(null, 1), step('e1', 1), step('e2', 1)]).toEqual(['e1', 'e2', 'e2']);
    expect([step(null, -1), step('e2', -1), step('e1', -1)]).toEqual(['e2', 'e1', 'e1']);
    expect(stepped([], null, 1)).toBeUndefined();
  });
});
