"""What a module of ``errors`` gives: the classes of what is wrong in answers, counted."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from types import ModuleType
from typing import TypeAlias

from benchmarks.quality.corpus import Row

Pairs: TypeAlias = Iterable[tuple[Row, Row]]  # gold rows with their answers, empty where none is

Found: TypeAlias = Counter[tuple[str, str]]  # how many of which class within which kind of error


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorClasses:
    """Sort errors with the scorer at hand."""

    count: Callable[[ModuleType, Pairs], Found]
