"""When and where the deeds of a template were done."""

import re
from collections import Counter
from datetime import date, timedelta

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
    demonym_country,
)
from dateline.knowledge.gazetteer.lookup import open_gazetteer

_RECENT = timedelta(days=150)
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
    return _single_day(find_arguments(reading, deed.trigger).time) is not None


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
    """Give the first day that is told with a deed, else that it was by the day of publication."""
    published = reading.report.published
    for deed in deeds:
        time = own_time(reading, deed)
        day = _single_day(time)
        if time and day and not (day == published and _is_of_telling(reading, time, deed)):
            return {"from": day.isoformat(), "to": day.isoformat()}
    return {"from": None, "to": published.isoformat()} if published else None


def _single_day(time: TimeMention | None) -> date | None:
    return time.when.start if time and time.when.start == time.when.end else None


def _is_of_telling(reading: Reading, time: TimeMention, deed: Deed) -> bool:
    """Tell whether a day is when somebody spoke of a deed: "police today condemned the murder"."""
    parse, head = reading.parse, deed.trigger.head
    above = (t for t in parse.ancestors(time.head) if parse.tags[t].startswith("VB"))
    verb = next(above, None)
    if verb is None or parse.lemmas[verb] in load_deeds().says:
        return verb is not None
    over = head in (verb, *parse.ancestors(verb))
    happens = parse.lemmas[verb] in load_deeds().does | load_deeds().happens
    return parse.tags[head].startswith("NN") and not over and not happens


def place_of(reading: Reading, deeds: list[Deed], place: str | None) -> list[str]:
    """Give country and place, coarse to fine; ``place`` is where the dispatch was sent from."""
    home = _home(reading, deeds, place)
    for deed in deeds:
        one = own_place(reading, deed)
        if one is not None and not _is_of_person(reading, one):
            name, country = _full_name(reading, one), _country(reading, one, home)
            if name and not country_named(name):
                return [*([country.name] if country else []), name]
        said = _named_by_kind(reading, deed) or _sender(reading, deed, place)
        if said:
            return [*([home.name] if home else []), said]
    return [home.name] if home else []


def _named_by_kind(reading: Reading, deed: Deed) -> str | None:
    """Find a place that no list knows, named by what it is: "the X district", "the town of Y"."""
    parse, (first, end) = reading.parse, reading.sentence(deed.trigger.head)
    found = []
    for at in (i for i in range(first, end) if parse.lowers[i] in load_deeds().settled):
        start, stop = at, at + 2
        while start > first and _may_name_place(reading, start - 1):
            start -= 1
        if start < at:
            found.append((start, at))
        elif parse.lowers[at + 1 : at + 2] == ["of"]:
            while stop < end and _may_name_place(reading, stop):
                stop += 1
            found += [(at + 2, stop)] if stop > at + 2 else []
    near = min(found, key=lambda span: abs(span[0] - deed.trigger.head), default=None)
    return parse.words_of(*near) if near else None


def _may_name_place(reading: Reading, token: int) -> bool:
    word, lower = reading.parse.words[token], reading.parse.lowers[token]
    large = word[0].isupper() and word.isalpha() and demonym_country(lower) is None
    return large or lower in _ARTICLES | load_deeds().holy


def _sender(reading: Reading, deed: Deed, place: str | None) -> str | None:
    """Give the town that sent the dispatch where the sentence of a deed names it."""
    town = (place or "").split("(")[0].strip().title()
    said = reading.parse.words_of(*reading.sentence(deed.trigger.head)).lower()
    return town if town and not country_named(town) and town.lower() in said else None


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
    words, parse = found.place.name.split(), reading.parse
    before = parse.lowers[max(0, found.first - 1)]
    while words and words[0].islower() and words[0] not in _ARTICLES:
        words.pop(0)
    while words and words[-1].islower():
        words.pop()
    longer = " ".join([*words, *parse.words[found.end : found.end + 1]])
    if len(words) > 1 and open_gazetteer().candidates(longer):
        words = longer.split()
    holds = before in _ARTICLES or before in load_deeds().holy
    return " ".join([before, *words] if words and holds else words)


def _home(reading: Reading, deeds: list[Deed], place: str | None) -> Country | None:
    """Take the country of the town that sent the dispatch, or the one named with the deeds."""
    parts = [part.strip().title() for part in re.split(r"[()]", place or "") if part.strip()]
    codes = [capital_country(part) or country_named(part) for part in parts]
    sent = next((code for code in codes if code), None)
    if sent and (len(parts) == 1 or not capital_country(parts[0])):
        return country_of(sent)
    told = {reading.parse.sent_of[deed.trigger.head] for deed in deeds}
    countries = [one for one in reading.places if _is_country(one)]
    named = [(one.place.country, reading.parse.sent_of[one.head]) for one in countries]
    every = (one.place.country for one in reading.places)
    counts = Counter(code for code in every if code and code != sent)
    counts.update(code for code, at in named if at in told for _ in range(_HERE) if code)
    for code in load_deeds().abroad:
        counts.pop(code, None)
    best = max(counts, key=lambda code: counts[code], default=sent)
    return country_of(best) if best else None


def _is_country(found: PlaceMention) -> bool:
    return found.kind == "demonym" or bool(country_named(found.place.name))
