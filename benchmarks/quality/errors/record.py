"""Coded reports: events, their fields, figures and claims."""

from collections import Counter
from collections.abc import Mapping, Sequence
from types import ModuleType
from typing import Any

from benchmarks.quality.corpus import Row
from benchmarks.quality.error_classes import ErrorClasses, Found, Pairs

_FIELDS = ("kind", "factuality", "actors", "targets", "weapon", "place", "date")
_ALIKE = 0.5  # as the scorer has it
_NONE: Row = {"events": [], "figures": [], "claims": []}


def count(scorer: ModuleType, pairs: Pairs) -> Found:
    """Count by the scorer's own pairing, without what is optional or background."""
    found: Found = Counter()
    for gold, answer in pairs:
        coded, text = {**_NONE, **answer}, scorer.Located(gold["text"])
        mates = dict(scorer.align_events(gold["events"], coded["events"], text))
        for at, one in enumerate(gold["events"]):
            if not one.get("optional") and not one.get("background"):
                other = coded["events"][mates[at]] if at in mates else None
                _event(found, scorer, one, other)
        _alarms(found, scorer, (gold["events"], coded["events"]), mates, text)
        _figures(found, scorer, (gold["figures"], coded["figures"]), text)
        _claims(found, scorer, gold["claims"], coded["claims"])
    return found


def _event(found: Found, scorer: ModuleType, gold: Row, told: Row | None) -> None:
    if told is None:
        found["event missed", gold["type"]] += 1
    elif told.get("background"):
        found["event taken for background", gold["type"]] += 1
    elif told["type"] != gold["type"]:
        found["event of another type", f"{gold['type']} as {told['type']}"] += 1
    else:
        slots = scorer.compare_event(gold, told)
        for name in _FIELDS:
            _field(found, name, slots[name])


def _field(found: Found, name: str, slot: Any) -> None:
    """Count values of one field: those left out, those too many, and those given as others."""
    wrong = min(slot.fp, slot.fn)
    for sort, number in (
        ("another", wrong),
        ("left out", slot.fn - wrong),
        ("too much", slot.fp - wrong),
    ):
        if number:
            found[f"{name} of an event found", sort] += number


def _alarms(
    found: Found,
    scorer: ModuleType,
    events: tuple[Sequence[Row], Sequence[Row]],
    mates: Mapping[int, int],
    text: Any,
) -> None:
    """Count what was coded and is no one's pair: a second time, or where nothing is told."""
    gold, told = events
    taken = set(mates.values())
    places = [_places(one, text) for one in gold]
    for at, one in enumerate(told):
        if at in taken or one.get("background"):
            continue
        mine = _places(one, text)
        near = [gold[n] for n, other in enumerate(places) if scorer.overlap(other, mine) > 0]
        found["event false", _why_false(gold, one, near)] += 1


def _why_false(gold: Sequence[Row], told: Row, near: Sequence[Row]) -> str:
    if not gold:
        return "in a report without events"
    if any(one["type"] == told["type"] for one in near):
        return "coded a second time"
    return "in words of an event of another type" if near else "in words that tell of no event"


def _places(event: Row, text: Any) -> list[Any]:
    return [spots for quote in event.get("evidence") or [] if (spots := text.quote(quote))]


def _figures(
    found: Found, scorer: ModuleType, figures: tuple[Sequence[Row], Sequence[Row]], text: Any
) -> None:
    gold, told = figures
    exact = dict(scorer.align_figures(gold, told, text, bounds=True))
    loose = dict(scorer.align_figures(gold, told, text, bounds=False))
    missed = [at for at in range(len(gold)) if at not in exact and not gold[at].get("optional")]
    for at in missed:
        sort = "bounds are others" if at in loose else gold[at]["measure"]
        found["figure missed", sort] += 1
    for at, one in enumerate(told):
        if at not in exact.values():
            sort = "bounds are others" if at in loose.values() else one["measure"]
            found["figure false", sort] += 1


def _claims(found: Found, scorer: ModuleType, gold: Sequence[Row], told: Sequence[Row]) -> None:
    mates = dict(scorer.align_claims(gold, told))
    rest = [one for at, one in enumerate(told) if at not in mates.values()]
    for at, one in enumerate(gold):
        if at in mates or one.get("optional"):
            continue
        found["claim missed", _why_missed(scorer, one, rest)] += 1
    for one in rest:
        same = any(_share(scorer, other, one) >= _ALIKE for other in gold)
        found["claim false", "the words of another speaker" if same else "nobody says so"] += 1


def _why_missed(scorer: ModuleType, gold: Row, told: Sequence[Row]) -> str:
    if any(_share(scorer, gold, one) >= _ALIKE for one in told):
        return "speaker is another"
    near = any(_share(scorer, gold, one) > 0 for one in told if _same_speaker(scorer, gold, one))
    return "content is cut otherwise" if near else "not found"


def _share(scorer: ModuleType, one: Row, other: Row) -> float:
    quotes = (scorer.quote_text(claim.get("quote")) for claim in (one, other))
    return float(scorer.jaccard(*quotes))


def _same_speaker(scorer: ModuleType, one: Row, other: Row) -> bool:
    return bool(scorer.name_match(one.get("speaker"), other.get("speaker")))


ERRORS = ErrorClasses(count=count)
