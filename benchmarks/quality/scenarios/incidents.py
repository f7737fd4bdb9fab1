"""Incidents of a scenario: the form of ``incidents.json``, and ``incidents.toml``, its source."""

from datetime import date
from pathlib import Path

import msgspec

from benchmarks.quality.authoring.codebook import codebook
from benchmarks.quality.authoring.faults import SourceError
from benchmarks.quality.authoring.gold import Place, When
from benchmarks.quality.authoring.values import Number, read_days, read_place

BOUNDS = 3  # low, best, high
Lineages = tuple[tuple[str, ...], ...]


class Toll(msgspec.Struct, frozen=True, kw_only=True):
    """One measure over all reports; null is open."""

    low: Number | None
    best: Number | None
    high: Number | None


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """The days of an incident, both ends included."""

    start: date | None
    end: date | None


class Incident(msgspec.Struct, frozen=True, kw_only=True):
    """One happening as all reports together tell it."""

    id: str
    type: str
    kind: str
    place: Place | None
    date: Span
    events: tuple[str, ...]
    lineages: Lineages
    figures: dict[str, Toll]


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An incident as its source writes it."""

    kind: str
    place: str = ""
    days: str = ""
    events: str
    lineages: str = ""
    figures: dict[str, str] = {}


class Sheet(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A whole ``incidents.toml``."""

    lineages: str
    statements: dict[str, str] = {}
    incident: tuple[Entry, ...]


def read_sheet(path: Path) -> Sheet:
    """Read the source of a scenario's incidents."""
    try:
        return msgspec.toml.decode(path.read_bytes(), type=Sheet)
    except msgspec.DecodeError as error:
        where = f"{path.parent.name}/{path.name}"
        raise SourceError(str(error)).at(where) from error


def incidents_of(sheet: Sheet) -> tuple[Incident, ...]:
    """Write out a sheet's incidents, numbered in its order."""
    return tuple(
        _incident(f"i{number}", entry, sheet) for number, entry in enumerate(sheet.incident, 1)
    )


def _incident(name: str, entry: Entry, sheet: Sheet) -> Incident:
    try:
        days = read_days(entry.days) if entry.days else When()
        return Incident(
            id=name,
            type=codebook().type_of(entry.kind),
            kind=entry.kind,
            place=read_place(entry.place) if entry.place else None,
            date=Span(start=days.start, end=days.end),
            events=tuple(entry.events.split()),
            lineages=_lineages(entry, sheet),
            figures={measure: _toll(words) for measure, words in entry.figures.items()},
        )
    except SourceError as error:
        raise error.at(name) from error


def _lineages(entry: Entry, sheet: Sheet) -> Lineages:
    """Take the entry's own lineages, or those of the sheet as far as its reports go."""
    groups = [group.split() for group in (entry.lineages or sheet.lineages).split(";")]
    if entry.lineages:
        return tuple(tuple(group) for group in groups)
    told = {event.partition("/")[0] for event in entry.events.split()}
    kept = (tuple(name for name in group if name in told) for group in groups)
    return tuple(group for group in kept if group)


def _toll(words: str) -> Toll:
    """Read ``low best high``, a dash for what is open."""
    parts = [None if part == "-" else _number(part) for part in words.split()]
    if len(parts) != BOUNDS:
        message = f"a figure needs low, best and high: {words!r}"
        raise SourceError(message)
    low, best, high = parts
    return Toll(low=low, best=best, high=high)


def _number(words: str) -> Number:
    try:
        return float(words) if "." in words else int(words)
    except ValueError as error:
        message = f"not a number: {words!r}"
        raise SourceError(message) from error
