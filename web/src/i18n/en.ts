import { apidocs } from './en/apidocs';
import { common } from './en/common';
import { desk } from './en/desk';
import { figures } from './en/figures';
import { filters } from './en/filters';
import { incident } from './en/incident';
import { map } from './en/map';
import { report } from './en/report';
import { review } from './en/review';
import { settings } from './en/settings';
import { shared } from './en/shared';
import { signin } from './en/signin';
import { sitrep } from './en/sitrep';
import { situation } from './en/situation';
import { sources } from './en/sources';
import { timeline } from './en/timeline';
import { watches } from './en/watches';

/** Every string people read; each page's in its own file, with its name before the dot. */
export const en = {
  ...common,
  ...filters,
  ...map,
  ...timeline,
  ...situation,
  ...shared,
  ...incident,
  ...report,
  ...review,
  ...figures,
  ...sources,
  ...watches,
  ...sitrep,
  ...settings,
  ...signin,
  ...apidocs,
  ...desk,
};
