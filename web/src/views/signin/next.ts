/** Where to go after signing in: an address of this app only, and never the sign-in page itself. */
export function nextOf(query: URLSearchParams): string {
  const asked = query.get('next') ?? '/';
  if (!URL.canParse(asked, location.origin)) return '/';
  const target = new URL(asked, location.origin);
  if (target.origin !== location.origin || target.pathname === '/sign-in') return '/';
  return `${target.pathname}${target.search}${target.hash}`;
}

/** Read the secret of a one-time link: `#token=…`. */
export function tokenOf(hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#/, '')).get('token');
}

/** The seconds a refusal asks to wait; none where it asks for no wait. */
export function waitOf(facts: Record<string, unknown>): number {
  const seconds = Number(facts.retry_after);
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : 0;
}
