"""Short texts of gold files, each read as a report of its own."""

from collections.abc import Iterable, Iterator
from datetime import date

from benchmarks.quality.corpus import Row
from benchmarks.quality.loading import shared_language
from dateline.extract.coding import find_mentions
from dateline.extract.parse import Parse
from dateline.extract.reading import Reading
from dateline.records import Report


def readings_of(rows: Iterable[Row]) -> Iterator[tuple[Row, Reading]]:
    """Pair each row with what is named in its text."""
    pairs = ((row["text"], row) for row in rows)
    for doc, row in shared_language().pipe(pairs, as_tuples=True):
        yield row, find_mentions(_report(row), Parse.of(doc))


def _report(row: Row) -> Report:
    return Report(id=row["id"], text=row["text"], published=_day(str(row.get("date") or "")))


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        return None
