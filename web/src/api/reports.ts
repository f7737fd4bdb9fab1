import type { Comparison, Publishers, Report, Reports, Suggestions } from '$/records';
import { call, type Parameters, read, type Tagged, tagged } from './client';

const at = (id: string): string => `/reports/${encodeURIComponent(id)}`;

/** `names` shows the names of private victims; analysts only. */
export const report = (
  id: string,
  query: { version?: number; names?: boolean } = {},
  signal?: AbortSignal,
): Promise<Tagged<Report>> => tagged('GET', at(id), { query, signal });

export const reports = (query: Parameters, signal?: AbortSignal): Promise<Reports> =>
  read('/reports', query, signal);

export const compare = (id: string, other: string, signal?: AbortSignal): Promise<Comparison> =>
  read(`${at(id)}/compare/${encodeURIComponent(other)}`, {}, signal);

/** What the selected words could mean as a value of the field. Offsets are code points. */
export const suggest = (
  id: string,
  body: { field: string; start: number; end: number },
  signal?: AbortSignal,
): Promise<Suggestions> => call('POST', `${at(id)}/suggest`, { body, signal });

export const publishers = (signal?: AbortSignal): Promise<Publishers> =>
  read('/publishers', {}, signal);
