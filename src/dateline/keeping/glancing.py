"""What a whole record, or what fits of it, adds up to: over time, and in one sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from dateline.keeping.mapping import families, names_of
from dateline.knowledge.families import FAMILIES
from dateline.store.curve import Floats, Ints
from dateline.store.overview import NO_DAY, Overview

_FAMILIES = tuple(family.name for family in FAMILIES)
_MOST_BINS = 140
_UNITS = (("day", 1), ("week", 7), ("month", 31), ("year", 366))
_JANUARY, _DECEMBER = 1, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """A day, week, month or year; an incident is counted where it begins."""

    start: date
    end: date
    count: int
    families: dict[str, int]
    killed: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Bins from the first day to the last, empty ones too."""

    unit: str
    bins: tuple[Bin, ...]
    undated: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Sums of the least, the best and the greatest numbers; an open bound counts as its least."""

    low: float
    best: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What fits, counted by what it is."""

    incidents: int
    two_origins: int
    killed: Bounds
    injured: Bounds
    unplaced: int
    undated: int
    families: dict[str, int]
    grades: dict[str, int]
    kinds: dict[str, int]
    countries: dict[str, int]
    first: date | None
    last: date | None


def timeline(overview: Overview, rows: Ints) -> Timeline:
    """Count incidents over time, in the finest unit that leaves few enough bins."""
    days = overview.start[rows]
    dated = rows[days != NO_DAY]
    if not len(dated):
        return Timeline(unit="day", bins=(), undated=len(rows))
    days = overview.start[dated]
    first, last = int(days.min()), int(days.max())
    unit = next((u for u, size in _UNITS if (last - first) / size < _MOST_BINS), "year")
    edges = _edges(date.fromordinal(first), date.fromordinal(last), unit)
    where = np.searchsorted([edge.toordinal() for edge in edges], days, side="right") - 1
    counted = np.bincount(
        where * len(FAMILIES) + families(overview, dated),
        minlength=(len(edges) - 1) * len(FAMILIES),
    ).reshape(-1, len(FAMILIES))
    killed = np.bincount(where, _best(overview, dated, "killed"), len(edges) - 1)
    bins = tuple(
        Bin(
            start=edges[n],
            end=edges[n + 1] - timedelta(days=1),
            count=int(counted[n].sum()),
            families=names_of(counted[n].tolist(), _FAMILIES),
            killed=float(killed[n]),
        )
        for n in range(len(edges) - 1)
    )
    return Timeline(unit=unit, bins=bins, undated=len(rows) - len(dated))


def summary(overview: Overview, rows: Ints) -> Summary:
    """Count what fits."""
    start = overview.start[rows]
    dated = start != NO_DAY
    return Summary(
        incidents=len(rows),
        two_origins=int((overview.origins[rows] > 1).sum()),
        killed=_total(overview, rows, "killed"),
        injured=_total(overview, rows, "injured"),
        unplaced=int(np.isnan(overview.lat[rows]).sum()),
        undated=int((~dated).sum()),
        families=_counted(families(overview, rows), _FAMILIES),
        grades=_coded(overview, rows, "grade"),
        kinds=_coded(overview, rows, "kind"),
        countries=_coded(overview, rows, "country"),
        first=date.fromordinal(int(start[dated].min())) if dated.any() else None,
        last=date.fromordinal(int(overview.end[rows][dated].max())) if dated.any() else None,
    )


def _edges(first: date, last: date, unit: str) -> list[date]:
    """Give the first day of each bin, and the day after the last one."""
    day = _begin(first, unit)
    edges = [day]
    while day <= last:
        day = _next(day, unit)
        edges.append(day)
    return edges


def _begin(day: date, unit: str) -> date:
    if unit == "week":
        return day - timedelta(days=day.weekday())
    if unit == "month":
        return day.replace(day=1)
    return day.replace(month=_JANUARY, day=1) if unit == "year" else day


def _next(day: date, unit: str) -> date:
    if unit == "month":
        late = day.month == _DECEMBER
        return date(day.year + late, _JANUARY if late else day.month + 1, 1)
    if unit == "year":
        return date(day.year + 1, _JANUARY, 1)
    return day + timedelta(days=7 if unit == "week" else 1)


def _best(overview: Overview, rows: Ints, measure: str) -> Floats:
    tolls = overview.tolls
    best = np.fmax(tolls[f"{measure}_best"][rows], np.nan_to_num(tolls[f"{measure}_low"][rows]))
    return np.nan_to_num(best)


def _total(overview: Overview, rows: Ints, measure: str) -> Bounds:
    tolls = overview.tolls
    low = np.nan_to_num(tolls[f"{measure}_low"][rows])
    best = _best(overview, rows, measure)
    high = np.fmax(tolls[f"{measure}_high"][rows], best)
    return Bounds(low=float(low.sum()), best=float(best.sum()), high=float(high.sum()))


def _coded(overview: Overview, rows: Ints, name: str) -> dict[str, int]:
    return _counted(overview.codes[name][rows], overview.names[name])


def _counted(codes: Ints, names: Sequence[str]) -> dict[str, int]:
    return names_of(np.bincount(codes, minlength=len(names)).tolist(), names)
