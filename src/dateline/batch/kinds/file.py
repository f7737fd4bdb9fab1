"""Any file that ``dateline read`` knows, as one item."""

from collections.abc import Iterator
from typing import BinaryIO

from dateline.batch.kind import Item, Kind
from dateline.batch.opening import bare
from dateline.batch.shard import Piece
from dateline.ingest import ReadOptions, read
from dateline.records import Rejection, Report


def _cut(stream: BinaryIO, whole: Piece, size: int) -> Iterator[Piece]:  # noqa: ARG001
    yield whole


def _items(stream: BinaryIO, piece: Piece, options: ReadOptions) -> Iterator[Item]:  # noqa: ARG001
    def taken(options: ReadOptions) -> Iterator[Report | Rejection]:
        yield from read(stream, name=bare(piece.name), options=options)

    yield Item(source=piece.name, read=taken)


KIND = Kind(suffixes=(), cut=_cut, items=_items)
