"""How reports are added: the known ones passed over, the others read and kept one by one."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

import click

from dateline.cli._progress import shown
from dateline.cli._reports import Reports
from dateline.ingest import is_made
from dateline.keeping.changing import digest, keep_new
from dateline.keeping.naming import named
from dateline.records import Record, Rejection, Report
from dateline.store import Store, hidden


class Adding:
    """One run of ``dateline add``, with a count of what became of the reports."""

    def __init__(self, store: Store, *, workers: int = 1) -> None:
        """Add to a store."""
        self._store = store
        self._workers = workers
        self._counts: Counter[str] = Counter()

    def run(self, reports: Reports) -> None:
        """Add what is new; each report is kept whole before the next is begun."""
        for record in self._read(self._unread(shown(reports, reports))):
            self._keep(record)

    def sum_up(self, rejections: Sequence[Rejection], address: str) -> None:
        """Say on standard error what was added, and what was not and why."""
        for rejection in rejections:
            click.echo(f"Not read: {rejection.source}: {rejection.reason}", err=True)
        told = [f"{self._counts[word]:,} {word}" for word in ("added", "changed", "known")]
        left = f", {len(rejections):,} not read" if rejections else ""
        click.echo(f"{hidden(address)}: {', '.join(told)}{left}.", err=True)

    def _unread(self, reports: Iterable[Report]) -> Iterator[Report]:
        for report in reports:
            found = named(self._store, report, made=is_made(report))
            if self._store.digest(found.id) == digest(found):
                self._counts["known"] += 1
            else:
                yield found

    def _read(self, reports: Iterator[Report]) -> Iterator[Record]:
        """Load the language model only when there is something to read: it takes a second."""
        first = next(reports, None)
        if first is None:
            return
        from dateline.pipeline import Reader

        yield from Reader().read_many(_chained(first, reports), workers=self._workers)

    def _keep(self, record: Record) -> None:
        from dateline import version

        kept = self._store.change(partial(keep_new, record=record, program=version()))
        self._counts[kept] += 1


def _chained(first: Report, others: Iterator[Report]) -> Iterator[Report]:
    yield first
    yield from others
