import type { Component } from 'svelte';
import type { PageName } from '$/state/routes';

export interface PageProps {
  params: Record<string, string>;
  query: URLSearchParams;
}
type Loaded = Promise<{ default: Component<PageProps> }>;

/** Each page is its own file for the browser, fetched when it is first opened. */
export const PAGES: Record<PageName, () => Loaded> = {
  situation: () => {
    void import('$/map/Map.svelte'); // the largest file of all sets out at once
    return import('./situation/Situation.svelte');
  },
  incident: () => import('./incident/Incident.svelte'),
  report: () => import('./report/Report.svelte'),
  compare: () => import('./report/Compare.svelte'),
  review: () => import('./review/Review.svelte'),
  figures: () => import('./figures/Figures.svelte'),
  sources: () => import('./sources/Sources.svelte'),
  watches: () => import('./watches/Watches.svelte'),
  sitrep: () => import('./sitrep/Sitrep.svelte'),
  settings: () => import('./settings/Settings.svelte'),
  signin: () => import('./signin/SignIn.svelte'),
  apidocs: () => import('./apidocs/ApiDocs.svelte'),
};
