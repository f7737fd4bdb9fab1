"""A shard in, a file of records and one of rejections out."""

import re
from collections.abc import Iterator
from dataclasses import replace

from dateline.batch.broken import TOO_LARGE
from dateline.batch.dataset import RECORDS, REJECTIONS, Dataset
from dateline.batch.items import items
from dateline.batch.kind import Item
from dateline.batch.made import Made
from dateline.batch.tables import parquet_bytes, record_schema, rejection_schema
from dateline.batch.task import Outcome, Task
from dateline.batch.trail import Trail
from dateline.ingest import ReadOptions
from dateline.pipeline import BATCH, Reader
from dateline.records import Record, Rejection, Report

_ADDRESS = re.compile(r"0x[0-9a-f]+")  # of memory: differs from run to run


def code(reader: Reader, task: Task) -> Outcome:
    """Code a shard; its records get their name last, and then it is done."""
    dataset = Dataset(task.folder)
    made = Made()
    with Trail(dataset.trail(task.shard.name)) as trail:
        _Run(reader, task, trail, made).run()
    if task.alone is None:
        _write(dataset, task.shard.name, made)
    return made.outcome()


def _write(dataset: Dataset, shard: str, made: Made) -> None:
    content = parquet_bytes(made.refused(), rejection_schema(), {})
    dataset.write(dataset.path(REJECTIONS, shard), content)
    content = parquet_bytes(made.records, record_schema(), made.facts())
    dataset.write(dataset.path(RECORDS, shard), content)


class _Run:
    """One way through a shard."""

    def __init__(self, reader: Reader, task: Task, trail: Trail, made: Made) -> None:
        self._reader = reader
        self._task = task
        self._trail = trail
        self._made = made
        self._waiting: list[tuple[int, Report]] = []
        settings = task.settings
        options = ReadOptions(published=settings.published, any_language=settings.any_language)
        self._options = settings.where.options(options)

    def run(self) -> None:
        for number, item in self._items():
            if self._task.alone not in (None, number):
                continue
            if number in self._task.condemned and number not in self._task.shut:
                reason = self._task.condemned[number]
                self._made.refuse(Rejection(source=item.source, reason=reason))
                continue
            if self._suspected(number):
                self._code()  # what waits is not to be blamed for this one
                self._trail.at(number, number)
            self._take(number, item)
            if self._suspected(number):
                self._code()
            if self._task.alone == number:
                break
        self._code()

    def _items(self) -> Iterator[tuple[int, Item]]:
        def coming(number: int) -> None:
            self._trail.at(number, number)

        return items(self._task.shard, self._options, shut=self._task.shut, coming=coming)

    def _suspected(self, number: int) -> bool:
        suspects = self._task.suspects
        return suspects is not None and suspects[0] <= number <= suspects[1]

    def _take(self, number: int, item: Item) -> None:
        """Read an item; what is not wanted is only counted."""
        where = self._task.settings.where
        for found in item.read(self._options):
            if isinstance(found, Rejection):
                self._made.refuse(found)
            elif where.fits(found):
                language = found.language or where.language
                self._waiting.append((number, replace(found, language=language)))
                if len(self._waiting) >= BATCH:  # a file may hold many
                    self._code()
                    self._trail.at(number, number)
            else:
                self._made.passed_over += 1

    def _code(self) -> None:
        """Code the reports that wait."""
        if not self._waiting:
            return
        waiting, self._waiting = self._waiting, []
        self._trail.at(waiting[0][0], waiting[-1][0])
        reports = [report for _, report in waiting]
        try:
            records = list(self._reader.read_many(reports))
        except Exception:  # noqa: BLE001 - one report must not cost the others; it is named below
            records = list(self._one_by_one(reports))
        self._made.keep(records)

    def _one_by_one(self, reports: list[Report]) -> Iterator[Record]:
        for report in reports:
            try:
                yield self._reader.read(report)
            except MemoryError:
                self._made.refuse(Rejection(source=_source(report), reason=TOO_LARGE))
            except Exception as error:  # noqa: BLE001 - a fault of ours, kept with its report
                words = _ADDRESS.sub("0x…", f"{type(error).__name__}: {error}")
                reason = f"reading broke off, tell the makers of Dateline: {words}"
                self._made.refuse(Rejection(source=_source(report), reason=reason))


def _source(report: Report) -> str:
    return report.source or report.id
