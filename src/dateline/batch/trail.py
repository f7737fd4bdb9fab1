"""Where a worker is in its shard, left in a file so that it can be read after the worker died."""

import os
from pathlib import Path
from types import TracebackType
from typing import Self

_WIDTH = 10


class Trail:
    """The items a worker is at, from one to another."""

    def __init__(self, path: Path) -> None:
        """Take the file to leave it in."""
        self._path = path
        self._file = -1

    def __enter__(self) -> Self:
        """Begin anew."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._file = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave off."""
        os.close(self._file)
        self._path.unlink(missing_ok=True)

    def at(self, first: int, last: int) -> None:
        """Say what is begun; it outlives the process, and need not outlive the machine."""
        os.pwrite(self._file, f"{first:{_WIDTH}}{last:{_WIDTH}}".encode(), 0)


def last_seen(path: Path) -> tuple[int, int] | None:
    """Read where a worker was; None where it had not begun."""
    try:
        words = path.read_text()
    except FileNotFoundError:
        return None
    return (int(words[:_WIDTH]), int(words[_WIDTH:])) if words else None
