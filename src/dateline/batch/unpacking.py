"""Packed streams, unpacked as they are read and no further than is reasonable."""

import gzip
import io
from typing import Any, BinaryIO

from dateline.batch.limits import refuse_swollen

_BUFFER = 1 << 17


def unpacked(stream: BinaryIO, name: str, packed: int) -> BinaryIO:
    """Unpack a stream of so many bytes by the suffix of its name."""
    return io.BufferedReader(_Bounded(_opened(stream, name), packed), _BUFFER)


def _opened(stream: BinaryIO, name: str) -> Any:
    if name.endswith(".gz"):
        return gzip.GzipFile(fileobj=stream)
    import pyarrow as pa  # type: ignore[import-untyped]

    return pa.CompressedInputStream(pa.PythonFile(stream), "zstd")


class _Bounded(io.RawIOBase):
    """A stream that breaks off where it swells."""

    def __init__(self, stream: Any, packed: int) -> None:
        self._take = getattr(stream, "read1", stream.read)
        self._stream = stream
        self._packed = packed
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        found = self._take(len(buffer))
        self._given += len(found)
        refuse_swollen(self._given, self._packed)
        buffer[: len(found)] = found
        return len(found)

    def close(self) -> None:
        if not self.closed:
            self._stream.close()
        super().close()
