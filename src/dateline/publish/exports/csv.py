"""CSV as in RFC 4180: one event a row, safe to open in a spreadsheet."""

import csv
from collections.abc import Iterable
from typing import TextIO

from dateline.publish.columns import COLUMNS, row
from dateline.publish.export import Export, Options
from dateline.publish.tabular import safe
from dateline.records import Record


def write(records: Iterable[Record], stream: TextIO, _: Options) -> None:
    """Write a heading and one row an event."""
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(column.name for column in COLUMNS)
    for record in records:
        for event in record.events:
            writer.writerow(safe(cell) for cell in row(record, event).values())


EXPORT = Export(
    media_type="text/csv",
    suffix=".csv",
    description="one event a row, for spreadsheets",
    write=write,
)
