"""What words that an analyst selected may mean for a field: readings to choose from."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dateline.errors import SettingError
from dateline.extract.selecting import FigureMeaning
from dateline.knowledge.gazetteer.lookup import open_gazetteer
from dateline.knowledge.ontology import kinds
from dateline.pipeline import meanings
from dateline.publish import days
from dateline.publish.figures import number
from dateline.reconcile.fields import FACTUALITIES
from dateline.records import Party, Place, Quote, Record, When

_MOST = 8  # readings
FIELDS = ("kind", "factuality", "weapon", "place", "date", "actors", "targets", "figure")


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """One reading: in words, and as the value of the field."""

    words: str
    value: Any


def suggestions(record: Record, field: str, quote: Quote) -> tuple[Suggestion, ...]:
    """Give what the selected words may mean, the likeliest first; none where nothing is known."""
    if field not in FIELDS:
        message = f"Unknown field {field!r}; known are: {', '.join(FIELDS)}"
        raise SettingError(message, field=field)
    found = {one.words: one for one in _readings(record, field, quote)}
    return tuple(found.values())[:_MOST]


def _readings(record: Record, field: str, quote: Quote) -> Iterator[Suggestion]:
    if field == "kind":
        yield from (Suggestion(words=kind.label, value=name) for name, kind in kinds().items())
    elif field == "factuality":
        yield from (Suggestion(words=name, value=name) for name in FACTUALITIES)
    else:
        wanted = "party" if field in ("actors", "targets") else field
        values = [m.value for m in meanings(record.report, quote) if m.field == wanted]
        if wanted == "party":
            values = [[value] for value in (*values, *_named(record, quote))]
        yield from (Suggestion(words=in_words(value), value=value) for value in values)
        if field == "place":
            yield from _places(record, quote.quote)


def _places(record: Record, name: str) -> Iterator[Suggestion]:
    """Look the words up, those of the report's countries first."""
    home = {event.place.country for event in record.events if event.place}
    found = open_gazetteer().candidates(name)
    for entry in sorted(found, key=lambda entry: entry.country not in home):
        value = Place(
            name=name,
            country=entry.country,
            lat=entry.lat,
            lon=entry.lon,
            precision=entry.precision,
        )
        yield Suggestion(words=in_words(value), value=value)


def _named(record: Record, quote: Quote) -> Iterator[Party]:
    """Take the words as a party's name, with what the report says of it elsewhere."""
    known = [p for event in record.events for p in (*event.actors, *event.targets)]
    yield from (party for party in known if party.name.casefold() == quote.quote.casefold())
    yield Party(name=quote.quote)


def in_words(value: Any) -> str:
    """Say what a value means."""
    if isinstance(value, list):
        return ", ".join(map(in_words, value))
    if isinstance(value, Place):
        point = "" if value.lat is None else f" ({value.lat:.2f}, {value.lon:.2f})"
        return f"{value.name}, {value.country or 'no country'}, {value.precision}{point}"
    if isinstance(value, When):
        return days.in_words(value)
    if isinstance(value, Party):
        return f"{value.name} ({value.country or '—'} {value.role})"
    if isinstance(value, FigureMeaning):
        return f"{_bounds(value)} {value.measure}"
    return str(value)


def _bounds(value: FigureMeaning) -> str:
    if value.low is None:
        return f"up to {number(value.high or 0)}"
    if value.high is None:
        return f"at least {number(value.low)}"
    about = "about " if value.qualifier == "about" else ""
    if value.low == value.high:
        return f"{about}{number(value.low)}"
    return f"{about}{number(value.low)} to {number(value.high)}"
