/** A correction before it is kept: which field of which event, its new value, and the words for it. */

import type { Event, Figure, NewJudgement, Party, Place, When } from '$/records';
import { FIELDS, type Field, quotesOf } from './keys';
import type { Mark } from './marks';
import type { Range } from './offsets';

export type EditField = Field | 'figure';
export const EDIT_FIELDS: readonly EditField[] = [...FIELDS, 'figure'];

/** The key that opens each field, after `e`. */
export const FIELD_KEYS: Record<EditField, string> = {
  kind: 'k',
  factuality: 'o',
  actors: 'w',
  targets: 't',
  weapon: 'g',
  place: 'p',
  date: 'd',
  figure: 'f',
};

export interface FigureDraft {
  measure: string;
  low: number | null;
  high: number | null;
  qualifier: string;
  population: string | null;
  event: string;
}
export type Draft = string | null | Place | When | Party[] | FigureDraft;

const NO_PLACE: Place = { name: '', country: null, lat: null, lon: null, precision: 'settlement' };
const NO_FIGURE = {
  measure: 'killed',
  low: null,
  high: null,
  qualifier: 'exact',
  population: 'people',
};

/** Begin with what is coded now. */
export function draftOf(event: Event, field: EditField, figure: Figure | null): Draft {
  if (field === 'figure') return figureDraft(event, figure);
  if (field === 'place') return { ...(event.place ?? NO_PLACE) };
  if (field === 'date') return { ...event.date };
  if (field === 'actors' || field === 'targets') return event[field].map((party) => ({ ...party }));
  return event[field];
}

function figureDraft(event: Event, figure: Figure | null): FigureDraft {
  if (!figure) return { ...NO_FIGURE, event: event.id };
  const { measure, low, high, qualifier, population } = figure;
  return { measure, low, high, qualifier, population, event: figure.event ?? event.id };
}

/** Give the words that a field or a figure rests on now. */
export function wordsNow(event: Event, field: EditField, figure: Figure | null): Range | null {
  const quote = field === 'figure' ? figure : quotesOf(event, field)[0];
  return quote ? { start: quote.start, end: quote.end } : null;
}

/** Take a suggestion over; what it leaves open stays as it was. */
export function suggested(field: EditField, now: Draft, value: unknown): Draft {
  if (field === 'figure' && isObject(value)) {
    return { ...(now as FigureDraft), ...value } as FigureDraft;
  }
  if (field === 'place' && isObject(value)) return { ...NO_PLACE, ...value } as Place;
  return value as Draft;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An empty place or weapon is none; parties without a name are left out. */
export function cleaned(field: EditField, draft: Draft): Draft {
  if (field === 'place') return (draft as Place).name.trim() ? draft : null;
  if (field === 'weapon') return draft || null;
  if (field === 'date') return cleanDate(draft as When);
  if (field === 'actors' || field === 'targets') {
    return (draft as Party[]).filter((party) => party.name.trim() !== '');
  }
  return draft;
}

function cleanDate(when: When): When {
  if (!when.start) return { start: null, end: null, precision: 'unknown' };
  const end = when.end && when.end >= when.start ? when.end : when.start;
  const precision = when.precision === 'unknown' ? 'day' : when.precision;
  return { start: when.start, end, precision };
}

export interface Correction {
  incident: string;
  report: string;
  event: string;
  field: EditField;
  figure: string | null;
  draft: Draft;
  quote: Range | null;
  reason: string;
}

/** Write a correction as the API takes it; `remove` takes a figure out. */
export function judgementOf(correction: Correction, remove = false): NewJudgement {
  const { incident, report, event, field, figure, draft, quote, reason } = correction;
  return {
    verdict: 'correct',
    incident,
    event: `${report}/${event}`,
    field,
    value: remove ? null : cleaned(field, draft),
    reason,
    ...(quote ? { quote: { start: quote.start, end: quote.end } } : {}),
    ...(field === 'figure' ? { figure } : {}),
  };
}

export interface Guess {
  event: string | null;
  field: EditField | null;
  figure: string | null;
}

const LAYER_FIELDS: Record<string, EditField> = {
  places: 'place',
  dates: 'date',
  figures: 'figure',
};

/** Guess from the marks under the chosen words what a person wants to correct. */
export function guessed(marks: readonly Mark[], range: Range, words: string): Guess {
  const under = marks
    .filter((mark) => mark.start < range.end && mark.end > range.start)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const inner = under.find((mark) => LAYER_FIELDS[mark.layer]);
  const event = under.find((mark) => mark.event !== null)?.event ?? null;
  if (inner) {
    const field = LAYER_FIELDS[inner.layer] as EditField;
    const figure = field === 'figure' ? inner.key.slice(inner.key.lastIndexOf('/') + 1) : null;
    return { event: inner.event ?? event, field, figure };
  }
  return { event, field: NUMBER.test(words) ? 'figure' : null, figure: null };
}

const NUMBER =
  /\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|dozens?|scores?|hundreds?|thousands?|several)\b/i;
