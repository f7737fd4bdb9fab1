"""Guessing is slowed down: after some wrong tries, the next has to wait, ever longer."""

import time
from collections.abc import Callable

_FREE = 5  # wrong tries without a wait
_LONGEST = 900.0  # seconds
_FORGOTTEN = 3600.0  # seconds after the last wrong try
_MOST = 10_000  # names that are kept in mind


class Throttle:
    """Wrong tries by name and by address; it is forgotten with the process."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with nobody suspected."""
        self._clock = clock
        self._wrong: dict[str, tuple[int, float]] = {}

    def wait(self, *names: str) -> float:
        """Give the seconds that must go by before another try; 0 where it may be made."""
        now = self._clock()
        return max((self._until(name, now) - now for name in names), default=0.0)

    def wrong(self, *names: str) -> None:
        """Count a wrong try."""
        now = self._clock()
        if len(self._wrong) > _MOST:
            self._wrong = {n: t for n, t in self._wrong.items() if now - t[1] < _FORGOTTEN}
        for name in names:
            count, _ = self._wrong.get(name, (0, now))
            self._wrong[name] = (count + 1, now)

    def right(self, *names: str) -> None:
        """Forget the wrong tries of whoever got it right."""
        for name in names:
            self._wrong.pop(name, None)

    def _until(self, name: str, now: float) -> float:
        count, last = self._wrong.get(name, (0, 0.0))
        if count < _FREE or now - last > _FORGOTTEN:
            return 0.0
        # A clock that was put back makes nobody wait longer than the longest.
        return min(last, now) + min(2.0 ** (count - _FREE + 1), _LONGEST)
