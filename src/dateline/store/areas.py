"""Areas: boxes and circles, on a round earth."""

from collections.abc import Iterator
from math import asin, cos, degrees, radians, sin
from typing import Any, TypeAlias

import sqlalchemy as sa

from dateline.records import Box, Circle, Query
from dateline.store.folding import EARTH
from dateline.store.tables import INCIDENTS

Found: TypeAlias = tuple[sa.ColumnElement[bool], sa.Select[Any] | None]
_C = INCIDENTS.c
_SLACK = 1e-4  # degrees: an R*Tree rounds to 32 bits, outwards


def conditions(connection: sa.Connection, query: Query) -> Iterator[Found]:
    """Give for each area what a row must fulfil, and the rows that an index finds."""
    if query.box is not None:
        yield _in_box(connection, query.box)
    if query.near is not None:
        holds, finds = _in_box(connection, around(query.near))
        yield holds & (_distance(connection, query.near) <= query.near.km), finds


def _in_box(connection: sa.Connection, box: Box) -> Found:
    """Cut at 180°: a box that spans 180° is two: one to its east edge, one from its west edge."""
    if box.west <= box.east:
        spans = [(box.west, box.east)]
    else:
        spans = [(-180.0, box.east), (box.west, 180.0)]
    north = _C.lat.between(box.south, box.north)
    holds = north & sa.or_(*(_C.lon.between(west, east) for west, east in spans))
    if connection.dialect.name == "sqlite":
        return holds, _by_tree(box, spans)
    return holds, sa.select(_C.number).where(sa.or_(*(_by_point(box, *span) for span in spans)))


def _by_tree(box: Box, spans: list[tuple[float, float]]) -> sa.Select[Any]:
    tree = sa.table(
        "incident_points",
        *(sa.column(name) for name in ("number", "west", "east", "south", "north")),
    )
    c = tree.c
    found = [
        sa.select(c.number).where(
            c.west >= west - _SLACK,
            c.east <= east + _SLACK,
            c.south >= box.south - _SLACK,
            c.north <= box.north + _SLACK,
        )
        for west, east in spans
    ]
    return found[0] if len(found) == 1 else sa.select(sa.union_all(*found).subquery().c.number)


def _by_point(box: Box, west: float, east: float) -> sa.ColumnElement[bool]:
    point = sa.func.point(_C.lon, _C.lat)
    corners = (sa.func.point(west, box.south), sa.func.point(east, box.north))
    return point.bool_op("<@")(sa.func.box(*corners))


def around(circle: Circle) -> Box:
    """Find the least box that holds a circle; near a pole it goes all the way round."""
    angle = circle.km / EARTH
    south, north = circle.lat - degrees(angle), circle.lat + degrees(angle)
    if south <= -90 or north >= 90:  # noqa: PLR2004
        return Box(west=-180, south=max(south, -90), east=180, north=min(north, 90))
    wide = degrees(asin(min(1.0, sin(angle) / cos(radians(circle.lat)))))
    west, east = circle.lon - wide, circle.lon + wide
    return Box(
        west=west + 360 if west < -180 else west,  # noqa: PLR2004
        south=south,
        east=east - 360 if east > 180 else east,  # noqa: PLR2004
        north=north,
    )


def _distance(connection: sa.Connection, circle: Circle) -> sa.ColumnElement[float]:
    """Measure kilometres to the middle: SQLite by our own function, PostgreSQL by the formula."""
    if connection.dialect.name == "sqlite":
        return sa.func.kilometres(_C.lat, _C.lon, circle.lat, circle.lon, type_=sa.Float)
    north, here = sa.func.radians(_C.lat), radians(circle.lat)
    half = sa.func.power(sa.func.sin((north - here) / 2), 2) + sa.func.cos(north) * cos(
        here
    ) * sa.func.power(sa.func.sin(sa.func.radians(_C.lon - circle.lon) / 2), 2)
    return 2 * EARTH * sa.func.asin(sa.func.least(1.0, sa.func.sqrt(half)))
