"""JSON Lines: all that is known of an incident, without the texts of the reports."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import IO, Any

import msgspec

from dateline.publish.export import IncidentExport
from dateline.publish.privacy import hide_all, shown_name, withheld
from dateline.records import Incident, Party, Report, Telling

_FIELDS = (
    "id title type kind acled cameo factuality place date actors targets weapon events reports "
    "lineages figures checks grade protected part_of parts merges lookalikes judgements"
).split()
_HEADING = "id title publisher published credits language url".split()
# Ids and addresses stay as they are: without them nothing could be looked up.
_IDS = frozenset(
    "id ref report event events reports figure of whole parts part_of child parent url".split()
)


def write(incidents: Iterable[Incident], stream: IO[str]) -> None:
    """Write one incident a line."""
    for incident in incidents:
        stream.write(msgspec.json.encode(_form(incident)).decode())
        stream.write("\n")


def _form(incident: Incident) -> dict[str, Any]:
    made = {
        "actors": _parties(incident.actors),
        "targets": _parties(incident.targets),
        "events": [_event(telling) for telling in incident.tellings],
        "reports": [_heading(report) for report in incident.reports],
    }
    form = {field: made.get(field, getattr(incident, field)) for field in _FIELDS}
    hidden: dict[str, Any] = hide_all(msgspec.to_builtins(form), withheld(incident), but=_IDS)
    return hidden


def _parties(parties: Sequence[Party]) -> tuple[Party, ...]:
    return tuple(replace(party, name=shown_name(party)) for party in parties)


def _event(telling: Telling) -> dict[str, Any]:
    """Give an event with the figures and claims that speak of it."""
    event = replace(
        telling.event,
        actors=_parties(telling.event.actors),
        targets=_parties(telling.event.targets),
    )
    where = {"ref": telling.ref, "report": telling.report.id}
    told = {"figures": telling.figures, "claims": telling.claims}
    return {**where, **msgspec.to_builtins(event), **told}


def _heading(report: Report) -> dict[str, Any]:
    return {name: getattr(report, name) for name in _HEADING}


EXPORT = IncidentExport(
    media_type="application/jsonl",
    suffix=".jsonl",
    description="one whole incident a line, without the texts of the reports",
    write=write,
)
