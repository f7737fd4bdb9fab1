"""The body of an answer, unpacked bit by bit, so that a small one cannot grow beyond a limit."""

import zlib
from collections.abc import Iterable
from typing import Any

from dateline.ingest.fetch_errors import FetchError

_WINDOW = {"gzip": 31, "x-gzip": 31, "deflate": 15}  # zlib's number for the form
_RAW_DEFLATE = -15  # what some servers send as "deflate"
_PLAIN = ("", "identity")


def read_body(chunks: Iterable[bytes], encoding: str, limit: int) -> bytes:
    """Join the chunks; a body larger than ``limit``, packed or unpacked, is refused."""
    name = encoding.strip().lower()
    if name not in _WINDOW and name not in _PLAIN:
        message = f"answers packed as {name[:40]!r}, which was not asked for"
        raise FetchError(message, again=False)
    body = bytearray()
    packed = 0
    unpack = _Unpacker(_WINDOW[name]) if name in _WINDOW else None
    for chunk in chunks:
        packed += len(chunk)
        body += unpack.feed(chunk, limit + 1 - len(body)) if unpack else chunk
        if len(body) > limit or packed > limit:
            raise too_large(limit)
    return bytes(body)


def too_large(limit: int) -> FetchError:
    """Say that a body is larger than the limit."""
    message = f"sends more than {limit / 1e6:,.1f} MB, the limit"
    return FetchError(message, again=False, limit=limit)


class _Unpacker:
    """Unpacks one chunk after the other, never more than there is room for."""

    def __init__(self, window: int) -> None:
        self._window = window
        self._stream: Any = zlib.decompressobj(window)
        self._begun = False

    def feed(self, chunk: bytes, room: int) -> bytes:
        """Unpack a chunk; stops one byte past the limit."""
        out = bytearray()
        rest = chunk
        while rest and len(out) < room:
            if self._stream.eof:  # a further member of the same stream
                self._stream = zlib.decompressobj(self._window)
            out += self._unpack(rest, room - len(out))
            rest = self._stream.unconsumed_tail or self._stream.unused_data
        return bytes(out)

    def _unpack(self, rest: bytes, room: int) -> bytes:
        try:
            unpacked = self._stream.decompress(rest, room)
        except zlib.error as error:
            if self._begun or self._window != _WINDOW["deflate"]:
                message = f"sends a body that cannot be unpacked: {error}"
                raise FetchError(message, again=True) from error
            self._window = _RAW_DEFLATE
            self._stream = zlib.decompressobj(_RAW_DEFLATE)
            self._begun = True
            return self._unpack(rest, room)
        self._begun = True
        return bytes(unpacked)
