import type {
  About,
  Basemap,
  Codes,
  ExportFormat,
  Figures,
  Incident,
  Incidents,
  MapAnswer,
  Summary,
  Timeline,
} from '$/records';
import { address, type Parameters, probe, read, type Tagged, tagged } from './client';

type Signal = AbortSignal | undefined;

export const incidents = (query: Parameters, signal?: Signal): Promise<Incidents> =>
  read('/incidents', query, signal);

/** The ETag is what a judgement about the incident must carry. */
export const incident = (
  id: string,
  signal?: Signal,
  query: Parameters = {},
): Promise<Tagged<Incident>> =>
  tagged('GET', `/incidents/${encodeURIComponent(id)}`, { signal, query });

export const mapOf = (query: Parameters, signal?: Signal): Promise<MapAnswer> =>
  read('/map', query, signal);

export const timeline = (query: Parameters, signal?: Signal): Promise<Timeline> =>
  read('/timeline', query, signal);

export const summary = (query: Parameters, signal?: Signal): Promise<Summary> =>
  read('/summary', query, signal);

export const figures = (query: Parameters, signal?: Signal): Promise<Figures> =>
  read('/figures', query, signal);

export const exportFormats = (): Promise<{ formats: ExportFormat[] }> => once('/exports');

export const exportAddress = (format: string, query: Parameters): string =>
  address(`/export/${encodeURIComponent(format)}`, query);

export const sitrepAddress = (query: Parameters): string => address('/sitrep', query);

/** Resolves to the address of the report once the server can write it. */
export const sitrepReady = async (query: Parameters, signal?: Signal): Promise<string> => {
  await probe('/sitrep', query, signal);
  return sitrepAddress(query);
};

export const codes = (): Promise<Codes> => once('/codes');

export const about = (): Promise<About> => once('/about');

export const basemap = (): Promise<Basemap> => once('/basemap');

// What does not change while the page is open is asked for once; a failure is not kept.
const kept = new Map<string, Promise<unknown>>();

function once<T>(path: string): Promise<T> {
  const known = kept.get(path) as Promise<T> | undefined;
  if (known) return known;
  const asked = read<T>(path);
  kept.set(path, asked);
  asked.catch(() => kept.delete(path));
  return asked;
}
