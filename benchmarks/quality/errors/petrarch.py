"""Who did what to whom: pairs of countries with their class."""

from collections import Counter
from types import ModuleType
from typing import TypeAlias

from benchmarks.quality.corpus import Row
from benchmarks.quality.error_classes import ErrorClasses, Found, Pairs

_CLASSES = {1: "words for", 2: "deeds for", 3: "words against", 4: "deeds against"}
Dyad: TypeAlias = tuple[str | None, str | None, int | None]


def count(scorer: ModuleType, pairs: Pairs) -> Found:
    """Count the pairs that are missed, of another class, turned round, or false."""
    found: Found = Counter()
    for gold, answer in pairs:
        wanted = Counter(_expected(scorer, gold))
        told = Counter(_told(scorer, answer))
        _sort(found, list((wanted - told).elements()), list((told - wanted).elements()))
    return found


def _expected(scorer: ModuleType, gold: Row) -> list[Dyad]:
    return [
        (
            (one["source"] or "")[:3],
            (one["target"] or "")[:3],
            scorer.QUAD_OF_ROOT.get((one["cameo"] or "")[:2]),
        )
        for one in gold["expected"]
    ]


def _told(scorer: ModuleType, answer: Row) -> list[Dyad]:
    return [
        (one.get("source"), one.get("target"), scorer.QUAD_OF_TYPE.get(one.get("type")))
        for one in answer.get("events", [])
    ]


def _sort(found: Found, wanted: list[Dyad], told: list[Dyad]) -> None:
    for source, target, sort in wanted:
        told_of = _take(told, source, target)
        if told_of is not None:
            found["another class", f"{_class(sort)} as {_class(told_of[2])}"] += 1
        elif _take(told, target, source) is not None:
            found["missed", "told the other way round"] += 1
        elif told:
            told.pop()
            found["missed", "another pair was found"] += 1
        else:
            found["missed", "no other pair was found"] += 1
    for _ in told:
        found["false", "beyond those that are told"] += 1


def _take(told: list[Dyad], source: str | None, target: str | None) -> Dyad | None:
    for at, one in enumerate(told):
        if one[:2] == (source, target):
            return told.pop(at)
    return None


def _class(sort: int | None) -> str:
    return _CLASSES.get(sort or 0, "none")


ERRORS = ErrorClasses(count=count)
