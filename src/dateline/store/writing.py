"""Changes to a record, inside one transaction."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import msgspec
import sqlalchemy as sa

from dateline.records import EventRow, Judgement, Listed, Pair, Record, Tombstone
from dateline.records.codec import encode
from dateline.store.connected import chunks
from dateline.store.desk_writing import DeskWriter
from dateline.store.incident_rows import delete, insert
from dateline.store.reading import Reading
from dateline.store.tables import (
    EVENTS,
    FINGERPRINTS,
    JUDGEMENTS,
    KEYS,
    PAIRS,
    REMOVED,
    REPORTS,
    REVISIONS,
    TOMBSTONES,
    VERSIONS,
)


class Writer(Reading, DeskWriter):
    """A transaction: it sees its own changes, and others see them when it ends."""

    def __init__(self, connection: sa.Connection) -> None:
        """Take the connection of a transaction that has begun."""
        self._connection = connection
        self._begun: int | None = None

    @contextmanager
    def _connected(self) -> Iterator[sa.Connection]:
        yield self._connection

    def put_report(
        self, record: Record, *, digest: str, program: str, fingerprints: Sequence[int]
    ) -> int:
        """Keep a report with its coding; return the number of its version.

        The same words coded by another program replace that version's coding; other words become a
        new version. The events of the former one go, with their keys and pairs, and so does what
        analysts corrected: ``put_corrected`` keeps it.
        """
        report = record.report
        versions = self.versions(report.id)
        number = next((v.number for v in versions if v.digest == digest), len(versions) + 1)
        self._run(EVENTS.delete().where(EVENTS.c.report == report.id))
        self._run(FINGERPRINTS.delete().where(FINGERPRINTS.c.report == report.id))
        if versions:
            kept = REPORTS.update().where(REPORTS.c.id == report.id)
            self._run(kept.values(version=number, url=report.url))
        else:
            self._run(REPORTS.insert().values(id=report.id, version=number, url=report.url))
        self._put_version(record, number, digest=digest, program=program)
        self._put_all(FINGERPRINTS, [{"run": r, "report": report.id} for r in set(fingerprints)])
        return number

    def _put_version(self, record: Record, number: int, *, digest: str, program: str) -> None:
        """Write a version; the time when its words were first added stays."""
        key = (VERSIONS.c.report == record.report.id) & (VERSIONS.c.number == number)
        added = self._connection.scalar(sa.select(VERSIONS.c.added).where(key))
        self._run(VERSIONS.delete().where(key))
        self._run(
            VERSIONS.insert().values(
                report=record.report.id,
                number=number,
                digest=digest,
                program=program,
                added=added or _now(),
                record=encode(record),
            )
        )

    def put_corrected(self, record: Record) -> None:
        """Keep what analysts made of the current version; everybody is given that from now on."""
        which = (VERSIONS.c.report == record.report.id) & (
            VERSIONS.c.number
            == sa.select(REPORTS.c.version)
            .where(REPORTS.c.id == record.report.id)
            .scalar_subquery()
        )
        self._run(VERSIONS.update().where(which).values(corrected=encode(record)))

    def remove_report(self, id_: str) -> None:
        """Take out a report with all its versions, events, keys and pairs."""
        self._run(REPORTS.delete().where(REPORTS.c.id == id_))

    def put_events(self, rows: Iterable[EventRow]) -> None:
        """Keep events with the keys they are found by."""
        for some in chunks(rows):
            events = [
                {"ref": r.ref, "report": r.report, "own_id": r.own_id, "sketch": r.sketch}
                for r in some
            ]
            self._put_all(EVENTS, events)
            self._put_all(KEYS, [{"key": key, "event": r.ref} for r in some for key in r.keys])

    def put_pairs(self, pairs: Iterable[Pair]) -> None:
        """Keep pairs, each with the lesser ref on its left; known ones get the new points."""
        for pair in pairs:
            key = (PAIRS.c.left == pair.left) & (PAIRS.c.right == pair.right)
            self._run(PAIRS.delete().where(key))
            self._run(PAIRS.insert().values(left=pair.left, right=pair.right, points=pair.points))

    def put_incidents(self, listed: Iterable[Listed]) -> None:
        """Keep incidents, in place of those of the same ids, and tell their events of it."""
        for some in chunks(listed):
            ids = [row.id for row in some]
            self._take_out(ids)
            self._run(REMOVED.delete().where(REMOVED.c.id.in_(ids)))
            insert(self._connection, some, self._revised())
            for row in some:
                for refs in chunks(row.events):
                    which = EVENTS.update().where(EVENTS.c.ref.in_(refs))
                    self._run(which.values(incident=row.id))

    def drop_incidents(self, ids: Iterable[str]) -> None:
        """Take out incidents; their events are in none."""
        for some in chunks(ids):
            self._take_out(some)
            self._run(REMOVED.delete().where(REMOVED.c.id.in_(some)))
            gone = [{"id": id_, "revision": self._revised()} for id_ in some]
            self._put_all(REMOVED, gone)

    def _take_out(self, ids: Sequence[str]) -> None:
        self._run(EVENTS.update().where(EVENTS.c.incident.in_(ids)).values(incident=None))
        delete(self._connection, ids)

    def _revised(self) -> int:
        """Give the number of the revision that this transaction is, begun when it is needed."""
        if self._begun is None:
            self._begun = self.revision() + 1
            self._run(REVISIONS.insert().values(number=self._begun, at=_now()))
        return self._begun

    def put_tombstone(self, stone: Tombstone) -> None:
        """Leave word of an id that is no more."""
        self._run(TOMBSTONES.delete().where(TOMBSTONES.c.id == stone.id))
        successors = msgspec.json.encode(stone.successors).decode()
        row = {"id": stone.id, "successors": successors, "reason": stone.reason}
        self._run(TOMBSTONES.insert().values(row))

    def put_judgement(self, judgement: Judgement) -> Judgement:
        """Keep a judgement under the next number, with the time unless it has one."""
        last = self._connection.scalar(sa.select(sa.func.max(JUDGEMENTS.c.number))) or 0
        kept = replace(judgement, number=last + 1, at=judgement.at or _now())
        raw = msgspec.json.encode(kept)
        row = {
            "number": kept.number,
            "left_report": kept.left.report,
            "right_report": kept.right.report if kept.right else None,
            "judgement": raw,
        }
        self._run(JUDGEMENTS.insert().values(row))
        return kept

    def _put_all(self, table: sa.Table, rows: list[dict[str, Any]]) -> None:
        if rows:
            self._connection.execute(table.insert(), rows)

    def _run(self, statement: sa.Executable) -> None:
        self._connection.execute(statement)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
