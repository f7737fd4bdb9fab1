"""JSON Lines: the record itself, one report a line."""

from collections.abc import Iterable
from typing import TextIO

from dateline.publish.export import Export, Options
from dateline.records import Record
from dateline.records.codec import encode


def write(records: Iterable[Record], stream: TextIO, _: Options) -> None:
    """Write each record as one line."""
    stream.writelines(encode(record).decode() + "\n" for record in records)


EXPORT = Export(
    media_type="application/jsonl",
    suffix=".jsonl",
    description="the whole record, one report a line",
    write=write,
)
