import { t } from '$/i18n/t';
import type { Region, Warnings } from '$/records';
import { type Stretch, spanWords, stretchOf } from './intervals';

/** A feed that was not heard; without a start when it never was before. */
type Silence = Omit<Warnings['silences'][number], 'start'> & { start: string | null };
type Span = readonly [number, number];

const FOREVER = Number.POSITIVE_INFINITY;

/** Give the silences of a feed as stretches. */
export function silencesOf(feed: string, silences: readonly Silence[]): Stretch[] {
  return silences.filter((one) => one.feed === feed).map((one) => stretch(spanOf(one)));
}

/** Give each region its warnings, and the stretches of which nobody knows: those must not look like peace. */
export function byRegion(answer: Warnings, now: Date): Map<string, Stretch[]> {
  return new Map(
    answer.regions.map((region) => {
      const own = answer.warnings.filter((warning) => warning.region === region.uid);
      const feeds = new Set(own.map((warning) => warning.feed));
      const unknown = settled(region, unknownOf(feeds, answer.silences), now.getTime());
      return [region.uid, [...own.map(stretchOf), ...unknown.map(stretch)]];
    }),
  );
}

/** What the server says of a region now holds: known now is not drawn as unknown, nor the reverse. */
function settled(region: Region, unknown: Span[], now: number): Span[] {
  const past = unknown.filter(([, end]) => end < now);
  if (region.state !== 'unknown') return past;
  if (past.length < unknown.length) return unknown;
  return [...past, [region.since ? Date.parse(region.since) : -FOREVER, FOREVER]];
}

/**
 * Give what is unknown of a region: while all feeds that spoke of it were silent. Where none spoke
 * of it in the span we cannot tell which would have, so that any silence counts.
 */
function unknownOf(feeds: ReadonlySet<string>, silences: readonly Silence[]): Span[] {
  if (feeds.size === 0) return silences.map(spanOf);
  const each = [...feeds].map((feed) => silences.filter((one) => one.feed === feed).map(spanOf));
  return each.reduce(common);
}

function common(left: Span[], right: Span[]): Span[] {
  return left.flatMap(([start, end]) =>
    right
      .map(([from, to]): Span => [Math.max(start, from), Math.min(end, to)])
      .filter(([from, to]) => from < to),
  );
}

function spanOf({ start, end }: Silence): Span {
  return [start ? Date.parse(start) : -FOREVER, end ? Date.parse(end) : FOREVER];
}

function stretch([start, end]: Span): Stretch {
  const from = Number.isFinite(start) ? new Date(start) : null;
  const to = Number.isFinite(end) ? new Date(end) : null;
  const words = `${t('warnings.silent')}: ${spanWords(from?.toISOString() ?? null, to?.toISOString() ?? null)}`;
  return {
    key: `silent ${start} ${end}`,
    state: 'unknown',
    start: from ?? new Date(0),
    end: to,
    words,
  };
}
