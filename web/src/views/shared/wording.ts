/** Coded values in plain words. */

import { t, tOr } from '$/i18n/t';
import type { Codes, Event, Figure, Party, Place, When } from '$/records';
import { number } from '$/state/locale';
import { measureWords, rangeWords } from '$/ui/figures';
import { whenWords } from '$/ui/when';

export const plainWords = (code: string): string => code.replaceAll('-', ' ');

export const kindWords = (kind: string, codes: Codes | null): string =>
  codes?.kinds.find((known) => known.name === kind)?.label ?? capital(plainWords(kind));

export const factualityWords = (factuality: string): string =>
  tOr(`factuality.${factuality}`, plainWords(factuality));

export const stanceWords = (stance: string): string => tOr(`stance.${stance}`, plainWords(stance));

export const dateWords = (when: When): string => whenWords(when.start, when.end, when.precision);

export function placeWords(place: Place | null): string {
  if (!place) return t('place.unknown');
  const name = place.country
    ? t('place.full', { name: place.name, country: place.country })
    : place.name;
  const exact = place.precision === 'site' || place.precision === 'settlement';
  return exact ? name : `${name} (${tOr(`precision.${place.precision}`, place.precision)})`;
}

export function partyWords(party: Party): string {
  const tail = [party.country, party.role === 'UNK' ? null : party.role].filter(Boolean).join(' ');
  return tail ? `${party.name} (${tail})` : party.name;
}

export const partiesWords = (parties: readonly Party[]): string =>
  parties.length > 0 ? parties.map(partyWords).join(', ') : t('fact.nobody');

/** Say a count with its hedge: at least 4, about 20, 30–40. */
export function hedged(figure: Pick<Figure, 'low' | 'high' | 'qualifier'>): string {
  const words = rangeWords(figure);
  const bare = figure.low !== null && figure.high !== null;
  return figure.qualifier === 'about' && bare ? t('figure.about', { words }) : words;
}

/** Name whom a figure counts, where that is more than people. */
export function populationWords(population: string | null): string {
  if (population === null || population === 'people' || population === 'mixed') return '';
  return tOr(`population.${population}`, plainWords(population));
}

export function figureWords(figure: Figure): string {
  const people = populationWords(figure.population);
  return [hedged(figure), people, measureWords(figure.measure)].filter(Boolean).join(' ');
}

/** What an event and an incident are both coded with. */
export type Coded = Pick<
  Event,
  'kind' | 'factuality' | 'actors' | 'targets' | 'weapon' | 'place' | 'date'
>;

/** Say one field of an event, or of an incident. */
export function fieldWords(event: Coded, field: string, codes: Codes | null): string {
  if (field === 'kind') return kindWords(event.kind, codes);
  if (field === 'factuality') return factualityWords(event.factuality);
  if (field === 'actors') return partiesWords(event.actors);
  if (field === 'targets') return partiesWords(event.targets);
  if (field === 'weapon') return event.weapon ? plainWords(event.weapon) : t('fact.noWeapon');
  if (field === 'place') return placeWords(event.place);
  return dateWords(event.date);
}

/** Say in a line what an event is: kind, place, days. */
export function eventWords(event: Event, codes: Codes | null): string {
  const place = event.place?.name;
  return [kindWords(event.kind, codes), place, event.date.start ? dateWords(event.date) : null]
    .filter(Boolean)
    .join(' · ');
}

/** Say a value as a judgement holds it, whatever its shape. */
export function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return t('value.none');
  if (Array.isArray(value))
    return value.length > 0 ? value.map(valueWords).join(', ') : t('value.none');
  if (typeof value === 'number') return number(value);
  if (typeof value === 'string') return plainWords(value);
  return typeof value === 'object' ? shapeWords(value as Record<string, unknown>) : String(value);
}

function shapeWords(value: Record<string, unknown>): string {
  if ('measure' in value) return figureWords(value as unknown as Figure);
  if ('lat' in value) return placeWords(value as unknown as Place);
  if ('role' in value) return partyWords(value as unknown as Party);
  if ('start' in value && 'precision' in value) return dateWords(value as unknown as When);
  return Object.values(value).map(valueWords).join(' ');
}

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Put quotation marks about their words. */
export const quoted = (words: string): string => `“${words.replace(/\s+/g, ' ').trim()}”`;
