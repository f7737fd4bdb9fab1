"""The codebook's ``incidents.json``: which events are one, their lineages, their figures."""

from collections.abc import Iterable
from typing import IO, Any

import msgspec

from dateline.publish.export import IncidentExport
from dateline.records import Incident, Place, Toll, When


def write(incidents: Iterable[Incident], stream: IO[str]) -> None:
    """Write one object with the list of incidents, one a line."""
    stream.write('{"incidents":[')
    for number, incident in enumerate(incidents):
        stream.write(",\n" if number else "\n")
        stream.write(msgspec.json.encode(_form(incident)).decode())
    stream.write("\n]}\n")


def _form(incident: Incident) -> dict[str, Any]:
    return {
        "id": incident.id,
        "type": incident.type,
        "kind": incident.kind,
        "place": _place(incident.place),
        "date": _date(incident.date),
        "events": incident.events,
        "lineages": [lineage.reports for lineage in incident.lineages],
        "figures": {toll.measure: _toll(toll) for toll in incident.figures if _is_known(toll)},
    }


def _place(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {"name": place.name, "country": place.country, "lat": place.lat, "lon": place.lon}


def _date(when: When) -> dict[str, Any]:
    return {"start": when.start, "end": when.end}


def _is_known(toll: Toll) -> bool:
    return any(number is not None for number in (toll.low, toll.best, toll.high))


def _toll(toll: Toll) -> dict[str, float | None]:
    return {"low": toll.low, "best": toll.best, "high": toll.high}


EXPORT = IncidentExport(
    media_type="application/json",
    suffix=".json",
    description="the codebook's incidents.json: events, lineages and figures of each incident",
    write=write,
)
