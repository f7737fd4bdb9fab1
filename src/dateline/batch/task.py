"""What workers are told to do, and what they tell."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from dateline.batch.shard import Shard
from dateline.batch.where import Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How reports are read; part of what makes two data sets the same."""

    published: date | None = None
    any_language: bool = False
    where: Where = field(default_factory=Where)


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A shard to code into a data set at ``folder``.

    Items are known by their number in the shard. ``condemned`` are left out, with the reason that
    is given for each; at one of ``shut`` the rest of its piece is left out; those from
    ``suspects[0]`` to ``suspects[1]`` are coded one by one; ``alone`` is coded by itself and
    nothing is kept: the question is whether the worker lives.
    """

    folder: Path
    shard: Shard
    settings: Settings
    condemned: Mapping[int, str] = field(default_factory=dict)
    shut: frozenset[int] = frozenset()
    suspects: tuple[int, int] | None = None
    alone: int | None = None

    @property
    def name(self) -> str:
        """Name the task by its shard."""
        return self.shard.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of the reports of a shard."""

    records: int = 0
    events: int = 0
    rejections: int = 0
    passed_over: int = 0
