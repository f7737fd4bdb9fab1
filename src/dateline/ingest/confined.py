"""Parsers of strangers' bytes, run in a child process that may die: a death is a reason, no crash.

One child is kept and asked again and again. It has limits on memory, computing time and files (see
``confinement``), is killed when it does not answer, and knows nothing of this process: it gets the
bytes and the name of a function, and what it answers is checked against the type it must have.
"""

import atexit
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Lock, Timer
from typing import IO, Any, TypeVar, get_type_hints

import msgspec

from dateline.errors import UnreadableReportError
from dateline.ingest.confinement import (
    ANSWER,
    MOST_BYTES,
    MOST_CPU,
    MOST_MEMORY,
    NO_MEMORY,
    UNREADABLE,
    Asked,
    Refusal,
    receive,
    send,
)

T = TypeVar("T")

MOST_SECONDS = 60.0  # by the clock: for a parser that waits, and machines with much else to do
_MOST_ASKED = 1000  # then a new child begins, without what the old one has piled up
_BEGIN = "import sys; sys.path[:] = sys.argv[1:]; from dateline.ingest import confinement as c"
_TOLD = ("PATH", "HOME", "LANG", "LC_ALL", "TZ", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
_PACKAGE = str(Path(__file__).parents[2])  # where the child finds dateline if no path names it
_MEMORY = f"takes more than {MOST_MEMORY // 2**20:,} MB of memory to take apart; not read"
_children: dict[int, "_Child"] = {}


def confined(parse: Callable[[bytes, str], T], body: bytes, word: str = "") -> T:
    """Call ``parse(body, word)`` in the child; excess and death are reasons not to read."""
    child = _children.setdefault(os.getpid(), _Child())  # a forked process has one of its own
    raw = child.ask(Asked(module=parse.__module__, name=parse.__name__, body=body, word=word))
    answer: T = msgspec.msgpack.decode(raw, type=get_type_hints(parse)["return"])
    return answer


class _DeadError(Exception):
    """The child is no more; ``certain`` where it would die of the same again."""

    def __init__(self, reason: str, *, certain: bool) -> None:
        super().__init__(reason)
        self.certain = certain


class _Child:
    """One child process, begun when it is first asked."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._running: subprocess.Popen[bytes] | None = None
        self._asked = 0
        self._late = False

    def ask(self, asked: Asked) -> bytes:
        """Ask; a child that dies after earlier work may not have died of this, so ask a new one."""
        with self._lock:
            fresh = self._running is None
            try:
                return self._exchange(asked)
            except _DeadError as error:
                if fresh or error.certain:
                    raise UnreadableReportError(str(error)) from None
            try:
                return self._exchange(asked)
            except _DeadError as error:
                raise UnreadableReportError(str(error)) from None

    def end(self) -> None:
        """End the child, if there is one."""
        running, self._running = self._running, None
        if running is None:
            return
        atexit.unregister(self.end)
        running.kill()
        running.wait()
        for pipe in (running.stdin, running.stdout):
            _close(pipe)

    def _exchange(self, asked: Asked) -> bytes:
        running = self._begun()
        self._late = False
        watch = Timer(MOST_SECONDS, self._kill, (running,))
        watch.daemon = True
        watch.start()
        try:
            send(running.stdin, msgspec.msgpack.encode(asked))
            kind, raw = receive(running.stdout, MOST_BYTES)
        except (EOFError, OSError):
            raise self._dead() from None
        except BaseException:  # stopped by the user: half an answer must not be the next one's
            self.end()
            raise
        finally:
            watch.cancel()
        return self._told(kind, raw)

    def _told(self, kind: bytes, raw: bytes) -> bytes:
        """Return an answer; raise what the child says instead of one."""
        if kind == ANSWER:
            self._asked += 1
            if self._asked >= _MOST_ASKED:
                self.end()
            return raw
        if kind == NO_MEMORY:
            self.end()
            raise _DeadError(_MEMORY, certain=False)
        told = msgspec.msgpack.decode(raw, type=Refusal)
        if kind == UNREADABLE:
            raise UnreadableReportError(told.message, **told.facts)
        raise RuntimeError(told.message)  # a bug of ours stays loud

    def _begun(self) -> subprocess.Popen[bytes]:
        if self._running is None:
            self._running = _begin()
            self._asked = 0
            atexit.register(self.end)
        return self._running

    def _kill(self, running: subprocess.Popen[bytes]) -> None:
        self._late = True
        running.kill()

    def _dead(self) -> _DeadError:
        """Bury the child, and say what it died of."""
        running = self._running
        if running is not None:
            _close(running.stdin)
        code = None if running is None else _awaited(running)
        self.end()
        if self._late:
            message = f"is not taken apart within {MOST_SECONDS:g} seconds; not read"
            return _DeadError(message, certain=True)
        if code == -signal.SIGXCPU:
            message = f"takes more than {MOST_CPU} seconds of computing to take apart; not read"
            return _DeadError(message, certain=True)
        message = f"breaks what takes it apart ({_named(code)}); not read"
        return _DeadError(message, certain=False)


def _begin() -> subprocess.Popen[bytes]:
    """Start a child that gets neither our secrets nor our files."""
    known = {name: os.environ[name] for name in _TOLD if name in os.environ}
    paths = [path for path in sys.path if path]
    return subprocess.Popen(  # noqa: S603  this Python, and a line of ours
        [sys.executable, "-c", f"{_BEGIN}; c.serve()", *paths, _PACKAGE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**known, **_ONE_THREAD},
    )


def _awaited(running: subprocess.Popen[bytes]) -> int | None:
    """Wait a moment for the end of a child whose pipe is closed."""
    try:
        return running.wait(timeout=5)
    except subprocess.TimeoutExpired:
        return None


def _named(code: int | None) -> str:
    if code is not None and code < 0:
        return signal.Signals(-code).name
    return f"exit {code}"


def _close(pipe: IO[Any] | None) -> None:
    """Close a pipe; what could not be sent to the dead is lost."""
    try:
        if pipe is not None:
            pipe.close()
    except OSError:
        return
