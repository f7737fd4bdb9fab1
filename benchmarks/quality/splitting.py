"""Several incidents of one type in a report: told of other days or places, with other victims."""

from dataclasses import dataclass, field
from datetime import date

from benchmarks.quality.deeds import Deed
from benchmarks.quality.phrases import Phrases
from benchmarks.quality.worth import is_general
from dateline.extract.arguments import find_arguments
from dateline.extract.reading import Reading
from dateline.knowledge.gazetteer.countries import country_named


@dataclass(slots=True)
class Incident:
    """Deeds that are told as one, with the day and the place they are told of."""

    deeds: list[Deed] = field(default_factory=list)
    day: date | None = None
    place: str | None = None
    hit: set[str] = field(default_factory=set)


def split(reading: Reading, phrases: Phrases, deeds: list[Deed]) -> list[list[Deed]]:
    """Part the deeds of one type where days or places differ and nobody is in both."""
    found: list[Incident] = []
    for deed in deeds:
        told = _told(reading, phrases, deed)
        same = next((one for one in found if one.hit & told.hit), None)
        fitting = [one for one in found if not _differ(one, told)]
        apart = not same and not fitting and bool(told.hit) and not is_general(phrases, deed)
        if apart or not found:
            found.append(told)
        else:
            _join(same or (fitting or found)[-1], told)
    return [one.deeds for one in found]


def _differ(one: Incident, other: Incident) -> bool:
    days = one.day and other.day and one.day != other.day
    places = one.place and other.place and one.place != other.place
    return bool(days or places)


def _join(one: Incident, other: Incident) -> None:
    one.deeds += other.deeds
    one.day = one.day or other.day
    one.place = one.place or other.place
    one.hit |= other.hit


def _told(reading: Reading, phrases: Phrases, deed: Deed) -> Incident:
    """Take the day and the place only where the sentence of the deed tells them."""
    found = find_arguments(reading, deed.trigger)
    first, end = reading.sentence(deed.trigger.head)
    day = place = None
    if found.time and first <= found.time.head < end:
        when = found.time.when
        day = when.start if when.start == when.end else None
    if found.place and first <= found.place.head < end:
        name = found.place.place.name
        place = None if country_named(name) else name
    names = (phrases.name(t) or phrases.parse.lemmas[t] for t in (*deed.people, *deed.things))
    return Incident([deed], day, place, {name.lower() for name in names})
