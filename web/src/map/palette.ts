import type { FamilyName } from '$/records';
import { FAMILY_NAMES } from '$/ui/shapes';

/** The colours of the theme in use, read from the style sheet: MapLibre knows no custom properties. */
export interface Palette {
  sea: string;
  land: string;
  border: string;
  unit: string;
  label: string;
  paper: string;
  ink: string;
  accent: string;
  families: Record<FamilyName, string>;
  /** Part of an image's name, so that each theme has its own images. */
  theme: 'light' | 'dark';
}

export function palette(dark: boolean): Palette {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    sea: colour('map-sea'),
    land: colour('map-land'),
    border: colour('map-border'),
    unit: colour('map-unit'),
    label: colour('map-label'),
    paper: colour('paper'),
    ink: colour('ink'),
    accent: colour('accent'),
    families: Object.fromEntries(
      FAMILY_NAMES.map((family) => [family, colour(`family-${family}`)]),
    ) as Record<FamilyName, string>,
    theme: dark ? 'dark' : 'light',
  };
}
