"""CSV as in RFC 4180: one event a row, safe to open in a spreadsheet."""

import csv
from collections.abc import Iterable
from typing import TextIO

from dateline.publish.columns import COLUMNS, Cell, row
from dateline.publish.export import Export, Options
from dateline.publish.prose import on_one_line
from dateline.records import Record

# A spreadsheet takes a cell that begins with one of these for a formula and runs it.
_FORMULA = ("=", "+", "-", "@")


def write(records: Iterable[Record], stream: TextIO, _: Options) -> None:
    """Write a heading and one row an event."""
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(column.name for column in COLUMNS)
    for record in records:
        for event in record.events:
            writer.writerow(_safe(cell) for cell in row(record, event).values())


def _safe(cell: Cell) -> Cell:
    if isinstance(cell, bool):
        return str(cell).lower()
    if not isinstance(cell, str):
        return cell
    words = on_one_line(cell)
    return f"'{words}" if words.startswith(_FORMULA) else words


EXPORT = Export(
    media_type="text/csv",
    suffix=".csv",
    description="one event a row, for spreadsheets",
    write=write,
)
