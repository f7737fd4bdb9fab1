"""Changes to what a desk keeps beside the record."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from dateline.records.desk import Entry
from dateline.records.warning import WarningInterval
from dateline.store.connected import chunks
from dateline.store.desk import DeskReading
from dateline.store.tables import AUDIT, DESK, SEEN, WARNINGS


class DeskWriter(DeskReading):
    """What can be put on the shelves, and taken off."""

    _connection: sa.Connection

    def shelve(self, thing: Any) -> None:
        """Put a thing on the shelf of its sort, in place of the one of its id."""
        sort = type(thing).__name__
        self.unshelve(type(thing), thing.id)
        row = {
            "sort": sort,
            "id": thing.id,
            "under": getattr(thing, "under", None),
            "at": getattr(thing, "at", None),
            "due": getattr(thing, "due", None),
            "body": msgspec.json.encode(thing),
        }
        self._connection.execute(DESK.insert().values(row))

    def reshelve(self, thing: Any) -> None:
        """Put a thing back, unless somebody took it off its shelf meanwhile."""
        if self.shelf(type(thing)).find(thing.id) is not None:
            self.shelve(thing)

    def unshelve(self, sort: type[Any], id_: str) -> None:
        """Take a thing off its shelf."""
        which = (DESK.c.sort == sort.__name__) & (DESK.c.id == id_)
        self._connection.execute(DESK.delete().where(which))

    def log(self, at: float, who: str, action: str, subject: str, detail: str = "") -> None:
        """Add a line to the audit log."""
        last = self._connection.scalar(sa.select(sa.func.max(AUDIT.c.number))) or 0
        entry = Entry(
            number=last + 1, at=at, who=who, action=action, subject=subject, detail=detail
        )
        row = {"number": entry.number, "body": msgspec.json.encode(entry)}
        self._connection.execute(AUDIT.insert().values(row))

    def mark_seen(self, feed: str, keys: Iterable[str]) -> None:
        """Remember what a feed has brought."""
        rows = [{"feed": feed, "key": key} for key in self.unseen(feed, keys)]
        if rows:
            self._connection.execute(SEEN.insert(), rows)

    def put_warnings(self, feed: str, intervals: Sequence[WarningInterval]) -> None:
        """Keep warnings, in place of those of the same keys."""
        for some in chunks(intervals):
            c = WARNINGS.c
            which = (c.feed == feed) & c.key.in_([one.key for one in some])
            self._connection.execute(WARNINGS.delete().where(which))
            rows = [
                {
                    "feed": feed,
                    "key": one.key,
                    "region": one.region,
                    "start": one.start.timestamp(),
                    "end": one.end.timestamp() if one.end else None,
                    "body": msgspec.json.encode(one),
                }
                for one in some
            ]
            self._connection.execute(WARNINGS.insert(), rows)

    def forget(self, feed: str) -> None:
        """Take out all that a feed has brought: its warnings, and what was seen of it."""
        for table in (WARNINGS, SEEN):
            self._connection.execute(table.delete().where(table.c.feed == feed))
