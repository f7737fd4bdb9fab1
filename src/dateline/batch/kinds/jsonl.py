"""JSON Lines, cut where lines end."""

import codecs
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import BinaryIO

from dateline.batch.broken import BROKEN
from dateline.batch.kind import Item, Kind
from dateline.batch.lines import line_item
from dateline.batch.shard import Piece
from dateline.ingest import ReadOptions

_BLOCK = 1 << 20
_WHOLE = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*[\r\n]")  # one object over several lines
_TWO_BYTES = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def _cut(stream: BinaryIO, whole: Piece, size: int) -> Iterator[Piece]:
    """Cut behind the first line end at or after each ``size`` bytes."""
    head = _some(stream)
    if not head or head.startswith(_TWO_BYTES) or _WHOLE.match(head):
        yield replace(whole, kind="file")
        return
    cutter = _Cutter(whole, size)
    try:
        for block in chain([head], iter(lambda: _some(stream), b"")):
            yield from cutter.cut(block)
    except BROKEN:  # one that breaks off is good up to the end of its last whole line
        yield from cutter.rest(cutter.end)
        raise
    yield from cutter.rest(cutter.at)


class _Cutter:
    """Counts bytes and lines; ``at`` is the byte it has come to, ``end`` the last line's end."""

    def __init__(self, whole: Piece, size: int) -> None:
        self._whole = whole
        self._size = size
        self._start = self.at = self.end = 0
        self._first = self._line = 1

    def cut(self, block: bytes) -> Iterator[Piece]:
        seen = 0
        while (wanted := self._start + self._size - self.at) < len(block):
            found = block.find(b"\n", max(wanted, seen)) + 1
            if not found:
                break
            self._line += block.count(b"\n", seen, found)
            seen = found
            yield from self.rest(self.at + found)
        self._line += block.count(b"\n", seen)
        self.end = max(self.end, self.at + block.rfind(b"\n") + 1)
        self.at += len(block)

    def rest(self, stop: int) -> Iterator[Piece]:
        """Give the piece up to a byte, if there is any."""
        size = stop - self._start
        if size > 0:
            yield replace(self._whole, start=self._start, stop=stop, number=self._first, size=size)
        self._start, self._first, self.end = stop, self._line, max(stop, self.end)


def _some(stream: BinaryIO) -> bytes:
    """Read what is at hand, so that nothing is lost of a stream that breaks off."""
    take = getattr(stream, "read1", stream.read)
    found: bytes = take(_BLOCK)
    return found


def _items(stream: BinaryIO, piece: Piece, options: ReadOptions) -> Iterator[Item]:
    _skip(stream, piece.start)
    at, number = piece.start, piece.number
    while piece.stop is None or at < piece.stop:
        line = rest = stream.readline(options.max_bytes + 1)
        if not line:
            return
        at += len(line)
        while rest and not rest.endswith(b"\n"):  # too long: no more than shows that it is
            rest = stream.readline(_BLOCK)
            at += len(rest)
        if line.strip().removeprefix(codecs.BOM_UTF8):
            yield line_item(piece.name, number, line)
        number += 1


def _skip(stream: BinaryIO, start: int) -> None:
    """Go to a byte; what is packed has to be read up to there, which is quick beside coding."""
    try:
        stream.seek(start)
    except (OSError, io.UnsupportedOperation):
        while start > 0 and (block := stream.read(min(start, _BLOCK))):
            start -= len(block)


KIND = Kind(suffixes=(".jsonl", ".ndjson"), cut=_cut, items=_items)
