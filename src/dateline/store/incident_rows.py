"""Incidents as rows, with their entries in the indexes for words and areas."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import msgspec
import sqlalchemy as sa

from dateline.records import Listed
from dateline.store.folding import folded
from dateline.store.tables import INCIDENTS, MEASURES

_ROWS = msgspec.json.Encoder()
_ADD_WORDS = "INSERT INTO incident_words(rowid, words, parties) VALUES (?, ?, ?)"
_DROP_WORDS = (
    "INSERT INTO incident_words(incident_words, rowid, words, parties) VALUES ('delete', ?, ?, ?)"
)
_ADD_POINT = "INSERT INTO incident_points VALUES (?, ?, ?, ?, ?)"
_DROP_POINT = "DELETE FROM incident_points WHERE number = ?"


def insert(connection: sa.Connection, listed: Sequence[Listed], revision: int) -> None:
    """Write incidents; SQLite's indexes for words and areas are tables of their own."""
    rows = [row_of(replace(one, revision=revision)) for one in listed]
    connection.execute(INCIDENTS.insert(), rows)
    if connection.dialect.name == "sqlite":
        kept = _numbered(connection, [one.id for one in listed])
        connection.exec_driver_sql(_ADD_WORDS, [(r.number, r.words, r.parties) for r in kept])
        points = [(r.number, r.lon, r.lon, r.lat, r.lat) for r in kept if r.lat is not None]
        if points:
            connection.exec_driver_sql(_ADD_POINT, points)


def delete(connection: sa.Connection, ids: Sequence[str]) -> None:
    """Take out incidents and their entries."""
    if connection.dialect.name == "sqlite" and (rows := _numbered(connection, ids)):
        connection.exec_driver_sql(_DROP_WORDS, [(r.number, r.words, r.parties) for r in rows])
        connection.exec_driver_sql(_DROP_POINT, [(r.number,) for r in rows])
    connection.execute(INCIDENTS.delete().where(INCIDENTS.c.id.in_(ids)))


def row_of(one: Listed) -> dict[str, object]:
    """Give the columns of an incident, but for the number that the database gives it."""
    return {
        "id": one.id,
        "type": one.type,
        "kind": one.kind,
        "weapon": one.weapon,
        "country": one.country,
        "grade": one.grade,
        "origins": one.origins,
        "start": _day(one.start),
        "end": _day(one.end or one.start),
        "lat": one.lat,
        "lon": one.lon,
        "words": folded(one.words),
        "parties": folded(" ".join(one.parties)),
        "row": _ROWS.encode(one),
        "revision": one.revision,
        "doubt": one.doubt,
        "sensitive": int(one.sensitive),
        "protected": f" {' '.join(one.protected)} " if one.protected else "",
        **_measured(one),
    }


def _numbered(connection: sa.Connection, ids: Sequence[str]) -> list[Any]:
    c = INCIDENTS.c
    columns = (c.number, c.words, c.parties, c.lat, c.lon)
    return list(connection.execute(sa.select(*columns).where(c.id.in_(ids))))


def _measured(one: Listed) -> dict[str, float | None]:
    known = {measure: bounds for measure, *bounds in one.tolls}
    return {
        f"{measure}_{name}": bound
        for measure in MEASURES
        for name, bound in zip(("low", "best", "high"), known.get(measure, [None] * 3), strict=True)
    }


def _day(day: date | None) -> int | None:
    return day.toordinal() if day else None
