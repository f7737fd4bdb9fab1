"""What a kind of input is: how a file of it is cut to pieces, and what a piece holds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from dateline.batch.shard import Piece
from dateline.ingest import ReadOptions
from dateline.records import Rejection, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What is read at once: a line, a row, a page or a file; ``source`` names it."""

    source: str
    read: Callable[[ReadOptions], Iterator[Report | Rejection]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of file that holds many reports, known by its suffixes.

    ``cut`` gets a whole file of that name and the bytes that a piece is to have; ``items`` gets a
    piece of it. ``packed`` tells that it is unpacked (.gz, .zst) before either sees it.
    """

    suffixes: tuple[str, ...]
    cut: Callable[[BinaryIO, Piece, int], Iterator[Piece]]
    items: Callable[[BinaryIO, Piece, ReadOptions], Iterator[Item]]
    packed: bool = True
