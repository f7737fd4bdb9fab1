"""A run of ``dateline batch`` as the system sees it: its processes and their memory."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

_PAGE = os.sysconf("SC_PAGE_SIZE")
_MARKS = ("spawn_main", "ray::Actor")  # of the command lines of workers


def started(words: list[str]) -> subprocess.Popen[bytes]:
    """Start a command."""
    command = [sys.executable, "-m", "dateline", *words]
    return subprocess.Popen(command, stderr=subprocess.DEVNULL)  # noqa: S603


def workers(driver: int) -> list[int]:
    """Find the workers of a driver, below whatever processes they are."""
    return [number for number in _below(driver) if _is_worker(number)]


def memory(numbers: list[int]) -> int:
    """Add up the resident memory of processes, in bytes."""
    return sum(map(_resident, numbers))


def _below(driver: int) -> Iterator[int]:
    parents = dict(_parents())
    for number in parents:
        above: int | None = number
        while above is not None and above != driver:
            above = parents.get(above)
        if above == driver and number != driver:
            yield number


def _parents() -> Iterator[tuple[int, int]]:
    for path in Path("/proc").glob("[0-9]*"):
        try:
            words = (path / "stat").read_text().rpartition(")")[2].split()
        except OSError:  # it ended meanwhile
            continue
        yield int(path.name), int(words[1])


def _is_worker(number: int) -> bool:
    try:
        words = Path(f"/proc/{number}/cmdline").read_bytes().decode(errors="replace")
    except OSError:
        return False
    return any(mark in words for mark in _MARKS)


def _resident(number: int) -> int:
    try:
        return int(Path(f"/proc/{number}/statm").read_text().split()[1]) * _PAGE
    except OSError:
        return 0
