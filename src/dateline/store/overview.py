"""All incidents at a glance: columns in memory, looked through in milliseconds, however many.

A map of a continent and a timeline of years look at every incident. What they count stands here in
arrays; what only an index of words can find is asked of the database and matched by number.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

import numpy as np

from dateline.records import Query
from dateline.store.areas import around
from dateline.store.curve import NOWHERE, Floats, Ints, Span, window
from dateline.store.folding import EARTH
from dateline.store.reading import Reading
from dateline.store.search import found_numbers
from dateline.store.terms import LONG

Mask: TypeAlias = np.ndarray[Any, np.dtype[np.bool_]]
NO_DAY = np.iinfo(np.int32).min
_PLAIN = Query()
_RARE = 24  # one row of so many is cheaper looked at by itself than all in their order
CODED = ("type", "kind", "weapon", "country", "grade", "protected")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Overview:
    """The incidents of one revision, in the order of the curve; codes are numbers into ``names``.

    ``lat`` and ``lon`` are degrees, NaN without a place; ``start`` and ``end`` are days as
    ``date.toordinal`` counts them, ``NO_DAY`` without one; tolls are NaN where nobody tells.
    ``undated`` are the rows without a day. ``falling`` are all rows by their first day, the latest
    first, and ``begun`` those days, negative and so rising; ``lasting`` are those of more than
    ``LONG`` days by their last one, ``lasting_until``. ``counted`` is room for what was counted.
    """

    revision: int
    spot: Ints
    id: Any
    number: Ints
    lat: Floats
    lon: Floats
    start: Ints
    end: Ints
    origins: Ints
    sensitive: Mask
    changed: Ints
    codes: dict[str, Ints]
    names: dict[str, tuple[str, ...]]
    tolls: dict[str, Floats]
    undated: Ints
    lasting: Ints
    lasting_until: Ints
    falling: Ints
    begun: Ints
    counted: dict[Any, Any] = field(default_factory=dict)

    def __len__(self) -> int:
        """Count the incidents."""
        return len(self.number)

    def fitting(self, store: Reading, query: Query, spans: Sequence[Span] | None = None) -> Ints:
        """Give the rows that fit a query, rising; with spans only those in them.

        Order, limit and where the query goes on are no matter.
        """
        rows = self._among_days(query, spans)
        if rows is None:
            found = [self.those(query, part) for part in self._parts(query, spans)]
            rows = np.concatenate(found) if found else np.zeros(0, dtype=np.int64)
        if is_coded(query):
            return rows
        with store._connected() as connection:  # noqa: SLF001  a part of the store
            worded = np.asarray(found_numbers(connection, query), dtype=np.int64)
        return rows[np.isin(self.number[rows], worded)]

    def days(self, query: Query) -> tuple[int, int]:
        """Give where in ``falling`` that is which begins in a query's days, or not long before."""
        first, last = 0, len(self)
        if query.until is not None:
            first = int(np.searchsorted(self.begun, -query.until.toordinal()))
        if query.since is not None:
            last = int(np.searchsorted(self.begun, LONG - query.since.toordinal(), side="right"))
        return first, max(first, last)

    def lasting_into(self, query: Query) -> Ints:
        """Give the rows that last long, and into a query's days from before ``days``."""
        if query.since is None:
            return self.lasting[:0]
        ends = np.searchsorted(self.lasting_until, query.since.toordinal())
        rows = self.lasting[ends:]
        kept: Ints = rows[self.start[rows] < query.since.toordinal() - LONG]
        return kept

    def _among_days(self, query: Query, spans: Sequence[Span] | None) -> Ints | None:
        """Give the rows that fit where the query's days leave few to look at."""
        first, last = self.days(query)
        if (last - first) * _RARE > len(self) or query.placed is False:
            return None
        rows = np.sort(np.concatenate([self.falling[first:last], self.lasting_into(query)]))
        if spans is not None:
            edges = np.asarray(spans, dtype=np.int64).ravel()
            rows = rows[np.searchsorted(edges, self.spot[rows], side="right") % 2 == 1]
        return self.those(query, rows)

    def _parts(self, query: Query, spans: Sequence[Span] | None) -> Iterator[Any]:
        """Give the parts of the columns that may fit, as slices or as rows."""
        area = query.box or (around(query.near) if query.near else None)
        if query.placed is False:
            yield slice(int(np.searchsorted(self.spot, NOWHERE)), len(self))
        elif spans is not None or area is not None:
            yield from self._slices(window(area).spans if spans is None and area else spans or ())
        elif query.dated is False:
            yield self.undated
        else:
            yield slice(0, len(self))

    def _slices(self, spans: Sequence[Span]) -> Iterator[slice]:
        bounds = np.searchsorted(self.spot, np.asarray(spans, dtype=np.int64).reshape(-1, 2))
        yield from (slice(first, last) for first, last in bounds.tolist() if first < last)

    def those(self, query: Query, part: Any) -> Ints:
        """Give the rows of a part, a slice or rows, that fit; words and actors are no matter."""
        conditions = list(self._conditions(query, part))
        if isinstance(part, slice) and conditions:
            found: Ints = np.flatnonzero(_all(conditions)) + part.start
            return found
        rows: Ints = np.arange(part.start, part.stop) if isinstance(part, slice) else part
        return rows[_all(conditions)] if conditions else rows

    def _conditions(self, query: Query, part: Any) -> Iterator[Mask]:
        yield from self._areas(query, part)
        if query.since is not None:
            yield self.end[part] >= query.since.toordinal()
        if query.until is not None:
            yield self.start[part] <= query.until.toordinal()
        if query.until is not None or query.dated is True:
            yield self.start[part] != NO_DAY
        elif query.dated is False:
            yield self.start[part] == NO_DAY
        if query.placed is True:
            yield self.spot[part] != NOWHERE
        yield from self._coded(query, part)

    def _areas(self, query: Query, part: Any) -> Iterator[Mask]:
        if box := query.box:
            lat, lon = self.lat[part], self.lon[part]
            yield (lat >= box.south) & (lat <= box.north)
            east, west = lon >= box.west, lon <= box.east
            yield (east & west) if box.west <= box.east else (east | west)
        if near := query.near:
            yield _kilometres(self.lat[part], self.lon[part], near.lat, near.lon) <= near.km

    def _coded(self, query: Query, part: Any) -> Iterator[Mask]:
        for name in ("type", "kind", "weapon", "country", "grade"):
            if value := getattr(query, name):
                wanted = value.upper() if name in ("type", "country") else value
                yield self._is(name, {wanted}, part)
        if query.kinds:
            yield self._is("kind", set(query.kinds), part)
        if query.protected is not None:
            yield self._is("protected", self._protected(query.protected), part)
        if query.origins is not None and query.origins > 1:
            yield self.origins[part] >= query.origins
        if query.sensitive is not None:
            yield self.sensitive[part] == query.sensitive
        if query.changed is not None:
            yield self.changed[part] > query.changed

    def _is(self, name: str, wanted: set[str], part: Any) -> Mask:
        chosen = np.array([value in wanted for value in self.names[name]], dtype=bool)
        mask: Mask = chosen[self.codes[name][part]]
        return mask

    def _protected(self, asked: str) -> set[str]:
        names = self.names["protected"]
        return {n for n in names if n and (asked == "any" or asked in n.split())}


def _all(conditions: Sequence[Mask]) -> Mask:
    mask = conditions[0].copy()
    for condition in conditions[1:]:
        mask &= condition
    return mask


def is_plain(query: Query) -> bool:
    """Tell whether a query asks for nothing; order, limit and where it goes on are no matter."""
    asked = replace(query, sensitive=None, order=_PLAIN.order, after=None, limit=_PLAIN.limit)
    return replace(asked, offset=0) == _PLAIN


def is_coded(query: Query) -> bool:
    """Tell whether an overview can answer a query without asking the database for words."""
    return query.text is None and query.actor is None


def _kilometres(lat: Floats, lon: Floats, here_lat: float, here_lon: float) -> Floats:
    north, here = np.radians(lat), np.radians(here_lat)
    half = np.sin((north - here) / 2) ** 2
    half += np.cos(north) * np.cos(here) * np.sin(np.radians(lon - here_lon) / 2) ** 2
    distance: Floats = 2 * EARTH * np.arcsin(np.minimum(1.0, np.sqrt(half)))
    return distance
