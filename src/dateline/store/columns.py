"""The columns of an overview: read from the record, and brought up to date with it."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any, TypeAlias

import numpy as np
import sqlalchemy as sa

from dateline.store.curve import Ints, numbers_of
from dateline.store.overview import CODED, NO_DAY, Overview
from dateline.store.reading import Reading
from dateline.store.tables import INCIDENTS, REMOVED
from dateline.store.terms import LONG

Columns: TypeAlias = dict[str, Any]
_C = INCIDENTS.c
_TOLLS = tuple(f"{m}_{b}" for m in ("killed", "injured") for b in ("low", "best", "high"))
_TYPES: dict[str, Any] = {
    "id": np.bytes_,
    "number": np.int64,
    "lat": np.float64,
    "lon": np.float64,
    "start": np.int32,
    "end": np.int32,
    "origins": np.int32,
    "sensitive": np.bool_,
    "revision": np.int32,
    **dict.fromkeys(_TOLLS, np.float32),
}
_SAME = ("id", "number", "lat", "lon", "start", "end", "origins", "sensitive")
_NONE = {"start": NO_DAY, "end": NO_DAY}
_NAMES = (*_TYPES, *CODED)
_COLUMNS = [_C[name] for name in _NAMES]
_BATCH = 50_000  # rows fetched at once


class _Names:
    """The words of coded columns, each with the number that it was given first."""

    def __init__(self) -> None:
        self._known: dict[str, dict[str, int]] = {name: {} for name in CODED}

    def coded(self, name: str, values: Iterable[str | None]) -> Ints:
        known = self._known[name]
        codes = [known.setdefault(value or "", len(known)) for value in values]
        return np.asarray(codes, dtype=np.int64)

    def ordered(self, name: str, codes: Ints) -> tuple[tuple[str, ...], Ints]:
        """Put the words in the order of the alphabet and give codes into them."""
        known = list(self._known[name])
        order = sorted(range(len(known)), key=known.__getitem__)
        places = np.argsort(np.asarray(order, dtype=np.int64))
        numbers = places.astype(np.min_scalar_type(len(known)))
        return tuple(known[place] for place in order), numbers[codes]


def load_overview(store: Reading) -> Overview:
    """Read the columns of all incidents; a million of them take some seconds."""
    names, revision = _Names(), store.revision()
    parts = [_columns(names, some) for some in _batches(store)]
    return _overview(parts, names, revision)


def refreshed(store: Reading, known: Overview) -> Overview:
    """Bring an overview up to date: only what was changed since is read."""
    revision = store.revision()
    if revision == known.revision:
        return known
    names = _Names()
    before = _decoded(known, names)
    with store._connected() as connection:  # noqa: SLF001  a part of the store
        later = sa.select(*_COLUMNS).where(_C.revision > known.revision)
        new = _columns(names, connection.execute(later).all())
        gone = sa.select(REMOVED.c.id).where(REMOVED.c.revision > known.revision)
        removed = np.array([id_.encode() for id_ in connection.scalars(gone)], dtype=np.bytes_)
    stay = ~(np.isin(known.id, new["id"]) | np.isin(known.id, removed))
    return _overview([{name: each[stay] for name, each in before.items()}, new], names, revision)


def _batches(store: Reading) -> Iterator[Sequence[Any]]:
    """Yield all rows by their numbers; a connection that is lost costs one batch."""
    last = -1
    while rows := store._repeated(partial(_behind, store, last)):  # noqa: SLF001
        yield rows
        last = rows[-1].number


def _behind(store: Reading, last: int) -> Sequence[Any]:
    statement = sa.select(*_COLUMNS).where(_C.number > last).order_by(_C.number).limit(_BATCH)
    with store._connected() as connection:  # noqa: SLF001  a part of the store
        return connection.execute(statement).all()


def _columns(names: _Names, rows: Iterable[Any]) -> Columns:
    lists = list(zip(*rows, strict=True)) or [()] * len(_NAMES)
    listed = dict(zip(_NAMES, lists, strict=True))
    codes = {name: names.coded(name, listed[name]) for name in CODED}
    return codes | {name: _column(name, listed[name]) for name in _TYPES}


def _column(name: str, values: Iterable[Any]) -> Any:
    if name == "id":
        return np.array([value.encode() for value in values], dtype=np.bytes_)
    none = _NONE.get(name, np.nan)
    return np.array([none if value is None else value for value in values], dtype=_TYPES[name])


def _decoded(known: Overview, names: _Names) -> Columns:
    """Give an overview as columns again."""
    codes = {name: names.coded(name, known.names[name])[known.codes[name]] for name in CODED}
    same = {name: getattr(known, name) for name in _SAME}
    return {**codes, **same, **known.tolls, "revision": known.changed}


def _overview(parts: list[Columns], names: _Names, revision: int) -> Overview:
    parts = parts or [_columns(names, ())]
    whole: Columns = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
    spot = numbers_of(whole["lon"], whole["lat"])
    order = np.lexsort((whole["number"], spot))
    whole = {name: column[order] for name, column in whole.items()}
    coded = {name: names.ordered(name, whole[name]) for name in CODED}
    lasting = np.flatnonzero(whole["end"] - whole["start"] > LONG)
    lasting = lasting[np.argsort(whole["end"][lasting], kind="stable")]
    begun = -whole["start"].astype(np.int64)
    falling = np.argsort(begun, kind="stable")
    return Overview(
        revision=revision,
        spot=spot[order],
        changed=whole["revision"],
        codes={name: codes for name, (_, codes) in coded.items()},
        names={name: words for name, (words, _) in coded.items()},
        tolls={name: whole[name] for name in _TOLLS},
        undated=np.flatnonzero(whole["start"] == NO_DAY),
        lasting=lasting,
        lasting_until=whole["end"][lasting],
        falling=falling,
        begun=begun[falling],
        **{name: whole[name] for name in _SAME},
    )
