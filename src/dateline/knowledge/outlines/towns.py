"""The towns of an area, the largest first: the names by which a reader finds a place."""

import sqlite3
from dataclasses import dataclass

from dateline.knowledge.gazetteer.lookup import SHIPPED
from dateline.knowledge.gazetteer.schema import DEGREE
from dateline.records import Box

_ASKED = (
    "SELECT name, lat, lon, population FROM place JOIN kind ON kind.number = place.kind "
    "WHERE kind.kind = 'settlement' AND lat BETWEEN ? AND ? AND lon BETWEEN ? AND ? "
    "ORDER BY population DESC, id LIMIT ?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A settlement with its point and the number of its people, 0 where nobody counted."""

    name: str
    lat: float
    lon: float
    population: int


def towns(box: Box, *, most: int) -> tuple[Town, ...]:
    """List the largest settlements of a box that does not span 180 degrees."""
    bounds = [round(edge * DEGREE) for edge in (box.south, box.north, box.west, box.east)]
    base = sqlite3.connect(f"{SHIPPED.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        rows = base.execute(_ASKED, (*bounds, most)).fetchall()
    finally:
        base.close()
    return tuple(
        Town(name=name, lat=lat / DEGREE, lon=lon / DEGREE, population=population or 0)
        for name, lat, lon, population in rows
    )
