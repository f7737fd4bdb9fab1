"""GeoJSON as in RFC 7946: one feature an incident; its radius says how exact the point is."""

from collections.abc import Iterable
from typing import IO, Any

import msgspec

from dateline.publish.export import IncidentExport
from dateline.publish.incident_columns import row
from dateline.publish.incident_places import latitude, longitude
from dateline.records import Incident

_ELSEWHERE = ("id", "latitude", "longitude")  # of the feature itself and its geometry


def write(incidents: Iterable[Incident], stream: IO[str]) -> None:
    """Write one collection of features."""
    stream.write('{"type":"FeatureCollection","features":[')
    for number, incident in enumerate(incidents):
        stream.write(",\n" if number else "\n")
        stream.write(msgspec.json.encode(_feature(incident)).decode())
    stream.write("\n]}\n")


def _feature(incident: Incident) -> dict[str, Any]:
    properties = {k: v for k, v in row(incident).items() if k not in _ELSEWHERE}
    return {
        "type": "Feature",
        "id": incident.id,
        "geometry": _geometry(incident),
        "properties": properties,
    }


def _geometry(incident: Incident) -> dict[str, Any] | None:
    lat, lon = latitude(incident), longitude(incident)
    return None if lat is None else {"type": "Point", "coordinates": [lon, lat]}


EXPORT = IncidentExport(
    media_type="application/geo+json",
    suffix=".geojson",
    description="one feature an incident, for maps",
    write=write,
)
