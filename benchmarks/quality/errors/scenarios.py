"""Incidents over several reports: parted, joined, not found, and best values that are wrong."""

from collections import Counter
from collections.abc import Mapping, Sequence
from types import ModuleType

from benchmarks.quality.corpus import Row
from benchmarks.quality.error_classes import ErrorClasses, Found, Pairs


def count(scorer: ModuleType, pairs: Pairs) -> Found:
    """Count over scenarios: ``reports`` by their ids and ``incidents``, on both sides."""
    found: Found = Counter()
    for gold, answer in pairs:
        wanted = [set(one["events"]) for one in gold["incidents"]]
        names = _renamed(scorer, gold["reports"], answer["reports"])
        told = [{names.get(ref, ref) for ref in one["events"]} for one in answer["incidents"]]
        told = [one & set[str]().union(*wanted) for one in told]
        _grouping(found, wanted, told)
        mates = _mates(scorer, wanted, told)
        for at, one in enumerate(gold["incidents"]):
            other = answer["incidents"][mates[at]] if at in mates else None
            _best(found, scorer, one["figures"], other)
    return found


def _renamed(
    scorer: ModuleType, gold: Mapping[str, Row], told: Mapping[str, Row]
) -> dict[str, str]:
    """Map found events to the gold events they are paired with, or to none."""
    names: dict[str, str] = {}
    for key, report in gold.items():
        events, coded = report["events"], told[key]["events"]
        names |= {f"{key}/{one['id']}": "" for one in coded}
        for mine, other in scorer.align_events(events, coded, scorer.Located(report["text"])):
            names[f"{key}/{coded[other]['id']}"] = f"{key}/{events[mine]['id']}"
    return names


def _grouping(found: Found, wanted: Sequence[set[str]], told: Sequence[set[str]]) -> None:
    """Count incidents whose found events lie in none, in several, or together with others'."""
    for one in wanted:
        shares = [other for other in told if one & other]
        if not shares:
            found["incident", "none of its events was found"] += 1
        if len(shares) > 1:
            found["incident", "parted into several"] += 1
        if any(other - one for other in shares):
            found["incident", "joined with another"] += 1


def _mates(
    scorer: ModuleType, wanted: Sequence[set[str]], told: Sequence[set[str]]
) -> dict[int, int]:
    likeness = [
        [2 * len(a & b) / (len(a) + len(b)) if a & b else 0.0 for b in told] for a in wanted
    ]
    return dict(scorer.assign(likeness)) if wanted and told else {}


def _best(found: Found, scorer: ModuleType, figures: Mapping[str, Row], other: Row | None) -> None:
    for measure, toll in figures.items():
        if other is None:
            found["best value", "its incident was not found"] += 1
            continue
        told = other["figures"].get(measure)
        if told is None:
            found["best value", "not told of the incident"] += 1
        elif scorer.number(told["best"]) != scorer.number(toll["best"]):
            lower = (told["best"] or 0) < (toll["best"] or 0)
            found["best value", "too low" if lower else "too high"] += 1


ERRORS = ErrorClasses(count=count)
