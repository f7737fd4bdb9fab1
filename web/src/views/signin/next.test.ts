import { expect, test, vi } from 'vitest';
import { nextOf, tokenOf, waitOf } from './next';

vi.stubGlobal('location', { origin: 'http://desk.example' });
const next = (asked: string) => nextOf(new URLSearchParams({ next: asked }));

test('goes on to an address of the app, with its query', () => {
  expect(next('/watches?new=1')).toBe('/watches?new=1');
  expect(nextOf(new URLSearchParams())).toBe('/');
});

test('goes nowhere outside the app', () => {
  expect(next('https://elsewhere.example/')).toBe('/');
  expect(next('//elsewhere.example/')).toBe('/');
  expect(next('/\\elsewhere.example/')).toBe('/');
  expect(next('javascript:alert(1)')).toBe('/');
  expect(next('/sign-in?next=/')).toBe('/');
});

test('reads the secret of a one-time link', () => {
  expect(tokenOf('#token=a-b_c')).toBe('a-b_c');
  expect(tokenOf('')).toBeNull();
});

test('reads the wait of a refusal', () => {
  expect(waitOf({ retry_after: 12.2 })).toBe(13);
  expect(waitOf({})).toBe(0);
});
