/** What is known of an incident, field by field, and which report says otherwise. */

import type { Codes, Incident, Telling } from '$/records';
import { type Evidence, type Field, fieldEvidence } from '../shared/keys';
import { fieldWords, partyWords } from '../shared/wording';

/** One way of saying a field, with the reports that have it so. */
export interface Version {
  readonly words: string;
  readonly refs: readonly string[];
  readonly evidence: readonly Evidence[];
}
export interface Fact {
  readonly field: Field;
  /** What the record holds; most fields hold one. */
  readonly values: readonly Version[];
  /** What each report says, given only where they differ. */
  readonly versions: readonly Version[];
}

/** Group the tellings by what they say of a field. */
export function versionsOf(incident: Incident, field: Field, codes: Codes | null): Version[] {
  const versions = new Map<string, { refs: string[]; evidence: Evidence[] }>();
  for (const telling of incident.tellings) {
    const words = fieldWords(telling.event, field, codes);
    const version = versions.get(words) ?? { refs: [], evidence: [] };
    version.refs.push(telling.ref);
    version.evidence.push(...fieldEvidence(telling.report, telling.event, field));
    versions.set(words, version);
  }
  return [...versions].map(([words, version]) => ({ words, ...version }));
}

export function factOf(incident: Incident, field: Field, held: string, codes: Codes | null): Fact {
  const versions = versionsOf(incident, field, codes);
  const values =
    field === 'actors' || field === 'targets'
      ? partyValues(incident, field, held)
      : [{ words: held, refs: [], evidence: backing(versions, held) }];
  return { field, values, versions: versions.length > 1 ? versions : [] };
}

/** Prefer the words of those reports that say it as the record holds it; else take all. */
function backing(versions: readonly Version[], held: string): readonly Evidence[] {
  const same = versions.filter((version) => version.words === held);
  return (same.length > 0 ? same : versions).flatMap((version) => version.evidence);
}

function partyValues(incident: Incident, field: 'actors' | 'targets', none: string): Version[] {
  const values = incident[field].map((party) => {
    const naming = incident.tellings.filter((telling) =>
      telling.event[field].some((other) => other.name === party.name),
    );
    const tellings = naming.length > 0 ? naming : incident.tellings;
    return { words: partyWords(party), refs: [], evidence: allOf(tellings, field) };
  });
  return values.length > 0 ? values : [{ words: none, refs: [], evidence: [] }];
}

const allOf = (tellings: readonly Telling[], field: Field): Evidence[] =>
  tellings.flatMap((telling) => fieldEvidence(telling.report, telling.event, field));
