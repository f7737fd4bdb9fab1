"""One line of JSON as an item: its report has the id and source that it has in its file."""

from collections.abc import Iterator
from dataclasses import replace

from dateline.batch.kind import Item
from dateline.ingest import ReadOptions, read
from dateline.ingest.identity import make_id
from dateline.records import Rejection, Report


def line_item(name: str, number: int, line: bytes) -> Item:
    """Make an item of a line of a file."""
    source = f"{name}:{number}"

    def taken(options: ReadOptions) -> Iterator[Report | Rejection]:
        alone = f"{make_id(name, number=number)}.json"  # a file of one report is named after it
        for found in read(line, name=alone, options=replace(options, format="jsonl")):
            if isinstance(found, Report):
                yield replace(found, source=source)
            else:
                reason = found.reason.removeprefix("line 1 ")
                yield Rejection(source=source, reason=f"line {number} {reason}")

    return Item(source=source, read=taken)
