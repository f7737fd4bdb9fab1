/** Which page stands at which path; `:name` is handed to the page in `params`. */

export type PageName =
  | 'situation'
  | 'incident'
  | 'report'
  | 'compare'
  | 'review'
  | 'figures'
  | 'sources'
  | 'watches'
  | 'sitrep'
  | 'settings'
  | 'signin'
  | 'apidocs';
export interface Match {
  page: PageName;
  params: Record<string, string>;
}

const PATHS: [string, PageName][] = [
  ['/', 'situation'],
  ['/incidents/:id', 'incident'],
  ['/reports/:id', 'report'],
  ['/reports/:id/compare/:other', 'compare'],
  ['/review', 'review'],
  ['/figures', 'figures'],
  ['/sources', 'sources'],
  ['/watches', 'watches'],
  ['/sitrep', 'sitrep'],
  ['/settings', 'settings'],
  ['/sign-in', 'signin'],
  ['/api-docs', 'apidocs'],
];

/** Find the page of a path; null where there is none. */
export function match(path: string): Match | null {
  const parts = partsOf(path);
  for (const [pattern, page] of PATHS) {
    const params = fitted(partsOf(pattern), parts);
    if (params) return { page, params };
  }
  return null;
}

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}

function fitted(pattern: string[], parts: string[]): Record<string, string> | null {
  if (pattern.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [index, wanted] of pattern.entries()) {
    const part = parts[index] ?? '';
    if (wanted.startsWith(':')) params[wanted.slice(1)] = decoded(part);
    else if (wanted !== part) return null;
  }
  return params;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a broken escape names nothing we have; the server will say so
  }
}
