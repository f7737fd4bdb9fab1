"""GeoJSON as in RFC 7946: one feature an event; its radius says how exact the point is."""

from collections.abc import Iterable, Iterator
from typing import Any, TextIO

import msgspec

from dateline.publish.columns import row
from dateline.publish.export import Export, Options
from dateline.records import Event, Record

_ON_THE_POINT = ("latitude", "longitude")


def write(records: Iterable[Record], stream: TextIO, _: Options) -> None:
    """Write one collection of features."""
    stream.write('{"type":"FeatureCollection","features":[')
    for number, feature in enumerate(_features(records)):
        stream.write(",\n" if number else "\n")
        stream.write(msgspec.json.encode(feature).decode())
    stream.write("\n]}\n")


def _features(records: Iterable[Record]) -> Iterator[dict[str, Any]]:
    for record in records:
        for event in record.events:
            yield _feature(record, event)


def _feature(record: Record, event: Event) -> dict[str, Any]:
    properties = row(record, event)
    return {
        "type": "Feature",
        "id": f"{record.report.id}/{event.id}",
        "geometry": _geometry(event),
        "properties": {k: v for k, v in properties.items() if k not in _ON_THE_POINT},
    }


def _geometry(event: Event) -> dict[str, Any] | None:
    place = event.place
    if place is None or place.lat is None or place.lon is None:
        return None
    return {"type": "Point", "coordinates": [place.lon, place.lat]}


EXPORT = Export(
    media_type="application/geo+json",
    suffix=".geojson",
    description="one feature an event, for maps",
    write=write,
)
