"""What the filters leave, in one sentence."""

from collections.abc import Mapping
from datetime import date

from dateline.keeping.glancing import Bounds, Summary
from dateline.knowledge.gazetteer.countries import country_of
from dateline.publish import days
from dateline.records import When


def sentence(found: Summary, given: Mapping[str, str]) -> str:
    """Say when and where, how many, how well attested, and how many were killed."""
    head = ", ".join(part for part in (_when(found, given), _where(found, given)) if part)
    counted = _count(found.incidents, "incident")
    told = [counted, f"{found.two_origins:,} told by two or more origins"]
    told += [f"{_range(bounds)} {name}" for name, bounds in _tolls(found)]
    return f"{head}: {', '.join(told)}" if head else ", ".join(told)


def _when(found: Summary, given: Mapping[str, str]) -> str:
    first, last = _day(given.get("from")) or found.first, _day(given.get("to")) or found.last
    if first is None or last is None or first > last:
        return ""
    return days.in_words(When(start=first, end=last, precision="day"))


def _where(found: Summary, given: Mapping[str, str]) -> str:
    if place := given.get("place"):
        return place
    if "box" in given or "near" in given:
        return "the chosen area"
    if len(found.countries) == 1 and not found.unplaced:
        known = country_of(next(iter(found.countries)))
        return known.name if known else ""
    return f"{len(found.countries)} countries" if len(found.countries) > 1 else ""


def _tolls(found: Summary) -> list[tuple[str, Bounds]]:
    named = (("killed", found.killed), ("injured", found.injured))
    return [(name, bounds) for name, bounds in named if bounds.high]


def _range(bounds: Bounds) -> str:
    low, high = f"{bounds.low:,.0f}", f"{bounds.high:,.0f}"
    return low if low == high else f"{low}–{high}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _day(words: str | None) -> date | None:
    return date.fromisoformat(words) if words else None
