"""What a desk keeps beside the record, as it is looked at: each sort of thing on its own shelf."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from typing import Any, Generic, TypeVar

import msgspec
import sqlalchemy as sa

from dateline.errors import UnknownNameError
from dateline.records.desk import Entry
from dateline.records.warning import WarningInterval
from dateline.store.connected import Connected, repeatable
from dateline.store.events import EventReading
from dateline.store.tables import AUDIT, DESK, SEEN, WARNINGS

T = TypeVar("T")
_C = DESK.c


class Shelf(Connected, Generic[T]):
    """The things of one sort; each is a frozen record with an ``id``."""

    def __init__(self, reading: Connected, sort: type[T]) -> None:
        """Look at the things of a sort."""
        self._reading = reading
        self._sort = sort
        self._decode = msgspec.json.Decoder(sort).decode

    def find(self, id_: str) -> T | None:
        """Find a thing by its id."""
        found = self._some(sa.select(_C.body).where(_C.id == id_))
        return found[0] if found else None

    def named(self, id_: str, what: str) -> T:
        """Find a thing by its id, or say that there is none; ``what`` is what it is called."""
        found = self.find(id_)
        if found is None:
            message = f"There is no {what} {id_!r}"
            raise UnknownNameError(message, name=id_)
        return found

    def all(self) -> tuple[T, ...]:
        """Give everything, in the order of the ids."""
        return self._some(sa.select(_C.body).order_by(_C.id))

    def under(self, owner: str) -> tuple[T, ...]:
        """Give what belongs to another thing."""
        return self._some(sa.select(_C.body).where(_C.under == owner).order_by(_C.id))

    def due(self, now: float) -> tuple[T, ...]:
        """Give what is to be done by now, the most overdue first."""
        return self._some(sa.select(_C.body).where(_C.due <= now).order_by(_C.due, _C.id))

    def latest(self, *, limit: int, before: tuple[float, str] | None = None) -> tuple[T, ...]:
        """Give the last that came, or those before one of them."""
        statement = sa.select(_C.body).order_by(_C.at.desc(), _C.id.desc()).limit(limit)
        if before is not None:
            at, id_ = before
            statement = statement.where((_C.at < at) | ((_C.at == at) & (_C.id < id_)))
        return self._some(statement)

    @repeatable
    def count(self) -> int:
        """Count the things."""
        with self._connected() as connection:
            counted = sa.select(sa.func.count()).where(_C.sort == self._sort.__name__)
            return connection.scalar(counted) or 0

    def _connected(self) -> AbstractContextManager[sa.Connection]:
        return self._reading._connected()  # noqa: SLF001  a part of the store

    def _repeated(self, ask: Callable[[], Any]) -> Any:
        return self._reading._repeated(ask)  # noqa: SLF001  a part of the store

    @repeatable
    def _some(self, statement: sa.Select[Any]) -> tuple[T, ...]:
        with self._connected() as connection:
            rows = connection.scalars(statement.where(_C.sort == self._sort.__name__)).all()
        return tuple(self._decode(row) for row in rows)


class DeskReading(EventReading):
    """What can be asked of the desk."""

    def shelf(self, sort: type[T]) -> Shelf[T]:
        """Look at the things of a sort."""
        return Shelf(self, sort)

    @repeatable
    def audit(self, *, before: int | None = None, limit: int = 100) -> tuple[Entry, ...]:
        """Give the audit log, the last entry first."""
        statement = sa.select(AUDIT.c.body).order_by(AUDIT.c.number.desc()).limit(limit)
        if before is not None:
            statement = statement.where(AUDIT.c.number < before)
        with self._connected() as connection:
            rows = connection.scalars(statement).all()
        return tuple(msgspec.json.decode(row, type=Entry) for row in rows)

    @repeatable
    def unseen(self, feed: str, keys: Iterable[str]) -> tuple[str, ...]:
        """Give those of a feed's items that it has not brought before, in their order."""
        asked = list(dict.fromkeys(keys))
        statement = sa.select(SEEN.c.key).where(SEEN.c.feed == feed, SEEN.c.key.in_(asked))
        with self._connected() as connection:
            seen = set(connection.scalars(statement))
        return tuple(key for key in asked if key not in seen)

    @repeatable
    def warnings(
        self, *, since: float | None = None, until: float | None = None, feed: str | None = None
    ) -> tuple[tuple[str, WarningInterval], ...]:
        """Give the warnings that were on at some time between two moments, with their feeds."""
        c = WARNINGS.c
        statement = sa.select(c.feed, c.body).order_by(c.start, c.feed, c.key)
        if since is not None:
            statement = statement.where(c.end.is_(None) | (c.end >= since))
        if until is not None:
            statement = statement.where(c.start <= until)
        if feed is not None:
            statement = statement.where(c.feed == feed)
        with self._connected() as connection:
            rows = connection.execute(statement).all()
        return tuple(
            (row.feed, msgspec.json.decode(row.body, type=WarningInterval)) for row in rows
        )
