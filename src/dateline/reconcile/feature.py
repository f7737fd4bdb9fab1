"""What a feature is, and what it has to say of two events."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from dateline.reconcile.sketch import Sketch


class Likeness(NamedTuple):
    """Points for (above 0) or against two events being one, and the sentence shown to analysts."""

    points: float
    words: str


Measure: TypeAlias = Callable[[Sketch, Sketch], Likeness | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """One thing that is compared; ``measure`` gives None where it says nothing."""

    title: str
    measure: Measure
