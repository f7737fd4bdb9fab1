"""JSON Lines: all that is known of an incident, without the texts of the reports."""

from collections.abc import Iterable
from typing import IO, Any

import msgspec

from dateline.publish.export import IncidentExport
from dateline.publish.privacy import IDS, hide_all, shown_event, shown_parties, withheld
from dateline.records import Incident, Report, Telling

_FIELDS = (
    "id title type kind acled cameo factuality place date actors targets weapon events reports "
    "lineages figures checks grade protected part_of parts merges lookalikes judgements"
).split()
_HEADING = "id title publisher published credits language url".split()


def write(incidents: Iterable[Incident], stream: IO[str]) -> None:
    """Write one incident a line."""
    for incident in incidents:
        stream.write(msgspec.json.encode(_form(incident)).decode())
        stream.write("\n")


def _form(incident: Incident) -> dict[str, Any]:
    made = {
        "actors": shown_parties(incident.actors),
        "targets": shown_parties(incident.targets),
        "events": [_event(telling) for telling in incident.tellings],
        "reports": [_heading(report) for report in incident.reports],
    }
    form = {field: made.get(field, getattr(incident, field)) for field in _FIELDS}
    hidden: dict[str, Any] = hide_all(msgspec.to_builtins(form), withheld(incident), but=IDS)
    return hidden


def _event(telling: Telling) -> dict[str, Any]:
    """Give an event with the figures and claims that speak of it."""
    where = {"ref": telling.ref, "report": telling.report.id}
    told = {"figures": telling.figures, "claims": telling.claims}
    return {**where, **msgspec.to_builtins(shown_event(telling.event)), **told}


def _heading(report: Report) -> dict[str, Any]:
    return {name: getattr(report, name) for name in _HEADING}


EXPORT = IncidentExport(
    media_type="application/jsonl",
    suffix=".jsonl",
    description="one whole incident a line, without the texts of the reports",
    write=write,
)
