import type { Channel, Delivery, Strikes, WarningFeedKind, Warnings, Watch } from '$/records';
import { call, type Parameters, read } from './client';

const at = (id: string): string => `/watches/${encodeURIComponent(id)}`;
const feedAt = (id: string): string => `/warning-feeds/${encodeURIComponent(id)}`;

export interface NewWatch {
  name: string;
  query: Record<string, string>;
  channel: Channel;
  target?: string;
}
export interface NewWarningFeed {
  name: string;
  kind: WarningFeedKind;
  url?: string;
  token?: string;
  silent_after_minutes?: number;
}

export const watches = (signal?: AbortSignal): Promise<{ watches: Watch[] }> =>
  read('/watches', {}, signal);

/** A webhook's secret is given out this once. */
export const addWatch = (body: NewWatch): Promise<{ watch: Watch; secret?: string }> =>
  call('POST', '/watches', { body });

export const changeWatch = (
  id: string,
  body: Partial<NewWatch> & { paused?: boolean },
): Promise<unknown> => call('PATCH', at(id), { body });

export const removeWatch = (id: string): Promise<void> => call('DELETE', at(id));

export const testWatch = (id: string): Promise<{ status: string; reason: string | null }> =>
  call('POST', `${at(id)}/test`);

export const deliveries = (id: string): Promise<{ deliveries: Delivery[] }> =>
  read(`${at(id)}/deliveries`);

export const warnings = (query: Parameters, signal?: AbortSignal): Promise<Warnings> =>
  read('/warnings', query, signal);

export const addWarningFeed = (body: NewWarningFeed): Promise<unknown> =>
  call('POST', '/warning-feeds', { body });

export const changeWarningFeed = (
  id: string,
  body: Partial<NewWarningFeed> & { paused?: boolean },
): Promise<unknown> => call('PATCH', feedAt(id), { body });

export const removeWarningFeed = (id: string): Promise<void> => call('DELETE', feedAt(id));

export function uploadIntervals(id: string, file: File): Promise<unknown> {
  const form = new FormData();
  form.append('file', file, file.name);
  return call('POST', `${feedAt(id)}/upload`, { form });
}

export const strikes = (query: Parameters, signal?: AbortSignal): Promise<Strikes> =>
  read('/strikes', query, signal);
