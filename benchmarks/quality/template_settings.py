"""When and where the deeds of a template were done."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import timedelta

from benchmarks.quality.corpus import Row
from benchmarks.quality.deeds import Deed
from dateline.extract.arguments import find_arguments
from dateline.extract.reading import Reading
from dateline.knowledge.gazetteer.countries import (
    Country,
    capital_country,
    country_named,
    country_of,
)

_RECENT = timedelta(days=150)
_ARTICLES = frozenset({"el", "la", "los", "las"})


def is_old(reading: Reading, deed: Deed) -> bool:
    """Tell whether the deed lies months back."""
    published = reading.report.published
    time = find_arguments(reading, deed.trigger).time
    if published is None or time is None or time.when.end is None:
        return False
    return published - time.when.end > _RECENT


def day_of(reading: Reading, deeds: Iterable[Deed]) -> Row | None:
    """Give the first date that is told, else that it was by the day of publication."""
    for deed in deeds:
        time = find_arguments(reading, deed.trigger).time
        if time and time.when.start and time.when.end:
            return {"from": time.when.start.isoformat(), "to": time.when.end.isoformat()}
    published = reading.report.published
    return {"from": None, "to": published.isoformat()} if published else None


def place_of(reading: Reading, deeds: Iterable[Deed], place: str | None) -> list[str]:
    """Give country and place, coarse to fine; ``place`` is where the dispatch was sent from."""
    home, coarse = _home(reading, place), list[str]()
    for deed in deeds:
        found = find_arguments(reading, deed.trigger).place
        if found is None:
            continue
        told = country_of(found.place.country or "")
        country = told if told and (told is home or _mentions(reading, told)) else home
        names = [country.name] if country else []
        name = _plain_name(found.place.name)
        if name and not country_named(name):
            return [*names, name]
        coarse = coarse or names
    return coarse or ([home.name] if home else [])


def _plain_name(name: str) -> str:
    """Leave out what stands beside a name: "downtown X", "X municipality"."""
    words = name.split()
    while words and words[0].islower() and words[0] not in _ARTICLES:
        words.pop(0)
    while words and words[-1].islower():
        words.pop()
    return " ".join(words)


def _mentions(reading: Reading, country: Country) -> bool:
    lower = reading.report.text.lower()
    return any(form.lower() in lower for form in (country.name, *country.demonyms))


def _home(reading: Reading, place: str | None) -> Country | None:
    """Take the country that the dispatch was sent from, else the one it names most."""
    for part in re.split(r"[()]", place or ""):
        name = part.strip().title()
        code = capital_country(name) or country_named(name)
        if code:
            return country_of(code)
    counts = Counter(p.place.country for p in reading.places if p.place.country)
    return country_of(counts.most_common(1)[0][0]) if counts else None
