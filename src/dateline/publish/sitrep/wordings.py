"""The names of places, parties and grades as the situation report writes them."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from dateline.knowledge.gazetteer.folding import fold
from dateline.knowledge.ontology import kinds
from dateline.publish.privacy import shown_names
from dateline.publish.prose import on_one_line
from dateline.publish.terminal import wording
from dateline.records import Incident, Party, Place, Quote

Point: TypeAlias = tuple[float, float]
Names: TypeAlias = Mapping[tuple[Point, str], str]
GRADES = {
    "confirmed": "who is said to have done it says so too",
    "fair": "two or more independent origins tell it and none disputes it",
    "weak": "one origin alone tells it",
    "contested": "somebody denies it, or origins name different sides",
    "discounted": "all who are said to have been killed or hurt bore arms",
}
_QUOTE = 320  # characters; a longer sentence is cut at a word
_SCANT = 45  # characters; fewer say little by themselves
_STOP = re.compile(r"[.!?]”?(?=\s)|\n")


def counters(reports: int, origins: int) -> str:
    """Write both counters, always both: 9 reports, 2 origins."""
    return f"{many(reports, 'report')}, {many(origins, 'origin')}"


def many(count: int, one: str, more: str | None = None) -> str:
    """Write a number with its noun: 1 report, 9 reports."""
    return f"{count:,} {one if count == 1 else more or one + 's'}"


def kind(incident: Incident) -> str:
    """Name what happened: Missile strike."""
    known = kinds().get(incident.kind)
    label = known.label if known else on_one_line(incident.kind).replace("-", " ")
    return label[:1].upper() + label[1:]


def proper_names(incidents: Iterable[Incident]) -> Names:
    """Find what a point is called: "the town" has its name elsewhere, and one spelling is enough.

    The name that most tellings use stands under the empty key, each other under its folded form.
    """
    told: dict[Point, Counter[str]] = {}
    for incident in incidents:
        for telling in incident.tellings:
            place = telling.event.place
            if place and place.lat is not None and place.lon is not None and _is_proper(place):
                name = on_one_line(place.name)
                told.setdefault((place.lat, place.lon), Counter())[name] += 1
    names: dict[tuple[Point, str], str] = {}
    for point, counted in told.items():
        for name in sorted(counted, key=lambda name: (-counted[name], len(name), name)):
            names.setdefault((point, ""), name)
            names.setdefault((point, fold(name)), name)
    return names


def where(place: Place | None, names: Names) -> str:
    """Name a place with its country, and the area where it is not one spot."""
    return wording.place(named(place, names)) if place else ""


def named(place: Place, names: Names) -> Place:
    """Give a place the spelling most use, and one called "the town" the name of its point."""
    key = fold(place.name) if _is_proper(place) else ""
    point = (place.lat, place.lon)
    known = names.get((point, key)) if point[0] is not None and point[1] is not None else None  # type: ignore[arg-type]
    if known:
        return replace(place, name=known)
    return place if key else replace(place, name=f"“{on_one_line(place.name)}”")


def parties(group: Sequence[Party]) -> str:
    """Name parties, each once; a private person is not named."""
    return ", ".join(shown_names(group))


def sentence(quote: Quote, text: str) -> str:
    """Give words as they are quoted; a word or two are told with the sentence they are in."""
    if quote.end - quote.start >= _SCANT:
        return quote.quote
    before = [found.end() for found in _STOP.finditer(text, 0, quote.start)]
    after = _STOP.search(text, quote.end)
    start, end = (before or [0])[-1], after.start() + 1 if after else len(text)
    return text[start:end].strip().strip('“”"') if end - start <= _QUOTE else quote.quote


def quoted(words: str) -> str:
    """Cut a long quote at a word; what is left out shows as an ellipsis."""
    line = on_one_line(words)
    if len(line) <= _QUOTE:
        return line
    return f"{line[:_QUOTE].rpartition(' ')[0]} …"


def _is_proper(place: Place) -> bool:
    """Tell a name from a noun by its capital; scripts without capitals have names alone."""
    return not place.name[:1].islower()
