"""What has been made of a shard so far, in columns, which take a tenth of the memory of rows."""

from typing import Any

from dateline.batch.tables import (
    batch_of,
    record_row,
    record_schema,
    rejection_row,
    rejection_schema,
)
from dateline.batch.task import Outcome
from dateline.records import Record, Rejection

KEPT = 20_000  # rejections of a shard that are told one by one; a shard of news has 4,000 reports
_AT_ONCE = 1_000


class Made:
    """Records and rejections of a shard, and how many reports were passed over."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.records: list[Any] = []
        self.passed_over = 0
        self._events = 0
        self._refusals = 0
        self._refused: list[Any] = []
        self._waiting: list[Rejection] = []
        self._last = ""

    def keep(self, records: list[Record]) -> None:
        """Keep what was coded."""
        self._events += sum(len(record.events) for record in records)
        if records:
            self.records.append(batch_of(map(record_row, records), record_schema()))

    def refuse(self, rejection: Rejection) -> None:
        """Keep a rejection; beyond so many they are only counted."""
        self._refusals += 1
        self._last = rejection.source
        if self._refusals > KEPT:
            return
        self._waiting.append(rejection)
        if len(self._waiting) >= _AT_ONCE:
            self._lay_out()

    def refused(self) -> list[Any]:
        """Give the rejections as a table; the last row tells of those that were only counted."""
        if self._refusals > KEPT:
            reason = f"and {self._refusals - KEPT:,} more up to here that were not read"
            self._waiting.append(Rejection(source=self._last, reason=reason))
        self._lay_out()
        return self._refused

    def facts(self) -> dict[str, str]:
        """Give the counts that are written beside the records."""
        return {
            "events": str(self._events),
            "rejections": str(self._refusals),
            "passed_over": str(self.passed_over),
        }

    def outcome(self) -> Outcome:
        """Give the counts."""
        return Outcome(
            records=sum(batch.num_rows for batch in self.records),
            events=self._events,
            rejections=self._refusals,
            passed_over=self.passed_over,
        )

    def _lay_out(self) -> None:
        rows = map(rejection_row, self._waiting)
        self._refused.append(batch_of(rows, rejection_schema()))
        self._waiting = []
