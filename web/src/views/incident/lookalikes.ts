import { t } from '$/i18n/t';
import type { Incident, Lookalike } from '$/records';

export interface Other {
  readonly key: string;
  /** Null where it may not be shown. */
  readonly id: string | null;
  readonly title: string;
  readonly pairs: readonly Lookalike[];
}

/** Gather the pairs that speak of the same other incident. */
export function lookalikesOf({ lookalikes }: Pick<Incident, 'lookalikes'>): Other[] {
  const groups = new Map<string, Lookalike[]>();
  for (const pair of lookalikes) {
    const key = pair.incident || `${pair.left} ${pair.right}`;
    groups.set(key, [...(groups.get(key) ?? []), pair]);
  }
  return [...groups].map(([key, pairs]) => ({
    key,
    id: pairs[0]?.incident || null,
    title: pairs[0]?.title || t('incident.hidden'),
    pairs,
  }));
}
