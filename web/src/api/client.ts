import { isAbort, type Problem, problemOf, unreachable } from './problem';

export const ROOT = '/api/v1';

export type Parameters = Record<string, string | number | boolean | null | undefined>;
export interface Options {
  query?: Parameters | undefined;
  body?: unknown;
  form?: FormData;
  /** Sent as If-Match: the change is refused with 412 when somebody else changed it since. */
  match?: string | undefined;
  signal?: AbortSignal | undefined;
}
/** An answer together with the ETag it came with. */
export interface Tagged<T> {
  value: T;
  etag: string | null;
}

let csrf: string | null = null;
let onSignedOut: () => void = () => {};

/** Remember the token that every unsafe call carries. */
export function useCsrf(token: string | null): void {
  csrf = token;
}

/** Say what to do when the server no longer knows who we are. */
export function whenSignedOut(act: () => void): void {
  onSignedOut = act;
}

/** Write an address of the API; parameters that are empty are left out. */
export function address(path: string, query: Parameters = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') params.set(name, String(value));
  }
  const tail = params.toString();
  return `${ROOT}${path}${tail ? `?${tail}` : ''}`;
}

export async function tagged<T>(
  method: string,
  path: string,
  options: Options = {},
): Promise<Tagged<T>> {
  const response = await send(method, path, options);
  const etag = response.headers.get('ETag');
  if (response.status === 204) return { value: undefined as T, etag };
  return { value: (await response.json()) as T, etag };
}

export async function call<T>(method: string, path: string, options: Options = {}): Promise<T> {
  return (await tagged<T>(method, path, options)).value;
}

export function read<T>(path: string, query?: Parameters, signal?: AbortSignal): Promise<T> {
  return call<T>('GET', path, { query, signal });
}

/** Ask whether a document would come, without taking it: rejects with the server's problem. */
export async function probe(path: string, query?: Parameters, signal?: AbortSignal): Promise<void> {
  const response = await send('GET', path, { query, signal });
  await response.body?.cancel();
}

async function send(method: string, path: string, options: Options): Promise<Response> {
  const response = await fetch(address(path, options.query), {
    method,
    headers: headersOf(method, options),
    body: options.form ?? (options.body === undefined ? null : JSON.stringify(options.body)),
    credentials: 'same-origin',
    signal: options.signal ?? null,
  }).catch((fault: unknown) => {
    throw isAbort(fault) ? fault : unreachable();
  });
  if (response.ok) return response;
  const problem: Problem = await problemOf(response);
  if (problem.status === 401 && path !== '/session') onSignedOut();
  throw problem;
}

function headersOf(method: string, options: Options): Record<string, string> {
  const headers: Record<string, string> = {
    Accept: 'application/json, application/problem+json',
  };
  if (options.body !== undefined) headers['Content-Type'] = 'application/json';
  if (method !== 'GET' && csrf) headers['X-CSRF-Token'] = csrf;
  if (options.match) headers['If-Match'] = options.match;
  return headers;
}
