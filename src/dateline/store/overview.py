"""All incidents at a glance: columns in memory, counted in milliseconds, however many there are.

A map of a continent and a timeline of years look at every incident. What they count stands here in
arrays; what only an index of words can find is asked of the database and matched by number.
"""

from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import numpy as np
import sqlalchemy as sa

from dateline.records import Box, Query
from dateline.store.areas import around
from dateline.store.folding import EARTH
from dateline.store.reading import Reading
from dateline.store.search import found_numbers
from dateline.store.tables import INCIDENTS

Floats: TypeAlias = np.ndarray[Any, np.dtype[np.float64]]
Ints: TypeAlias = np.ndarray[Any, np.dtype[np.int64]]
Mask: TypeAlias = np.ndarray[Any, np.dtype[np.bool_]]
NO_DAY = np.iinfo(np.int32).min
_C = INCIDENTS.c
_COLUMNS = (
    _C.number, _C.lat, _C.lon, _C.start, _C.end, _C.type, _C.kind, _C.weapon, _C.country, _C.grade,
    _C.origins, _C.sensitive, _C.protected, _C.revision, _C.killed_low, _C.killed_best,
    _C.killed_high, _C.injured_low, _C.injured_best, _C.injured_high,
)  # fmt: skip
_CODED = ("type", "kind", "weapon", "country", "grade", "protected")
_MEASURED = tuple(f"{m}_{b}" for m in ("killed", "injured") for b in ("low", "best", "high"))
_BATCH = 100_000  # rows fetched at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The incidents of one revision, sorted by latitude; codes are numbers into ``names``.

    ``lat`` and ``lon`` are degrees, NaN without a place; ``start`` and ``end`` are days as
    ``date.toordinal`` counts them, ``NO_DAY`` without one; tolls are NaN where nobody tells.
    """

    revision: int
    number: Ints
    lat: Floats
    lon: Floats
    start: Ints
    end: Ints
    origins: Ints
    sensitive: Ints
    changed: Ints
    codes: dict[str, Ints]
    names: dict[str, tuple[str, ...]]
    tolls: dict[str, Floats]

    def __len__(self) -> int:
        """Count the incidents."""
        return len(self.number)

    def fitting(self, store: Reading, query: Query) -> Ints:
        """Give the places in the columns of what fits the query; order and limit are no matter."""
        first, last = self._rows_between(query)
        part = slice(first, last)
        mask = np.ones(last - first, dtype=bool)
        for condition in self._conditions(query, part):
            mask &= condition
        if query.text is not None or query.actor is not None:
            with store._connected() as connection:  # noqa: SLF001  a part of the store
                found = np.asarray(found_numbers(connection, query), dtype=np.int64)
            mask &= np.isin(self.number[part], found)
        return np.flatnonzero(mask) + first

    def inside(self, rows: Ints, box: Box) -> Ints:
        """Keep those rows that lie in a box."""
        lat = self.lat[rows]
        within = (lat >= box.south) & (lat <= box.north) & _within(self.lon[rows], box)
        return rows[within]

    def _rows_between(self, query: Query) -> tuple[int, int]:
        """Find the rows whose latitude may fit; those without a place come last, as NaN sorts."""
        box = query.box or (around(query.near) if query.near else None)
        if box is None:
            placed = int(np.searchsorted(self.lat, np.nan, side="left"))
            return (placed if query.placed is False else 0), len(self)
        first = int(np.searchsorted(self.lat, box.south, side="left"))
        return first, int(np.searchsorted(self.lat, box.north, side="right"))

    def _conditions(self, query: Query, part: slice) -> list[Mask]:
        found: list[Mask] = []
        if query.box is not None:
            found.append(_within(self.lon[part], query.box))
        if query.near is not None:
            near = query.near
            lat, lon = self.lat[part], self.lon[part]
            found.append(_kilometres(lat, lon, near.lat, near.lon) <= near.km)
        if query.since is not None:
            found.append(self.end[part] >= query.since.toordinal())
        if query.until is not None:
            until = query.until.toordinal()
            found.append((self.start[part] <= until) & (self.start[part] != NO_DAY))
        if query.placed is not None:
            found.append(np.isnan(self.lat[part]) != query.placed)
        if query.dated is not None:
            found.append((self.start[part] != NO_DAY) == query.dated)
        return [*found, *self._coded(query, part)]

    def _coded(self, query: Query, part: slice) -> list[Mask]:
        found: list[Mask] = []
        for name in ("type", "kind", "weapon", "country", "grade"):
            if value := getattr(query, name):
                wanted = value.upper() if name in ("type", "country") else value
                found.append(self._is(name, {wanted}, part))
        if query.kinds:
            found.append(self._is("kind", set(query.kinds), part))
        if query.protected is not None:
            found.append(self._is("protected", self._protected(query.protected), part))
        if query.origins is not None and query.origins > 1:
            found.append(self.origins[part] >= query.origins)
        if query.sensitive is not None:
            found.append(self.sensitive[part] == int(query.sensitive))
        if query.changed is not None:
            found.append(self.changed[part] > query.changed)
        return found

    def _is(self, name: str, wanted: set[str], part: slice) -> Mask:
        chosen = [n for n, value in enumerate(self.names[name]) if value in wanted]
        mask: Mask = np.isin(self.codes[name][part], chosen)
        return mask

    def _protected(self, asked: str) -> set[str]:
        names = self.names["protected"]
        return {n for n in names if (n if asked == "any" else asked in n.split())}


def load_overview(store: Reading) -> Overview:
    """Read the columns of all incidents; a million of them take some seconds."""
    revision = store.revision()
    with store._connected() as connection:  # noqa: SLF001  a part of the store
        rows = connection.execution_options(yield_per=_BATCH).execute(sa.select(*_COLUMNS))
        parts = [_columns(some) for some in rows.partitions(_BATCH)]
    return _sorted(_joined(parts, revision))


def refreshed(store: Reading, known: Overview) -> Overview:
    """Bring an overview up to date: only what was changed since is read."""
    revision = store.revision()
    if revision == known.revision:
        return known
    with store._connected() as connection:  # noqa: SLF001  a part of the store
        numbers = np.asarray(connection.scalars(sa.select(_C.number)).all(), dtype=np.int64)
        changed = sa.select(*_COLUMNS).where(_C.revision > known.revision)
        new = _columns(connection.execute(changed).all())
    fresh = np.isin(known.number, new["number"])
    stay = np.flatnonzero(np.isin(known.number, numbers) & ~fresh)
    return _sorted(_joined([_decoded(known, stay), new], revision))


def _within(lon: Floats, box: Box) -> Mask:
    if box.west <= box.east:
        return (lon >= box.west) & (lon <= box.east)
    return (lon >= box.west) | (lon <= box.east)


def _kilometres(lat: Floats, lon: Floats, here_lat: float, here_lon: float) -> Floats:
    north, here = np.radians(lat), np.radians(here_lat)
    half = np.sin((north - here) / 2) ** 2
    half += np.cos(north) * np.cos(here) * np.sin(np.radians(lon - here_lon) / 2) ** 2
    distance: Floats = 2 * EARTH * np.arcsin(np.minimum(1.0, np.sqrt(half)))
    return distance


def _columns(rows: Any) -> dict[str, Any]:
    """Turn rows into columns; codes stay words."""
    names = [column.name for column in _COLUMNS]
    lists = list(zip(*rows, strict=True)) or [()] * len(names)
    return {name: _column(name, values) for name, values in zip(names, lists, strict=True)}


def _column(name: str, values: Any) -> Any:
    if name in _CODED:
        return np.asarray([value or "" for value in values], dtype=object)
    if name in ("lat", "lon", *_MEASURED):
        return np.asarray([np.nan if v is None else v for v in values], dtype=np.float64)
    return np.asarray([NO_DAY if v is None else v for v in values], dtype=np.int64)


def _decoded(known: Overview, rows: Ints) -> dict[str, Any]:
    """Give some rows of an overview as columns again."""
    words = {
        name: np.asarray(known.names[name], dtype=object)[known.codes[name][rows]]
        for name in _CODED
    }
    plain = {
        "number": known.number,
        "lat": known.lat,
        "lon": known.lon,
        "start": known.start,
        "end": known.end,
        "origins": known.origins,
        "sensitive": known.sensitive,
        "revision": known.changed,
        **known.tolls,
    }
    return words | {name: column[rows] for name, column in plain.items()}


def _joined(parts: list[dict[str, Any]], revision: int) -> Overview:
    parts = parts or [_columns([])]
    whole = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
    coded = {name: np.unique(whole[name].astype(str), return_inverse=True) for name in _CODED}
    return Overview(
        revision=revision,
        number=whole["number"],
        lat=whole["lat"],
        lon=whole["lon"],
        start=whole["start"],
        end=whole["end"],
        origins=whole["origins"],
        sensitive=whole["sensitive"],
        changed=whole["revision"],
        codes={name: codes.astype(np.int64) for name, (_, codes) in coded.items()},
        names={name: tuple(map(str, names)) for name, (names, _) in coded.items()},
        tolls={name: whole[name] for name in _MEASURED},
    )


def _sorted(view: Overview) -> Overview:
    order = np.argsort(view.lat, kind="stable")
    return replace(
        view,
        number=view.number[order],
        lat=view.lat[order],
        lon=view.lon[order],
        start=view.start[order],
        end=view.end[order],
        origins=view.origins[order],
        sensitive=view.sensitive[order],
        changed=view.changed[order],
        codes={name: codes[order] for name, codes in view.codes.items()},
        tolls={name: toll[order] for name, toll in view.tolls.items()},
    )
