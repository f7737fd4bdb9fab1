"""The latest incidents that fit, found in an overview: down from the last day, days at once."""

from collections.abc import Iterator

import numpy as np

from dateline.records import Listed, Query
from dateline.store.curve import Ints
from dateline.store.overview import NO_DAY, Overview
from dateline.store.reading import Reading

_STEP = 1_000  # rows that are looked at first; four times as many then, and so on
_FAR = 150_000  # rows; who has met too few in so many looks through all in one go


def latest(store: Reading, overview: Overview, query: Query) -> tuple[Listed, ...]:
    """List the incidents that fit as a search of the record does: the latest first, then by id."""
    last = None if query.limit is None else query.offset + query.limit
    rows = _no_more(overview, _sought(store, overview, query), last)
    order = np.lexsort((overview.id[rows], -overview.start[rows].astype(np.int64)))
    numbers = overview.number[rows[order[query.offset : last]]].tolist()
    found = store.numbered(numbers)
    return tuple(found[number] for number in numbers if number in found)


def _sought(store: Reading, overview: Overview, query: Query) -> Ints:
    """Give all rows that fit, or the latest: as many as are asked for, or some more."""
    asked_apart = (query.box, query.near, query.text, query.actor, query.placed)
    if query.limit is not None and all(asked is None for asked in asked_apart):
        rows = _met(overview, query, query.offset + query.limit)
        if rows is not None:
            return rows
    return _behind(overview, overview.fitting(store, query), query)


def _met(overview: Overview, query: Query, wanted: int) -> Ints | None:
    """Go down the list until enough are met; None where that would be far."""
    found = [_behind(overview, overview.those(query, overview.lasting_into(query)), query)]
    met = looked = 0
    for rows in _days(overview, query):
        found.append(_behind(overview, overview.those(query, rows), query))
        met, looked = met + len(found[-1]), looked + len(rows)
        if met >= wanted:
            break
        if looked > _FAR:
            return None
    return np.concatenate(found)


def _days(overview: Overview, query: Query) -> Iterator[Ints]:
    """Give the rows of whole days, ever more of them, among which the query's can be."""
    begun = overview.begun
    at, end = overview.days(query)
    if query.after is not None:
        day = query.after.start.toordinal() if query.after.start else NO_DAY
        at = max(at, int(np.searchsorted(begun, -day)))
    step = _STEP
    while at < end:
        last = begun[min(at + step, end) - 1]
        behind = int(np.searchsorted(begun, last, side="right"))
        yield overview.falling[at:behind]
        at, step = behind, step * 4


def _no_more(overview: Overview, rows: Ints, wanted: int | None) -> Ints:
    """Leave out what comes after the day of the last one that is wanted; ids are slow to sort."""
    if not wanted or wanted >= len(rows):
        return rows
    start = overview.start[rows]
    kept: Ints = rows[start >= -np.partition(-start.astype(np.int64), wanted - 1)[wanted - 1]]
    return kept


def _behind(overview: Overview, rows: Ints, query: Query) -> Ints:
    """Keep what comes after the incident where the query goes on."""
    place = query.after
    if place is None:
        return rows
    day = place.start.toordinal() if place.start else NO_DAY
    start = overview.start[rows]
    kept: Ints = rows[(start < day) | ((start == day) & (overview.id[rows] > place.id.encode()))]
    return kept
