"""The child's side: take limits upon itself, then parse what it is sent until nothing comes."""

import os
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import IO, Any

import msgspec

from dateline.errors import UnreadableReportError

MOST_MEMORY = 2**30  # bytes of address space; a page of 5 MB takes a quarter of it
MOST_CPU = 4  # seconds for one document; a page of 50,000 elements takes three and a half
MOST_BYTES = 128_000_000  # of one answer; texts are never longer than what they were read from
_MOST_FILES = 64

ANSWER, UNREADABLE, NO_MEMORY, BUG = b"A", b"U", b"M", b"B"
_WIDTH = 8  # bytes that tell the length


class Asked(msgspec.Struct, kw_only=True):
    """What to do: the function, and what it is given."""

    module: str
    name: str
    body: bytes
    word: str


class Refusal(msgspec.Struct, kw_only=True):
    """Why there is no answer."""

    message: str
    facts: dict[str, Any]


def send(pipe: IO[bytes] | None, raw: bytes, kind: bytes = ANSWER) -> None:
    """Write a kind, a length, and as many bytes."""
    if pipe is None:
        raise EOFError
    pipe.write(kind + len(raw).to_bytes(_WIDTH))
    pipe.write(raw)
    pipe.flush()


def receive(pipe: IO[bytes] | None, limit: int) -> tuple[bytes, bytes]:
    """Read what ``send`` wrote; less than was told, or more than may be, is an EOFError."""
    head = pipe.read(1 + _WIDTH) if pipe else b""
    size = int.from_bytes(head[1:])
    if pipe is None or len(head) <= _WIDTH or size > limit:
        raise EOFError
    raw = pipe.read(size)
    if len(raw) < size:
        raise EOFError
    return head[:1], raw


def serve() -> None:
    """Parse one document after the other; the pipe that answers is nobody else's output."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not stand among the answers
    _load()
    _confine()
    with suppress(EOFError, BrokenPipeError):
        while True:
            _, raw = receive(sys.stdin.buffer, sys.maxsize)
            kind, told = _answer(msgspec.msgpack.decode(raw, type=Asked))
            send(answers, told, kind)
            if kind == NO_MEMORY:
                return


def _load() -> None:
    """Import what is slow to import, so that no document pays for it with its time."""
    for name in ("feedparser", "lxml.html", "trafilatura"):
        import_module(name)


def _answer(asked: Asked) -> tuple[bytes, bytes]:
    try:
        parse: Callable[[bytes, str], Any] = getattr(import_module(asked.module), asked.name)
        _renew_time()
        return ANSWER, msgspec.msgpack.encode(parse(asked.body, asked.word))
    except MemoryError:
        return NO_MEMORY, b""
    except UnreadableReportError as error:
        return UNREADABLE, _told(error.message, error.facts)
    except Exception:  # noqa: BLE001  a bug is told of where it is heard
        return BUG, _told(traceback.format_exc(), {})


def _told(message: str, facts: dict[str, Any]) -> bytes:
    return msgspec.msgpack.encode(Refusal(message=message, facts=facts), enc_hook=str)


def _confine() -> None:
    """Give up what parsing does not need; where a limit is not known, the clock remains."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_NOFILE, (_MOST_FILES, _MOST_FILES))
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def _renew_time() -> None:
    """Allow so much computing from now on."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        until = int(used.ru_utime + used.ru_stime + 0.5) + MOST_CPU  # whole seconds are counted
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (until, hard))
