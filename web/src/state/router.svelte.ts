/** Where we are, as the address bar says it. Links are plain `<a href>`; `start` catches them. */

class Router {
  path = $state(location.pathname);
  query = $state.raw(new URLSearchParams(location.search));
  hash = $state(location.hash);
  /** Counts the moves to another path, so that the app can put the focus on the new page. */
  turns = $state(0);

  /** Go to an address of the app; `replace` leaves no step behind for the back button. */
  go(href: string, { replace = false }: { replace?: boolean } = {}): void {
    const target = new URL(href, location.href);
    if (target.href === location.href) return;
    const turned = target.pathname !== location.pathname;
    history[replace ? 'replaceState' : 'pushState'](null, '', target);
    this.#read(turned);
    if (turned) scrollTo(0, 0);
  }

  /** Change some of the query and keep the rest; null and '' take a parameter away. */
  amend(changes: Record<string, string | null>, options: { replace?: boolean } = {}): void {
    const params = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null || value === '') params.delete(name);
      else params.set(name, value);
    }
    this.go(`${location.pathname}${queryOf(params)}${location.hash}`, options);
  }

  start(): void {
    addEventListener('popstate', () => this.#read(this.path !== location.pathname));
    document.addEventListener('click', (click) => this.#follow(click));
  }

  #read(turned: boolean): void {
    this.path = location.pathname;
    this.query = new URLSearchParams(location.search);
    this.hash = location.hash;
    if (turned) this.turns += 1;
  }

  #follow(click: MouseEvent): void {
    if (click.defaultPrevented || click.button !== 0) return;
    if (click.metaKey || click.ctrlKey || click.shiftKey || click.altKey) return;
    const link = (click.target as Element | null)?.closest('a');
    if (!link || !isOurs(link)) return;
    click.preventDefault();
    this.go(link.href);
  }
}

/** Write a query with its question mark; commas, colons and slashes stay readable. */
export function queryOf(params: URLSearchParams): string {
  const words = params.toString().replace(/%2C|%3A|%2F/g, decodeURIComponent);
  return words ? `?${words}` : '';
}

function isOurs(link: HTMLAnchorElement): boolean {
  if (link.origin !== location.origin || link.target || link.hasAttribute('download')) return false;
  if (link.pathname.startsWith('/api/') || link.pathname.startsWith('/assets/')) return false;
  const samePage = link.pathname === location.pathname && link.search === location.search;
  return !(samePage && link.hash); // a jump within the page is the browser's
}

export const router = new Router();
