"""Doing again what a lost connection broke off, where nothing of it can have been kept."""

import time
from collections.abc import Callable
from typing import TypeVar

from dateline.errors import LostError

T = TypeVar("T")
_FIRST, _LONGEST = 0.05, 1.0  # seconds between two tries, twice as many each time


def repeated(do: Callable[[], T], patience: float) -> T:
    """Do something until the connection holds: once more at once, then for so many seconds."""
    until = time.monotonic() + patience
    pause = 0.0
    while True:
        try:
            return do()
        except LostError:
            if pause and time.monotonic() + pause > until:
                raise
        time.sleep(pause)
        pause = min(_LONGEST, pause * 2 or _FIRST)
