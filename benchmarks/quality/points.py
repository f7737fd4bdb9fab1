"""Points for signs: a plain table that says what to take."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dateline.knowledge.files import read_toml

_FILE = Path(__file__).with_name("points.toml")


@dataclass(frozen=True, slots=True)
class Table:
    """What each sign adds, and the sum from which on a thing is taken."""

    least: int
    points: dict[str, int]

    def total(self, signs: Iterable[str]) -> int:
        """Add up the points of signs; those that the table does not name add nothing."""
        return sum(self.points.get(sign, 0) for sign in set(signs))

    def takes(self, signs: Iterable[str]) -> bool:
        """Tell whether the signs reach what is asked."""
        return self.total(signs) >= self.least


@cache
def load_points() -> dict[str, Table]:
    """Load the tables once, by name."""
    return read_toml(_FILE, dict[str, Table])
