"""When and where the deeds of a template were done."""

import re
from collections import Counter
from datetime import timedelta

from benchmarks.quality.corpus import Row
from benchmarks.quality.deed_words import load_deeds
from benchmarks.quality.deeds import Deed
from dateline.extract.arguments import find_arguments
from dateline.extract.mentions import PlaceMention, TimeMention
from dateline.extract.reading import Reading
from dateline.knowledge.gazetteer.countries import (
    Country,
    capital_country,
    country_named,
    country_of,
)

_RECENT = timedelta(days=150)
_SPAN = timedelta(days=62)  # the longest that still says when
_ARTICLES = frozenset({"el", "la", "los", "las"})
_HERE = 3  # what a country counts for where it is named in the sentence of a deed


def is_old(reading: Reading, deed: Deed) -> bool:
    """Tell whether the deed lies months back."""
    published = reading.report.published
    time = find_arguments(reading, deed.trigger).time
    if published is None or time is None or time.when.end is None:
        return False
    return published - time.when.end > _RECENT


def is_told_of_day(reading: Reading, deed: Deed) -> bool:
    """Tell whether the text says on which day the deed was done."""
    time = find_arguments(reading, deed.trigger).time
    return bool(time and time.when.start and time.when.start == time.when.end)


def own_time(reading: Reading, deed: Deed) -> TimeMention | None:
    """Find the time that the sentence of a deed tells of it."""
    time = find_arguments(reading, deed.trigger).time
    first, end = reading.sentence(deed.trigger.head)
    return time if time and first <= time.head < end else None


def own_place(reading: Reading, deed: Deed) -> PlaceMention | None:
    """Find the place that the sentence of a deed tells of it."""
    place = find_arguments(reading, deed.trigger).place
    first, end = reading.sentence(deed.trigger.head)
    return place if place and first <= place.head < end else None


def day_of(reading: Reading, deeds: list[Deed]) -> Row | None:
    """Give the first date that is told with a deed, else that it was by the day of publication."""
    published = reading.report.published
    for time in (own_time(reading, deed) for deed in deeds):
        start, end = (time.when.start, time.when.end) if time else (None, None)
        if time and end == published and _is_of_telling(reading, time):
            continue
        if start and end and end - start <= _SPAN:
            return {"from": start.isoformat(), "to": end.isoformat()}
    return {"from": None, "to": published.isoformat()} if published else None


def _is_of_telling(reading: Reading, time: TimeMention) -> bool:
    """Tell whether a day is when somebody spoke: "police reported today that ..."."""
    parse = reading.parse
    above = (t for t in parse.ancestors(time.head) if parse.tags[t].startswith("VB"))
    verb = next(above, None)
    return verb is not None and parse.lemmas[verb] in load_deeds().says


def place_of(reading: Reading, deeds: list[Deed], place: str | None) -> list[str]:
    """Give country and place, coarse to fine; ``place`` is where the dispatch was sent from."""
    home = _home(reading, deeds, place)
    own = (own_place(reading, deed) for deed in deeds)
    for one in own:
        if one is None or _is_of_person(reading, one):
            continue
        name, country = _full_name(reading, one), _country(reading, one, home)
        if name and not country_named(name):
            return [*([country.name] if country else []), name]
    return [home.name] if home else []


def _is_of_person(reading: Reading, found: PlaceMention) -> bool:
    """Tell whether a place is only a part of somebody's name."""
    return any(
        one.label == "PERSON" and one.first <= found.head < one.end and one.end - one.first > 1
        for one in reading.parse.entities
    )


def _country(reading: Reading, found: PlaceMention, home: Country | None) -> Country | None:
    """Take a country other than the one told of only where its sentence names it."""
    capital = country_of(capital_country(found.place.name) or "")
    if capital:
        return capital
    told = country_of(found.place.country or "")
    first, end = reading.sentence(found.head)
    there = reading.parse.words_of(first, end).lower()
    named = told and any(form.lower() in there for form in (told.name, *told.demonyms))
    return told if named else home


def _full_name(reading: Reading, found: PlaceMention) -> str:
    """Give a name with its article, and without what stands beside it: "downtown X"."""
    words, before = found.place.name.split(), reading.parse.lowers[max(0, found.first - 1)]
    while words and words[0].islower() and words[0] not in _ARTICLES:
        words.pop(0)
    while words and words[-1].islower():
        words.pop()
    return " ".join([before, *words] if words and before in _ARTICLES else words)


def _home(reading: Reading, deeds: list[Deed], place: str | None) -> Country | None:
    """Take the country of the town that sent the dispatch, or the one named with the deeds."""
    parts = [part.strip().title() for part in re.split(r"[()]", place or "") if part.strip()]
    codes = [capital_country(part) or country_named(part) for part in parts]
    sent = next((code for code in codes if code), None)
    if sent and len(parts) == 1:
        return country_of(sent)
    told = {reading.parse.sent_of[deed.trigger.head] for deed in deeds}
    countries = [one for one in reading.places if _is_country(one)]
    named = [(one.place.country, reading.parse.sent_of[one.head]) for one in countries]
    every = (one.place.country for one in reading.places)
    counts = Counter(code for code in every if code and code != sent)
    counts.update(code for code, at in named if at in told for _ in range(_HERE) if code)
    best = max(counts, key=lambda code: counts[code], default=sent)
    return country_of(best) if best else None


def _is_country(found: PlaceMention) -> bool:
    return found.kind == "demonym" or bool(country_named(found.place.name))
