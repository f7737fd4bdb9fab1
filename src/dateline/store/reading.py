"""All that can be asked of a record, by whoever only looks and by whoever changes it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime

import msgspec
import sqlalchemy as sa

from dateline.records import Change, Fault, Judgement, Listed, Query
from dateline.store.checking import faults
from dateline.store.connected import chunks, repeatable
from dateline.store.desk import DeskReading
from dateline.store.search import found_count, found_ids, found_rows
from dateline.store.tables import (
    EVENTS,
    INCIDENTS,
    JUDGEMENTS,
    REMOVED,
    REPORTS,
    REVISIONS,
    VERSIONS,
)

_ROW = msgspec.json.Decoder(Listed)
_JUDGEMENT = msgspec.json.Decoder(Judgement)


class Reading(DeskReading):
    """What can be asked of the reports, their events, and the incidents."""

    @repeatable
    def search(self, query: Query) -> tuple[Listed, ...]:
        """List the incidents that fit: the latest first, undated ones last, then by id."""
        with self._connected() as connection:
            return tuple(_ROW.decode(row) for row in found_rows(connection, query))

    @repeatable
    def count(self, query: Query) -> int:
        """Count the incidents that fit; in the order of doubt only those in doubt."""
        with self._connected() as connection:
            return found_count(connection, query)

    def incident_ids(self, query: Query) -> Iterator[str]:
        """Give the ids of all incidents that fit, sorted; ``query.limit`` holds where it is set."""
        yield from self._found_ids(query)

    @repeatable
    def listed(self, ids: Iterable[str]) -> tuple[Listed, ...]:
        """Give incidents as a list shows them, sorted by id."""
        rows: list[bytes] = []
        with self._connected() as connection:
            for some in chunks(sorted(set(ids))):
                query = sa.select(INCIDENTS.c.row).where(INCIDENTS.c.id.in_(some))
                rows += connection.scalars(query.order_by(INCIDENTS.c.id))
        return tuple(map(_ROW.decode, rows))

    @repeatable
    def numbered(self, numbers: Iterable[int]) -> dict[int, Listed]:
        """Give incidents by the numbers that an overview has of them."""
        found: dict[int, Listed] = {}
        with self._connected() as connection:
            for some in chunks(numbers):
                query = sa.select(INCIDENTS.c.number, INCIDENTS.c.row)
                rows = connection.execute(query.where(INCIDENTS.c.number.in_(some))).all()
                found |= {number: _ROW.decode(row) for number, row in rows}
        return found

    @repeatable
    def revision(self) -> int:
        """Give the number of the last transaction that wrote incidents; 0 before the first."""
        with self._connected() as connection:
            return connection.scalar(sa.select(sa.func.max(REVISIONS.c.number))) or 0

    @repeatable
    def revision_times(self, numbers: Iterable[int]) -> dict[int, datetime]:
        """Tell when revisions were written."""
        c = REVISIONS.c
        found: dict[int, datetime] = {}
        with self._connected() as connection:
            for some in chunks(sorted(set(numbers))):
                rows = connection.execute(sa.select(REVISIONS).where(c.number.in_(some)))
                found |= {row.number: datetime.fromisoformat(row.at) for row in rows}
        return found

    @repeatable
    def changes(self, after: Change, *, limit: int) -> tuple[Change, ...]:
        """Give what was changed or removed since, in the order in which it was."""
        found: list[Change] = []
        with self._connected() as connection:
            for table, gone in ((INCIDENTS, False), (REMOVED, True)):
                c = table.c
                later = (c.revision > after.revision) | (c.id > after.id)
                statement = sa.select(c.id, c.revision).where(c.revision >= after.revision, later)
                rows = connection.execute(statement.order_by(c.revision, c.id).limit(limit))
                found += [Change(id=row.id, revision=row.revision, removed=gone) for row in rows]
        return tuple(sorted(found, key=lambda change: (change.revision, change.id))[:limit])

    @repeatable
    def judgements(self, reports: Iterable[str] | None = None) -> tuple[Judgement, ...]:
        """Give every judgement, or those on events of some reports, the first one first."""
        c = JUDGEMENTS.c
        query = sa.select(c.judgement)
        found: set[bytes] = set()
        with self._connected() as connection:
            if reports is None:
                found.update(connection.scalars(query))
            for some in chunks(sorted(set(reports or ()))):
                on = c.left_report.in_(some) | c.right_report.in_(some)
                found.update(connection.scalars(query.where(on)))
        return tuple(sorted(map(_JUDGEMENT.decode, found), key=lambda each: each.number))

    @repeatable
    def counts(self) -> dict[str, int]:
        """Count what there is."""
        tables = {
            "reports": REPORTS,
            "versions": VERSIONS,
            "events": EVENTS,
            "incidents": INCIDENTS,
            "judgements": JUDGEMENTS,
        }
        with self._connected() as connection:
            return {
                name: connection.scalar(sa.select(sa.func.count()).select_from(table)) or 0
                for name, table in tables.items()
            }

    def check(self) -> Iterator[Fault]:
        """Find what does not hold together; nothing is found in a sound record."""
        with self._connected() as connection:
            yield from faults(connection)

    @repeatable
    def _found_ids(self, query: Query) -> list[str]:
        with self._connected() as connection:
            return found_ids(connection, query)


class Glance(Reading):
    """One state of a record, in a transaction that only looks."""

    def __init__(self, connection: sa.Connection) -> None:
        """Take the connection of a transaction that has begun."""
        self._connection = connection

    @contextmanager
    def _connected(self) -> Iterator[sa.Connection]:
        yield self._connection
