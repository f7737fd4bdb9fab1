"""Reports in a record: as they are now, and as they were."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import sqlalchemy as sa

from dateline.records import Record, Version
from dateline.records.codec import decode
from dateline.store.connected import Connected, chunks, repeatable
from dateline.store.tables import FINGERPRINTS, REPORTS, VERSIONS

_CURRENT = sa.and_(VERSIONS.c.report == REPORTS.c.id, VERSIONS.c.number == REPORTS.c.version)


class ReportReading(Connected):
    """What can be asked of the reports."""

    @repeatable
    def report(
        self, id_: str, version: int | None = None, *, as_coded: bool = False
    ) -> Record | None:
        """Find a report, as it is now or in an older version.

        What analysts corrected is in it, unless ``as_coded`` asks for what the program read.
        """
        which = _CURRENT if version is None else VERSIONS.c.number == version
        coded = VERSIONS.c.record
        kept = coded if as_coded else sa.func.coalesce(VERSIONS.c.corrected, coded)
        query = sa.select(kept).where(VERSIONS.c.report == id_, which)
        with self._connected() as connection:
            raw = connection.scalar(query)
        return None if raw is None else decode(bytes(raw))

    @repeatable
    def versions(self, id_: str) -> tuple[Version, ...]:
        """List the texts of a report, the oldest first."""
        columns = [c for c in VERSIONS.c if c.name not in ("record", "corrected")]
        query = sa.select(*columns).where(VERSIONS.c.report == id_).order_by(VERSIONS.c.number)
        with self._connected() as connection:
            return tuple(Version(**row) for row in connection.execute(query).mappings())

    def digest(self, id_: str) -> str | None:
        """Give the digest of what was read of a report."""
        return self._of_current(id_, VERSIONS.c.digest)

    def program(self, id_: str) -> str | None:
        """Give the version of the program that coded a report."""
        return self._of_current(id_, VERSIONS.c.program)

    @repeatable
    def find_url(self, url: str) -> str | None:
        """Find the report at an address."""
        query = sa.select(REPORTS.c.id).where(REPORTS.c.url == url).order_by(REPORTS.c.id)
        with self._connected() as connection:
            return connection.scalar(query)

    @repeatable
    def find_digest(self, digest: str) -> str | None:
        """Find the report of which the same was read."""
        query = sa.select(VERSIONS.c.report).where(VERSIONS.c.digest == digest)
        with self._connected() as connection:
            return connection.scalar(query.order_by(VERSIONS.c.report))

    def report_ids(self, *, after: str = "", limit: int | None = None) -> Iterator[str]:
        """Give the ids of reports, sorted: all, or some behind one of them."""
        yield from self._ids(after, limit)

    def records(self, ids: Iterable[str] | None = None) -> Iterator[Record]:
        """Give reports as they are now, all or those asked for, sorted by id."""
        for id_ in self.report_ids() if ids is None else sorted(set(ids)):
            if (record := self.report(id_)) is not None:
                yield record

    @repeatable
    def copies(self, fingerprints: Iterable[int], *, least: int) -> tuple[tuple[str, int], ...]:
        """Find the reports that share at least so many fingerprints, the nearest first."""
        shared: Counter[str] = Counter()
        with self._connected() as connection:
            for some in chunks(fingerprints):
                query = sa.select(FINGERPRINTS.c.report).where(FINGERPRINTS.c.run.in_(some))
                shared.update(connection.scalars(query))
        found = [(report, count) for report, count in shared.items() if count >= least]
        return tuple(sorted(found, key=lambda pair: (-pair[1], pair[0])))

    @repeatable
    def _ids(self, after: str, limit: int | None) -> Sequence[str]:
        query = sa.select(REPORTS.c.id).where(REPORTS.c.id > after).order_by(REPORTS.c.id)
        with self._connected() as connection:
            return connection.scalars(query.limit(limit)).all()

    @repeatable
    def _of_current(self, id_: str, column: sa.Column[str]) -> str | None:
        query = sa.select(column).where(REPORTS.c.id == id_, _CURRENT)
        with self._connected() as connection:
            return connection.scalar(query)
