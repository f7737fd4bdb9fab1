"""``dateline explain``: the words and the rules behind one event."""

import sys
from collections.abc import Sequence
from datetime import datetime

import click

from dateline.cli._reports import Reports, any_language_option, published_option
from dateline.errors import UnknownNameError, UnreadableReportError
from dateline.records import Event, Record, Report


@click.command("explain")
@click.argument("file", metavar="FILE")
@click.argument("event", metavar="EVENT")
@published_option
@any_language_option
def explain(file: str, event: str, *, published: datetime | None, any_language: bool) -> None:
    """Show what one event rests on.

    For each field: the words, their place in the text, and the rule or model that set it. EVENT is
    an id that `dateline read` shows, such as e3; of a file with several reports, REPORT/EVENT.
    """
    from dateline.pipeline import Reader
    from dateline.publish import Options
    from dateline.publish.terminal.reasons import reasons
    from dateline.publish.terminal.screen import Screen

    report_id, _, event_id = event.rpartition("/")
    reports = Reports([file], published=published, any_language=any_language)
    record = Reader().read(_chosen(reports, report_id))
    Screen(sys.stdout, Options()).show(reasons(record, _event(record, event_id)))


def _chosen(reports: Reports, report_id: str) -> Report:
    """Return the report with the id, or the only one there is."""
    found = list(reports)
    if not found and reports.rejections:
        rejection = reports.rejections[0]
        message = f"Not read: {rejection.source}: {rejection.reason}"
        raise UnreadableReportError(message, source=rejection.source)
    fitting = [report for report in found if report_id in ("", report.id)]
    if len(fitting) != 1:
        ids = [report.id for report in found]
        message = f"Say which report, as REPORT/EVENT; the file has: {_shortened(ids)}"
        raise UnknownNameError(message, name=report_id, known=tuple(ids))
    return fitting[0]


def _event(record: Record, event_id: str) -> Event:
    for event in record.events:
        if event.id == event_id:
            return event
    ids = [event.id for event in record.events]
    message = f"No event {event_id!r} in this report; it has: {_shortened(ids) or 'none'}"
    raise UnknownNameError(message, name=event_id, known=tuple(ids))


def _shortened(ids: Sequence[str]) -> str:
    shown = 20
    return ", ".join(ids[:shown]) + (", …" if len(ids) > shown else "")


COMMAND = explain
