"""The items of a shard, in their order, each with its number."""

from collections.abc import Iterator

from dateline.batch.broken import BROKEN, is_of_input, why
from dateline.batch.kind import Item
from dateline.batch.opening import opened
from dateline.batch.shard import Piece, Shard
from dateline.batch.surveying import KINDS
from dateline.errors import DatelineError
from dateline.ingest import ReadOptions
from dateline.records import Rejection


def items(shard: Shard, options: ReadOptions) -> Iterator[tuple[int, Item]]:
    """Yield what is to be read; an item can be read until the next is asked for."""
    number = 0
    for piece in shard.pieces:
        for item in _inside(piece, options):
            yield number, item
            number += 1


def _inside(piece: Piece, options: ReadOptions) -> Iterator[Item]:
    """Yield the items of a piece; where it breaks off, that is the last one."""
    kind = KINDS[piece.kind]
    try:
        with opened(piece.path, piece.member, unpack=kind.packed) as stream:
            yield from kind.items(stream, piece, options)
    except BROKEN as error:
        if not is_of_input(error):
            message = f"{piece.name} cannot be read: {error}; what is done stays: run again"
            raise DatelineError(message, path=piece.path) from error
        refused = Rejection(source=piece.name, reason=why(error))
        yield Item(source=piece.name, read=lambda _: iter((refused,)))
