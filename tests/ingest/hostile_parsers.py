"""Parsers that do what a parser that was taken in by a document would do."""

import os
import signal
import sys
import time
from pathlib import Path

from dateline.errors import UnreadableReportError

CALLS = []


def shout(body: bytes, word: str) -> str:
    """Answer with what was given."""
    return f"{body.decode()} {word}!"


def name_the_child(_: bytes, __: str) -> int:
    """Tell which process parses."""
    return os.getpid()


def spin(_: bytes, __: str) -> str:
    """Compute without end."""
    while True:
        pass


def sleep(_: bytes, __: str) -> str:
    """Wait without end."""
    time.sleep(3600)
    return ""


def swell(_: bytes, __: str) -> str:
    """Ask for more memory than there is."""
    return str(len(bytearray(2**34)))


def crash(_: bytes, __: str) -> str:
    """Die as C code does that writes where it may not."""
    os.kill(os.getpid(), signal.SIGSEGV)
    return ""


def crash_if_used(body: bytes, __: str) -> str:
    """Die of what came before: not of this document."""
    CALLS.append(body)
    if len(CALLS) > 1:
        os._exit(3)
    return "fresh"


def refuse(_: bytes, __: str) -> str:
    """Give a reason not to read."""
    message = "is not to be read"
    raise UnreadableReportError(message, bytes=3)


def stumble(_: bytes, __: str) -> str:
    """Hold a mistake of ours."""
    return str({}["there is no such key"])


def lie(_: bytes, __: str) -> str:
    """Answer with what is no text."""
    return 3  # type: ignore[return-value]


def print_it(_: bytes, word: str) -> str:
    """Print among the answers."""
    print(word * 1000)  # noqa: T201
    sys.stdout.flush()
    os.write(1, b"A" * 100)
    return word


def write_a_file(_: bytes, path: str) -> str:
    """Write where somebody would find it."""
    try:
        Path(path).write_text("x" * 100)
    except OSError as error:
        return type(error).__name__
    return "written"


def tell_a_secret(_: bytes, name: str) -> str:
    """Look for a secret in the environment."""
    return os.environ.get(name, "unknown")
