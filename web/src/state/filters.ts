/** The conditions that narrow every view, under the names the API and the address bar share. */

export const FILTER_NAMES = [
  'place',
  'box',
  'near',
  'radius',
  'from',
  'to',
  'type',
  'kind',
  'family',
  'actor',
  'weapon',
  'grade',
  'origins',
  'text',
  'protected',
  'unplaced',
  'undated',
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];
export type Filters = Partial<Record<FilterName, string>>;

/** Pick the filters out of a query. */
export function filtersOf(query: URLSearchParams): Filters {
  const filters: Filters = {};
  for (const name of FILTER_NAMES) {
    const value = query.get(name)?.trim();
    if (value) filters[name] = value;
  }
  return filters;
}

/** Copy the filters without some of them. */
export function without(filters: Filters, ...names: FilterName[]): Filters {
  const kept = { ...filters };
  for (const name of names) delete kept[name];
  return kept;
}

/** Write a link to a page that shows what the filters leave. */
export function linkTo(path: string, filters: Filters): string {
  const params = new URLSearchParams(filters as Record<string, string>);
  const tail = params.toString().replaceAll('%2C', ',');
  return tail ? `${path}?${tail}` : path;
}

/** Write two sets of filters as the same words where they ask for the same. */
export function signature(filters: Filters): string {
  return FILTER_NAMES.map((name) => filters[name] ?? '').join('\u0000');
}
