import type { Arrival, Arrivals, Feed, FeedTest } from '$/records';
import { call, type Parameters, read } from './client';

const at = (id: string): string => `/feeds/${encodeURIComponent(id)}`;
type Arrived = Promise<{ arrivals: Arrival[] }>;

export const addText = (body: {
  text: string;
  title?: string;
  publisher?: string;
  published?: string;
}): Arrived => call('POST', '/arrivals', { body });

export const addUrl = (url: string): Arrived => call('POST', '/arrivals', { body: { url } });

export function addFiles(files: Iterable<File>): Arrived {
  const form = new FormData();
  for (const file of files) form.append('files', file, file.name);
  return call('POST', '/arrivals', { form });
}

export const arrivals = (query: Parameters, signal?: AbortSignal): Promise<Arrivals> =>
  read('/arrivals', query, signal);

export const retry = (id: string): Promise<unknown> =>
  call('POST', `/arrivals/${encodeURIComponent(id)}/retry`);

export const feeds = (signal?: AbortSignal): Promise<{ feeds: Feed[] }> =>
  read('/feeds', {}, signal);

export const addFeed = (body: {
  url: string;
  name?: string;
  every_minutes?: number;
}): Promise<unknown> => call('POST', '/feeds', { body });

export const changeFeed = (
  id: string,
  body: { name?: string; every_minutes?: number; paused?: boolean },
): Promise<unknown> => call('PATCH', at(id), { body });

export const removeFeed = (id: string): Promise<void> => call('DELETE', at(id));

export const testFeed = (url: string): Promise<FeedTest> =>
  call('POST', '/feeds/test', { body: { url } });
