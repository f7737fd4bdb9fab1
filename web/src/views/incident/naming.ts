/** Reports and their events by the names people know them by, not by their keys. */

import { t } from '$/i18n/t';
import type { Incident, ReportLite, Telling } from '$/records';
import { day } from '$/state/locale';
import { split } from '../shared/keys';

export const headOf = (id: string, reports: readonly ReportLite[]): ReportLite | undefined =>
  reports.find((report) => report.id === id);

/** Name a report in short: who published it, and when. */
export function reportName(id: string, reports: readonly ReportLite[], withYear = true): string {
  const head = headOf(id, reports);
  const published = head?.published ? day(head.published, withYear) : null;
  return [head?.publisher ?? head?.title ?? id, published].filter(Boolean).join(', ');
}

/** Name a report by its title; one without goes by its publisher and day. */
export const reportTitle = (id: string, reports: readonly ReportLite[]): string =>
  headOf(id, reports)?.title ?? reportName(id, reports);

export const reportAddress = (id: string, query = ''): string =>
  `/reports/${encodeURIComponent(id)}${query}`;

export const compareAddress = (one: string, other: string): string =>
  `/reports/${encodeURIComponent(one)}/compare/${encodeURIComponent(other)}`;

/** Where a field of the open report's event is corrected. */
export function correctAddress(incident: Incident, report: string | null): string | null {
  const telling = tellingIn(incident, report);
  return (
    telling &&
    reportAddress(telling.report, `?correct=${encodeURIComponent(split(telling.ref).id)}`)
  );
}

export function tellingIn(incident: Incident, report: string | null): Telling | null {
  return incident.tellings.find((one) => one.report === report) ?? incident.tellings[0] ?? null;
}

/** Say of whom a claim or a number is: the speaker, else the publisher, else the report. */
export const giverName = (by: string | null, head: ReportLite | undefined): string =>
  by ?? head?.publisher ?? t('incident.reporter');
