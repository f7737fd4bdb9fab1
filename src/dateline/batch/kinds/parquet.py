"""Parquet with one report a row: columns named as in JSON Lines, or as archives often name them."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, BinaryIO

from dateline.batch.kind import Item, Kind
from dateline.batch.limits import refuse_swollen
from dateline.batch.lines import line_item
from dateline.batch.shard import Piece
from dateline.errors import UnreadableReportError
from dateline.ingest import ReadOptions

# The first of these names that the file has is taken.
_NAMES: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "maintext", "content", "body"),
    "id": ("id",),
    "title": ("title", "headline"),
    "publisher": ("publisher", "source_domain", "source", "outlet"),
    "published": ("published", "date_publish", "published_at", "date"),
    "language": ("language", "lang"),
    "url": ("url",),
}
_ROWS = 64  # turned into lines at once


def _cut(stream: BinaryIO, whole: Piece, size: int) -> Iterator[Piece]:
    """Cut to as many rows as have ``size`` bytes unpacked, on average."""
    from pyarrow import parquet  # type: ignore[import-untyped]

    held = parquet.ParquetFile(stream)
    _columns(held)
    groups = [held.metadata.row_group(n) for n in range(held.metadata.num_row_groups)]
    unpacked = sum(group.total_byte_size for group in groups)
    rows = held.metadata.num_rows
    refuse_swollen(max(unpacked, rows), whole.size)
    each = max(1, size * rows // max(1, unpacked))
    for start in range(0, rows, each):
        stop = min(rows, start + each)
        part = unpacked * (stop - start) // rows
        yield replace(whole, start=start, stop=stop, number=start + 1, size=part)


def _items(stream: BinaryIO, piece: Piece, options: ReadOptions) -> Iterator[Item]:  # noqa: ARG001
    from pyarrow import parquet

    held = parquet.ParquetFile(stream)
    names = _columns(held)
    number = piece.start
    for row in _rows(held, sorted(set(names.values())), piece):
        number += 1
        form = {name: _plain(row[column]) for name, column in names.items()}
        line = {"text": form.pop("text") or "", "report": form}
        yield line_item(piece.name, number, json.dumps(line).encode())


def _rows(held: Any, columns: list[str], piece: Piece) -> Iterator[dict[str, Any]]:
    """Yield the rows of a piece out of the groups that hold them."""
    first = 0
    for group in range(held.metadata.num_row_groups):
        behind = first + held.metadata.row_group(group).num_rows
        if first < (piece.stop or behind) and behind > piece.start:
            at = first
            for batch in held.iter_batches(_ROWS, row_groups=[group], columns=columns):
                low = max(piece.start - at, 0)
                high = min((piece.stop or behind) - at, batch.num_rows)
                yield from batch.slice(low, max(high - low, 0)).to_pylist()
                at += batch.num_rows
        first = behind


def _columns(held: Any) -> dict[str, str]:
    there = set(held.schema_arrow.names)
    found = {
        name: column
        for name, wanted in _NAMES.items()
        if (column := next((one for one in wanted if one in there), None))
    }
    if "text" not in found:
        message = f"has no column named {', '.join(_NAMES['text'][:-1])} or {_NAMES['text'][-1]}"
        raise UnreadableReportError(message, columns=sorted(there))
    return found


def _plain(value: Any) -> str | None:
    """Write a value as JSON Lines would have it."""
    if value is None or isinstance(value, str):
        return value
    return value.isoformat() if isinstance(value, date) else str(value)


KIND = Kind(suffixes=(".parquet",), cut=_cut, items=_items, packed=False)
