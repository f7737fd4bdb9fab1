"""The items of a shard, in their order, each with its number."""

from collections.abc import Callable, Collection, Generator, Iterator
from dataclasses import replace

from dateline.batch.broken import BROKEN, is_of_input, why
from dateline.batch.kind import Item
from dateline.batch.looking import KINDS
from dateline.batch.opening import Shelf
from dateline.batch.shard import Piece, Shard
from dateline.errors import DatelineError
from dateline.ingest import ReadOptions
from dateline.records import Rejection, Report

SHUT = "what follows broke down whatever read it, three times; it is left out"


def items(
    shard: Shard,
    options: ReadOptions,
    *,
    shut: Collection[int] = (),
    coming: Callable[[int], None] = lambda _: None,
) -> Iterator[tuple[int, Item]]:
    """Yield what is to be read; an item can be read until the next is asked for.

    ``shut`` numbers the items that cannot even be come to: there the rest of a piece is left out.
    ``coming`` hears which is looked for. The end of a piece has a number, too.
    """
    number = 0
    with Shelf() as shelf:
        for piece in shard.pieces:
            inside = _inside(piece, options, shelf)
            while number not in shut:
                coming(number)
                item = next(inside, None)
                if item is None:
                    break
                yield number, item
                number += 1
            else:
                yield number, _refusal(piece, SHUT)
            inside.close()
            number += 1


def _inside(piece: Piece, options: ReadOptions, shelf: Shelf) -> Generator[Item, None, None]:
    """Yield the items of a piece; where it breaks off, that is the last one."""
    kind = KINDS[piece.kind]
    try:
        with shelf.opened(piece.path, piece.member, unpack=kind.packed) as stream:
            for item in kind.items(stream, piece, options):
                yield _guarded(item, piece)
    except BROKEN as error:
        yield _refusal(piece, _reason(error, piece))


def _guarded(item: Item, piece: Piece) -> Item:
    """Let an item that breaks off cost no other."""

    def taken(options: ReadOptions) -> Iterator[Report | Rejection]:
        try:
            yield from item.read(options)
        except BROKEN as error:
            yield Rejection(source=item.source, reason=_reason(error, piece))

    return replace(item, read=taken)


def _reason(error: Exception, piece: Piece) -> str:
    """Say what is wrong with an input; what is wrong with the machine ends the run."""
    if is_of_input(error):
        return why(error)
    message = f"{piece.name} cannot be read: {error}; what is done stays: run again"
    raise DatelineError(message, path=piece.path) from error


def _refusal(piece: Piece, reason: str) -> Item:
    refused = Rejection(source=piece.name, reason=reason)
    return Item(source=piece.name, read=lambda _: iter((refused,)))
