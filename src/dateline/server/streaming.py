"""An export as a stream: written by a thread as quickly as the client takes it, and no quicker."""

import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any, cast

from dateline.publish import IncidentExport
from dateline.records import Incident

_PIECE = 65_536  # characters or bytes that are sent at once
_AHEAD = 8  # pieces that wait for a slow client


class _ClientGoneError(Exception):
    """Nobody takes what is written any more."""


class _Pipe:
    """A stream to write to, whose pieces another thread takes."""

    closed = False

    def __init__(self) -> None:
        self._pieces: queue.Queue[bytes | BaseException | None] = queue.Queue(_AHEAD)
        self._held: list[bytes] = []
        self._size = 0
        self._gone = threading.Event()

    def write(self, piece: str | bytes) -> int:
        raw = piece.encode() if isinstance(piece, str) else bytes(piece)
        self._held.append(raw)
        self._size += len(raw)
        if self._size >= _PIECE:
            self.flush()
        return len(piece)

    def flush(self) -> None:
        if self._held:
            self._put(b"".join(self._held))
            self._held, self._size = [], 0

    def writable(self) -> bool:
        return True

    def end(self, error: BaseException | None = None) -> None:
        if error is None:
            self.flush()
        self._put(error)

    def pieces(self) -> Iterator[bytes]:
        try:
            while (piece := self._pieces.get()) is not None:
                if isinstance(piece, BaseException):
                    raise piece
                yield piece
        finally:
            self._gone.set()

    def _put(self, piece: bytes | BaseException | None) -> None:
        while not self._gone.is_set():
            try:
                self._pieces.put(piece, timeout=1)
            except queue.Full:
                continue
            return
        raise _ClientGoneError


def streamed(form: IncidentExport, incidents: Callable[[], Iterable[Incident]]) -> Iterator[bytes]:
    """Yield what an export writes, piece by piece."""
    pipe = _Pipe()
    threading.Thread(target=_write, args=(form, incidents, pipe), daemon=True).start()
    return pipe.pieces()


def _write(form: IncidentExport, incidents: Callable[[], Iterable[Incident]], pipe: _Pipe) -> None:
    try:
        form.write(incidents(), cast(IO[Any], pipe))
        pipe.end()
    except _ClientGoneError:
        return
    except BaseException as error:  # noqa: BLE001  it is raised where the stream is read
        _tell(pipe, error)


def _tell(pipe: _Pipe, error: BaseException) -> None:
    try:
        pipe.end(error)
    except _ClientGoneError:
        return
