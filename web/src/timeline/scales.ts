import { scaleLinear, scaleUtc } from 'd3-scale';
import { stack } from 'd3-shape';
import type { Bin, FamilyName } from '$/records';
import { dayOf, isoDay } from '$/state/locale';
import { FAMILY_NAMES } from '$/ui/shapes';

const DAY = 86_400_000;

export interface Size {
  width: number;
  height: number;
}
/** A piece of a column: one family's incidents in one bin. */
export interface Piece {
  family: FamilyName;
  x: number;
  y: number;
  width: number;
  height: number;
}
export type Days = { from: string; to: string };

/** Time across: from the first bin's morning to the last bin's midnight. */
export function timeScale(bins: Bin[], width: number) {
  const first = bins[0];
  const last = bins.at(-1);
  const domain: [Date, Date] =
    first && last ? [dayOf(first.start), after(last.end)] : [new Date(0), new Date(DAY)];
  return scaleUtc(domain, [0, width]);
}

/** Incidents up: at least four, so that a single one does not fill the frame. */
export function countScale(bins: Bin[], height: number) {
  const most = Math.max(4, ...bins.map((bin) => bin.count));
  return scaleLinear([0, most], [height, 0]).nice(3);
}

/** Stack the families of each bin. */
export function pieces(bins: Bin[], { width, height }: Size): Piece[] {
  const x = timeScale(bins, width);
  const y = countScale(bins, height);
  const layers = stack<Bin, FamilyName>()
    .keys(FAMILY_NAMES)
    .value((bin, family) => bin.families[family] ?? 0)(bins);
  return layers.flatMap((layer) =>
    layer.flatMap(([low, high], index): Piece[] => {
      const bin = bins[index];
      if (!bin || high === low) return [];
      const left = x(dayOf(bin.start));
      const full = x(after(bin.end)) - left;
      const gap = full > 4 ? 1 : 0;
      return [
        {
          family: layer.key,
          x: left,
          y: y(high),
          width: Math.max(0.5, full - gap),
          height: y(low) - y(high),
        },
      ];
    }),
  );
}

/** Find the days between two points across, at the edges of bins. */
export function daysBetween(bins: Bin[], width: number, left: number, right: number): Days | null {
  const x = timeScale(bins, width);
  const touched = bins.filter(
    (bin) => x(after(bin.end)) > left + 0.5 && x(dayOf(bin.start)) < right - 0.5,
  );
  const first = touched[0];
  const last = touched.at(-1);
  return first && last ? { from: first.start, to: last.end } : null;
}

/** Find where days begin and end across, cut to the frame; null where they are all outside it. */
export function edgesOf(bins: Bin[], width: number, days: Partial<Days>): [number, number] | null {
  const x = timeScale(bins, width);
  const left = days.from ? Math.max(0, x(dayOf(days.from))) : 0;
  const right = days.to ? Math.min(width, x(after(days.to))) : width;
  return right > left ? [left, right] : null;
}

/** Move a day by steps of a bin; stays between the first and the last. */
export function stepped(bins: Bin[], index: number, steps: number): number {
  return Math.max(0, Math.min(bins.length - 1, index + steps));
}

/** Find the bin that holds a day, or the nearest. */
export function binAt(bins: Bin[], iso: string): number {
  const found = bins.findIndex((bin) => bin.end >= iso);
  return found === -1 ? bins.length - 1 : found;
}

function after(iso: string): Date {
  return new Date(dayOf(iso).getTime() + DAY);
}

export const nextDay = (iso: string): string => isoDay(after(iso));
