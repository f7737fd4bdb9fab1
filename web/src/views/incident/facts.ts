/** What is known of an incident, field by field, and where the reports say otherwise. */

import { t } from '$/i18n/t';
import type { Codes, Event, Incident, PlaceDetail, Telling } from '$/records';
import {
  type Evidence,
  evidenceOf,
  type Field,
  fieldEvidence,
  fieldKey,
  quotesOf,
} from '../shared/keys';
import {
  dateWords,
  factualityWords,
  fieldWords,
  kindWords,
  partyWords,
  placeWords,
  plainWords,
} from '../shared/wording';

/** One way of saying a field, with the reports that have it so and the words it rests on. */
export interface Version {
  readonly words: string;
  readonly reports: readonly string[];
  readonly evidence: readonly Evidence[];
}
export interface Fact {
  readonly field: Field;
  /** What the record holds; of most fields one thing, of none nothing. */
  readonly values: readonly Version[];
  /** What each report says, given only where they differ. */
  readonly versions: readonly Version[];
}

const SHOWN: readonly Field[] = [
  'kind',
  'factuality',
  'date',
  'place',
  'actors',
  'targets',
  'weapon',
];

export const factsOf = (incident: Incident, codes: Codes | null): Fact[] =>
  SHOWN.map((field) => factOf(incident, field, codes));

export function factOf(incident: Incident, field: Field, codes: Codes | null): Fact {
  const versions = versionsOf(incident.tellings, field, codes);
  const values =
    field === 'actors' || field === 'targets'
      ? partyValues(incident, field)
      : heldValue(incident, field, versions, codes);
  return { field, values, versions: versions.length > 1 ? versions : [] };
}

/** Group the tellings by what they say of a field; those that say nothing of it are left out. */
export function versionsOf(
  tellings: readonly Telling[],
  field: Field,
  codes: Codes | null,
): Version[] {
  const versions = new Map<string, { reports: string[]; evidence: Evidence[] }>();
  for (const { event, report } of tellings) {
    if (isSilent(event, field)) continue;
    const words = fieldWords(event, field, codes);
    const version = versions.get(words) ?? { reports: [], evidence: [] };
    if (!version.reports.includes(report)) version.reports.push(report);
    version.evidence.push(...fieldEvidence(report, event, field));
    versions.set(words, version);
  }
  return [...versions].map(([words, version]) => ({ words, ...version }));
}

function isSilent(event: Event, field: Field): boolean {
  if (field === 'actors' || field === 'targets') return event[field].length === 0;
  if (field === 'date') return event.date.start === null;
  if (field === 'place' || field === 'weapon') return event[field] === null;
  return false;
}

/** Prefer the words of the reports that say it as the record holds it; else take all. */
function heldValue(
  incident: Incident,
  field: Field,
  versions: readonly Version[],
  codes: Codes | null,
): Version[] {
  const held = heldWords(incident, field, codes);
  if (held === null) return [];
  const same = versions.filter((version) => version.words === held.short);
  const backing = same.length > 0 ? same : versions;
  return [
    { words: held.full, reports: [], evidence: backing.flatMap((version) => version.evidence) },
  ];
}

/** What the record holds: in short as a report's value is said, and in full as it is shown. */
function heldWords(
  incident: Incident,
  field: Field,
  codes: Codes | null,
): { short: string; full: string } | null {
  if (field === 'place') {
    const place = incident.place_detail;
    return place && { short: placeWords(place), full: placeInFull(place) };
  }
  const words = codeWords(incident, field, codes);
  return words === null ? null : { short: words, full: words };
}

function codeWords(incident: Incident, field: Field, codes: Codes | null): string | null {
  if (field === 'kind') return kindWords(incident.kind, codes);
  if (field === 'factuality') return factualityWords(incident.factuality);
  if (field === 'weapon') return incident.weapon && plainWords(incident.weapon);
  const { start, end, date_precision: precision } = incident;
  return start && dateWords({ start, end, precision });
}

/** Name a place with all that it lies in. */
export function placeInFull(place: PlaceDetail): string {
  const names = [place.name, place.admin1, place.country_name ?? place.country];
  return [...new Set(names.filter(Boolean))].join(', ');
}

/** Tell whether a place is more than an area: only then is it drawn as a point. */
export const isExact = (precision: string): boolean =>
  precision === 'site' || precision === 'settlement';

/** Say how near a place is known. */
export function nearness(place: PlaceDetail): string {
  if (place.lat === null || place.lon === null) return t('incident.offMap');
  if (isExact(place.precision)) return t(`precision.${place.precision as 'site' | 'settlement'}`);
  return place.radius_km === null
    ? t('incident.somewhere')
    : t('incident.within', { km: place.radius_km });
}

function partyValues(incident: Incident, field: 'actors' | 'targets'): Version[] {
  return incident[field].map((party) => ({
    words: partyWords(party),
    reports: [],
    evidence: namedIn(incident.tellings, field, party.name),
  }));
}

/** Find the words that name somebody: those in which the name stands, else all of the field. */
export function namedIn(
  tellings: readonly Telling[],
  field: 'actors' | 'targets',
  name: string,
): Evidence[] {
  const naming = tellings.filter(({ event }) => event[field].some((one) => one.name === name));
  const among = naming.length > 0 ? naming : tellings;
  const exact = among.flatMap(({ event, report }) =>
    quotesOf(event, field)
      .filter((quote) => isAlike(quote.quote, name))
      .map((quote) => evidenceOf(report, fieldKey(report, event.id, field), quote)),
  );
  if (exact.length > 0) return exact;
  return among.flatMap(({ event, report }) => fieldEvidence(report, event, field));
}

function isAlike(quote: string, name: string): boolean {
  const [words, named] = [quote.toLowerCase(), name.toLowerCase()];
  return words.includes(named) || named.includes(words);
}

/** Find the words that name a protected site: of the targets, else of the place. */
export function siteEvidence(
  incident: Incident,
  site: { name: string; event: string },
): Evidence[] {
  const tellings = incident.tellings.filter((telling) => telling.ref === site.event);
  const targets = namedIn(tellings, 'targets', site.name);
  if (targets.length > 0) return targets;
  return tellings.flatMap(({ event, report }) => fieldEvidence(report, event, 'place'));
}
