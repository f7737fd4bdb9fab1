"""Where a command writes: standard output, or a file that appears whole or not at all."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from tempfile import mkstemp
from typing import Any, TextIO

from dateline.errors import SettingError

_TEXT: dict[str, Any] = {"mode": "w", "encoding": "utf-8", "newline": ""}
_BYTES: dict[str, Any] = {"mode": "wb"}


@contextmanager
def opened(path: Path | None, *, binary: bool = False) -> Iterator[Any]:
    """Open a place to write to: text with line ends as they are given, or bytes."""
    form = _BYTES if binary else _TEXT
    if path is None:
        yield sys.stdout.buffer if binary else _standard_output()
    elif path.exists() and not path.is_file():  # a pipe or a device has nothing to replace
        with path.open(**form) as stream:
            yield stream
    else:
        with _replaced(path.resolve(), form) as stream:
            yield stream


def _standard_output() -> TextIO:
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    return sys.stdout


@contextmanager
def _replaced(path: Path, form: dict[str, Any]) -> Iterator[Any]:
    """Write beside the file and put the whole in its place at the end."""
    if not path.parent.is_dir():
        message = f"There is no folder {path.parent} to write {path.name} to"
        raise SettingError(message, path=str(path))
    handle, name = mkstemp(dir=path.parent, prefix=f".{path.name}.")
    beside = Path(name)
    try:
        with os.fdopen(handle, **form) as stream:
            yield stream
        beside.chmod(_mode(path))
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _mode(path: Path) -> int:
    """Give the rights the file has, or would have had; a temporary file has none for others."""
    if path.exists():
        return path.stat().st_mode
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
