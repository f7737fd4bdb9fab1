import type { Account, AuditEntry, Paged, Role, Scope, Session, Token } from '$/records';
import { call, type Parameters, read } from './client';

const at = (id: string): string => `/people/${encodeURIComponent(id)}`;

export const session = (): Promise<Session> => read('/session');

export const signIn = (name: string, password: string): Promise<Session> =>
  call('POST', '/session', { body: { name, password } });

/** With a password, the link also sets it. */
export const signInByLink = (token: string, password?: string): Promise<Session> =>
  call('POST', '/session/link', { body: { token, ...(password ? { password } : {}) } });

export const setPassword = (next: string, old?: string): Promise<void> =>
  call('PUT', '/session/password', { body: { new: next, ...(old ? { old } : {}) } });

export const signOut = (): Promise<void> => call('DELETE', '/session');

export const people = (): Promise<{ people: Account[] }> => read('/people');

export const addPerson = (body: {
  name: string;
  role: Role;
  email?: string;
}): Promise<{ person: Account; link: string }> => call('POST', '/people', { body });

export const changePerson = (
  id: string,
  body: { role?: Role; disabled?: boolean; email?: string },
): Promise<unknown> => call('PATCH', at(id), { body });

export const newLink = (id: string): Promise<{ link: string; expires: string }> =>
  call('POST', `${at(id)}/link`);

export const tokens = (): Promise<{ tokens: Token[] }> => read('/tokens');

/** The secret is given out this once. */
export const addToken = (body: {
  name: string;
  scopes: Scope[];
  days?: number;
}): Promise<{ token: Token; secret: string }> => call('POST', '/tokens', { body });

export const removeToken = (id: string): Promise<void> =>
  call('DELETE', `/tokens/${encodeURIComponent(id)}`);

export const audit = (query: Parameters): Promise<Paged & { entries: AuditEntry[] }> =>
  read('/audit', query);
