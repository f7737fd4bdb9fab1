import type { NewWatch } from '$/api/watches';
import { t } from '$/i18n/t';
import type { Channel } from '$/records';
import { FILTER_NAMES, type Filters } from '$/state/filters';

export const CHANNELS: Channel[] = ['feed', 'webhook', 'email', 'cap'];
/** Channels that go to an address, and feeds that are fetched. */
export const needsTarget = (channel: Channel): boolean =>
  channel === 'webhook' || channel === 'email';

/** Make of what was filled in what the server takes: no empty conditions, no radius without a middle. */
export function newWatch(
  name: string,
  filters: Filters,
  channel: Channel,
  target: string,
): NewWatch {
  return {
    name: name.trim(),
    query: asked(filters),
    channel,
    ...(needsTarget(channel) ? { target: target.trim() } : {}),
  };
}

export function asked(filters: Filters): Record<string, string> {
  const query: Record<string, string> = {};
  for (const name of FILTER_NAMES) {
    const value = filters[name]?.trim();
    if (value && (name !== 'radius' || filters.near || filters.place)) query[name] = value;
  }
  return query;
}

/** Propose a name from the conditions, in one short line. */
export function proposed(words: string[]): string {
  const LONGEST = 80;
  const whole = words.join(', ');
  if (!whole) return '';
  const name = whole.length > LONGEST ? `${whole.slice(0, LONGEST - 1)}…` : whole;
  return t('watches.proposed', { words: name.charAt(0).toUpperCase() + name.slice(1) });
}
