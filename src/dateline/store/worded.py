"""Search by words in PostgreSQL: down from the latest day, in stretches that become longer.

Frequent words are met within the last days, rare ones have few rows in all. Only rows that have all
terms are fetched, and of a stretch no more than it holds, however frequent a word is.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import inf
from typing import Any

import sqlalchemy as sa

from dateline.records import Query
from dateline.store import terms
from dateline.store.conditions import conditions_of
from dateline.store.frequency import Frequency, frequency
from dateline.store.tables import INCIDENTS

_C = INCIDENTS.c
_LEFT_OUT = ("row", "words", "parties")
_COLUMNS = [column for column in INCIDENTS.columns if column.name not in _LEFT_OUT]
_FEW = 150  # rows that are fetched at once rather than in stretches
_LEAST = 300  # incidents of a stretch, of any words
_MORE = 1.5  # times as many are looked through as should be enough
_LONGER = 8  # times as long is the next stretch
_FREQUENT = 0.1  # of all incidents; an index is slow to tell who of a few is among so many
_TESTED = 300  # rows that are sooner tested for what is frequent
_FETCHED = 1_000  # rows that are sooner fetched than told by their kinds
_FAR = 0.3  # of all incidents; a longer stretch is all that is left


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days to look through, to an end that may be open; ``long`` for what lasts long."""

    first: int | None
    last: int | None
    long: bool = False


def stretches(connection: sa.Connection, query: Query, needed: int) -> Iterator[Stretch]:
    """Yield stretch after stretch of the days of a query, the latest first."""
    first, last = terms.bounds(query)
    is_undated = query.dated is False or bool(query.after and not query.after.start)
    known = None if is_undated else frequency(connection)
    if known is not None:
        if last is None:
            last = connection.scalar(sa.select(sa.func.max(_C.start)))
        for begin in _begins(known, query, needed, (first, last)):
            yield Stretch(begin, last)
            last = begin - 1
    yield Stretch(first, last)
    if first is not None:
        yield Stretch(None, first - 1, long=True)


def _begins(
    known: Frequency, query: Query, needed: int, bounds: tuple[int | None, int | None]
) -> Iterator[int]:
    """Yield the first days of stretches, each before the last; none where few rows are left."""
    first, last = bounds
    fetched = known.share(terms.worded(query))
    share = fetched * known.share_of_any(terms.of_kinds(query))
    depth = 0.0 if last is None else known.depth(last)
    end = 1.0 if first is None else known.depth(first)
    step = max(_LEAST / known.count, _MORE * needed / (share * known.count))
    while step < _FAR and (end - depth) * fetched * known.count > _FEW and depth + step < end:
        depth += step
        begin = known.day(depth)
        if first is not None and begin <= first:
            return
        if last is not None and begin > last:
            continue
        yield begin
        last, step = begin - 1, step * _LONGER


def numbers(connection: sa.Connection, query: Query, stretch: Stretch) -> sa.Select[Any]:
    """Find numbers by terms apart from all else, so that no planner goes another way."""
    # The name of the table, so that what is left to be tested is tested on what was fetched.
    fetched = (
        sa.select(*_COLUMNS)
        .where(*_having(frequency(connection), query, stretch))
        .cte(INCIDENTS.name, nesting=True)
    )
    left = replace(query, text=None, actor=None)
    holds = [condition.holds for condition in conditions_of(connection, left)]
    statement = sa.select(_C.number).where(*holds, *_within(stretch))
    return statement.add_cte(fetched.prefix_with("MATERIALIZED"), nest_here=True)


def _having(
    known: Frequency | None, query: Query, stretch: Stretch
) -> Iterator[sa.ColumnElement[bool]]:
    """Say what the index of terms is asked, and of what it finds what is tested at once."""
    wanted = terms.worded(query) + ([terms.LASTS] if stretch.long else [])
    sought: list[str] = []
    rows = inf if known is None else known.count * _part(known, stretch)
    for term in sorted(wanted, key=known.share_of) if known is not None else wanted:
        share = 1.0 if known is None else known.share_of(term)
        if sought and share > _FREQUENT and rows <= _TESTED and term != terms.LASTS:
            yield terms.tested(term)
        else:
            sought.append(term)
            rows *= share
    yield terms.have_all(sought)
    if query.kinds and rows > _FETCHED:
        yield terms.have_any(terms.of_kinds(query))
    if stretch.first is not None and stretch.last is not None:
        covered = terms.days(stretch.first, stretch.last)
        yield from [terms.have_any(covered)] if covered else []


def _part(known: Frequency, stretch: Stretch) -> float:
    """Estimate the share of incidents that began in a stretch."""
    end = 1.0 if stretch.first is None else known.depth(stretch.first)
    return end - (0.0 if stretch.last is None else known.depth(stretch.last))


def _within(stretch: Stretch) -> Iterator[sa.ColumnElement[bool]]:
    if stretch.first is not None:
        yield _C.start >= stretch.first
    if stretch.last is not None and stretch.first is None:
        yield _C.start.is_(None) | (_C.start <= stretch.last)
    elif stretch.last is not None:
        yield _C.start <= stretch.last
