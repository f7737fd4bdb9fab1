"""Incidents on a map: those that would lie on each other are counted together.

A map of a million incidents is a grid of cells, each some fifty pixels wide, with how many are in
it, of which families, how well attested the worst of them is, and how many were killed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from dateline.knowledge.families import FAMILIES, family_of
from dateline.knowledge.ontology import kinds
from dateline.reconcile.grading import GRADES
from dateline.store.overview import Floats, Ints, Overview

_TILE = 256  # pixels of the world at zoom 0
_CELL = 48  # pixels
_FARTHEST = 85.051129  # degrees: there a web map ends
# The least sure first: a cell shows the worst grade in it.
WORST = ("contested", "weak", "discounted", "fair", "confirmed")
_PLAIN = tuple(family.name for family in FAMILIES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What lies together; ``number`` is that of the incident where there is only one."""

    lat: float
    lon: float
    count: int
    grade: str
    families: dict[str, int]
    killed: tuple[float, float] | None
    bounds: tuple[float, float, float, float]
    number: int | None


def cells(overview: Overview, rows: Ints, zoom: int) -> list[Cell]:
    """Count rows of the overview by cells of a map at a zoom, the fullest last."""
    rows = rows[~np.isnan(overview.lat[rows])]
    if not len(rows):
        return []
    column, row, wide = _grid(overview.lon[rows], overview.lat[rows], zoom)
    keys, where, counts = np.unique(row * wide + column, return_inverse=True, return_counts=True)
    order = np.argsort(counts, kind="stable")
    counted = _Counted(overview, rows, where, len(keys))
    return [counted.cell(int(place), int(counts[place])) for place in order]


class _Counted:
    """Rows by the cell they are in, counted in whole columns."""

    def __init__(self, overview: Overview, rows: Ints, where: Ints, size: int) -> None:
        self._rows, self._where = rows, where
        self._number = overview.number
        self._lat = _bounds(overview.lat[rows], where, size)
        self._lon = _bounds(overview.lon[rows], where, size)
        self._families = _by(families(overview)[rows], where, size, len(_PLAIN))
        self._grades = _by(_grades(overview)[rows], where, size, len(WORST))
        self._low = _sum(overview.tolls["killed_low"][rows], where, size)
        high = np.fmax(overview.tolls["killed_high"][rows], overview.tolls["killed_low"][rows])
        self._high = _sum(high, where, size)
        self._first = np.zeros(size, dtype=np.int64)
        self._first[where[::-1]] = rows[::-1]

    def cell(self, place: int, count: int) -> Cell:
        """Put what was counted of one cell together."""
        south, north, lat = (float(column[place]) for column in self._lat)
        west, east, lon = (float(column[place]) for column in self._lon)
        high = float(self._high[place])
        named = zip(_PLAIN, self._families[place].tolist(), strict=True)
        return Cell(
            lat=lat,
            lon=lon,
            count=count,
            grade=WORST[int(np.argmax(self._grades[place] > 0))],
            families={name: number for name, number in named if number},
            killed=(float(self._low[place]), high) if high else None,
            bounds=(west, south, east, north),
            number=int(self._number[self._first[place]]) if count == 1 else None,
        )


def families(overview: Overview) -> Ints:
    """Give the number of each incident's family, in the order of ``FAMILIES``."""
    order = {name: n for n, name in enumerate(_PLAIN)}
    table = [order[family_of(_kinded(kind)).name] for kind in overview.names["kind"]]
    return np.asarray(table or [0], dtype=np.int64)[overview.codes["kind"]]


@dataclass(frozen=True, slots=True)
class _Kinded:
    kind: str
    type: str


def _kinded(kind: str) -> _Kinded:
    return _Kinded(kind, kinds()[kind].type if kind in kinds() else "")


def _grades(overview: Overview) -> Ints:
    table = [WORST.index(name) if name in GRADES else 0 for name in overview.names["grade"]]
    return np.asarray(table or [0], dtype=np.int64)[overview.codes["grade"]]


def _grid(lon: Floats, lat: Floats, zoom: int) -> tuple[Ints, Ints, int]:
    """Give column and row in the square of a web map, and how many columns it has."""
    size = _TILE * 2**zoom / _CELL
    north = np.radians(np.clip(lat, -_FARTHEST, _FARTHEST))
    y = (1 - np.log(np.tan(north) + 1 / np.cos(north)) / np.pi) / 2
    x = (lon + 180) / 360
    return (x * size).astype(np.int64), (y * size).astype(np.int64), int(size) + 2


def _bounds(values: Floats, where: Ints, size: int) -> tuple[Floats, Floats, Floats]:
    low: Floats = np.full(size, np.inf, dtype=np.float64)
    high: Floats = np.full(size, -np.inf)
    np.minimum.at(low, where, values)
    np.maximum.at(high, where, values)
    mean: Floats = np.bincount(where, values, size) / np.bincount(where, minlength=size)
    return low, high, mean


def _by(codes: Ints, where: Ints, size: int, kinds_: int) -> Any:
    counted = np.bincount(where * kinds_ + codes, minlength=size * kinds_)
    return counted.reshape(size, kinds_)


def _sum(values: Floats, where: Ints, size: int) -> Floats:
    return np.asarray(np.bincount(where, np.nan_to_num(values), size), dtype=np.float64)


def names_of(counts: Sequence[int], names: Sequence[str]) -> dict[str, int]:
    """Give counts by name, those that are none left out."""
    return {name: int(count) for name, count in zip(names, counts, strict=True) if count and name}
