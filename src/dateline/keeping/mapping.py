"""Incidents on a map: those that would lie on each other are counted together.

A map of a million incidents is a grid of cells, each some sixty pixels wide, with how many are in
it, of which families, how well attested the worst of them is, and how many were killed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Any

import numpy as np

from dateline.knowledge.families import FAMILIES, family_of
from dateline.knowledge.ontology import kinds
from dateline.records import Box, Query
from dateline.store import Store
from dateline.store.curve import DEPTH, Floats, Ints, Window, cells_of, window
from dateline.store.overview import Overview

_FINER = 3  # halvings below a zoom: there the world is 512 pixels wide, and a cell 64
_COARSE = 11  # depth; cells as wide are few enough to keep all of them in mind
_KEPT = 500_000  # cells, of some 150 bytes
# The least sure first: a cell shows the worst grade in it.
WORST = ("contested", "weak", "discounted", "fair", "confirmed")
_FAMILY_NAMES = tuple(family.name for family in FAMILIES)


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


def cells(store: Store, overview: Overview, query: Query, view: Box, zoom: int) -> list[Cell]:
    """Count what fits by whole cells of a map at a zoom, those of a view, the fullest last."""
    if query.placed is False:
        return []
    area = window(view, min(DEPTH, zoom + _FINER))
    if _is_kept(query) and area.depth <= _COARSE:
        counted = _everywhere(store, overview, query, area.depth).within(area)
    else:
        counted = _counted(overview, overview.fitting(store, query, area.spans), area.depth)
    return list(counted.told())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counted:
    """Cells in columns, in the order of the curve."""

    code: Ints
    count: Ints
    number: Ints  # of the first incident
    lat: Floats  # the middle of them
    lon: Floats
    south: Floats
    north: Floats
    west: Floats
    east: Floats
    grade: Ints
    families: Ints  # cells x families
    low: Floats  # killed
    high: Floats

    def within(self, area: Window) -> "_Counted":
        """Keep the cells of an area, which are of its depth."""
        spans = cells_of(np.asarray(area.spans, dtype=np.int64).reshape(-1, 2), area.depth)
        bounds = np.searchsorted(self.code, spans).tolist()
        kept = np.concatenate([np.arange(first, last) for first, last in bounds])
        return _Counted(**{each.name: getattr(self, each.name)[kept] for each in fields(self)})

    def told(self) -> Iterator[Cell]:
        """Give the cells one by one, the fullest last."""
        order = np.argsort(self.count, kind="stable")
        columns = {each.name: getattr(self, each.name)[order].tolist() for each in fields(self)}
        edges = zip(*(columns[side] for side in ("west", "south", "east", "north")), strict=True)
        for n, bounds in enumerate(edges):
            count, high = columns["count"][n], columns["high"][n]
            yield Cell(
                lat=columns["lat"][n],
                lon=columns["lon"][n],
                count=count,
                grade=WORST[columns["grade"][n]],
                families=names_of(columns["families"][n], _FAMILY_NAMES),
                killed=(columns["low"][n], high) if high else None,
                bounds=bounds,
                number=columns["number"][n] if count == 1 else None,
            )


def _everywhere(store: Store, overview: Overview, query: Query, depth: int) -> _Counted:
    """Count all cells of a depth; they are kept, so that moving the map counts nothing anew."""
    known, counts = (query, depth), overview.counted
    counted: _Counted | None = counts.get(known)
    if counted is None:
        rows = overview.fitting(store, replace(query, placed=True))
        counted = counts[known] = _counted(overview, rows, depth)
        while sum(len(each.code) for each in tuple(counts.values())) > _KEPT and len(counts) > 1:
            counts.pop(next(iter(counts)), None)
    return counted


def _is_kept(query: Query) -> bool:
    """Tell whether a query names nothing but codes, as those do that one moves about with."""
    apart = (query.since, query.until, query.text, query.actor, query.near, query.box)
    return all(asked is None for asked in apart) and query.changed is None


def _counted(overview: Overview, rows: Ints, depth: int) -> _Counted:
    """Count rows that have a place by their cells: those of one lie one behind the other."""
    code = cells_of(overview.spot[rows], depth)
    first = np.flatnonzero(np.diff(code, prepend=-1))
    count = np.diff(first, append=len(rows))
    where = np.repeat(np.arange(len(first)), count)
    lat, lon = overview.lat[rows], overview.lon[rows]
    low, high = overview.tolls["killed_low"][rows], overview.tolls["killed_high"][rows]
    family = families(overview, rows)
    grade = _grade_numbers(overview.names["grade"])[overview.codes["grade"][rows]]
    wide = len(FAMILIES)
    return _Counted(
        code=code[first],
        count=count,
        number=overview.number[rows[first]],
        lat=_each(np.add, lat, first) / count,
        lon=_each(np.add, lon, first) / count,
        south=_each(np.minimum, lat, first),
        north=_each(np.maximum, lat, first),
        west=_each(np.minimum, lon, first),
        east=_each(np.maximum, lon, first),
        grade=_each(np.minimum, grade, first),
        families=np.bincount(where * wide + family, minlength=len(first) * wide).reshape(-1, wide),
        low=_each(np.add, np.nan_to_num(low), first),
        high=_each(np.add, np.nan_to_num(np.fmax(high, low)), first),
    )


def _each(fold: np.ufunc, values: Any, first: Ints) -> Any:
    """Fold the values of each cell, which begin at ``first``; of none comes none."""
    return fold.reduceat(values, first) if len(first) else values[:0]


def families(overview: Overview, rows: Ints) -> Ints:
    """Give the number of each row's family, in the order of ``FAMILIES``."""
    return _family_numbers(overview.names["kind"])[overview.codes["kind"][rows]]


@lru_cache(maxsize=16)
def _family_numbers(names: tuple[str, ...]) -> Ints:
    order = {name: n for n, name in enumerate(_FAMILY_NAMES)}
    return np.asarray([order[family_of(_kinded(name)).name] for name in names], dtype=np.int64)


@dataclass(frozen=True, slots=True)
class _Kinded:
    kind: str
    type: str


def _kinded(kind: str) -> _Kinded:
    return _Kinded(kind, kinds()[kind].type if kind in kinds() else "")


@lru_cache(maxsize=16)
def _grade_numbers(names: tuple[str, ...]) -> Ints:
    return np.asarray([WORST.index(n) if n in WORST else 0 for n in names], dtype=np.int64)


def names_of(counts: Sequence[int], names: Sequence[str]) -> dict[str, int]:
    """Give counts by name, those that are none left out."""
    return {name: int(count) for name, count in zip(names, counts, strict=True) if count and name}
