"""An event as it is compared: small, so that a million of them fit."""

from collections import Counter
from datetime import date

import msgspec

from dateline.knowledge.likeness import likeness_words
from dateline.reconcile.identity import own_ids
from dateline.reconcile.words import content, names, number
from dateline.records import Event, Figure, Party, Record

_VAGUE = frozenset(("week", "month", "year", "unknown"))
_LONG = 8  # words; a shorter quote may be shared by chance


class Sketch(msgspec.Struct, frozen=True, array_like=True, kw_only=True):
    """What the features look at. Days are proleptic ordinals, degrees WGS 84.

    ``home`` are the countries that an unplaced event may be in.
    """

    ref: str
    report: str
    own_id: str
    type: str
    kind: str
    factuality: str
    background: bool
    told: int | None  # the day of publication
    start: int | None
    end: int | None
    exact: bool  # told to the day
    place: str | None
    lat: float | None
    lon: float | None
    precision: str | None
    home: tuple[str, ...]
    actors: tuple[tuple[str | None, str, tuple[str, ...]], ...]  # country, role, words
    targets: tuple[str, ...]
    things: tuple[str, ...]
    weapon: str | None
    figures: tuple[tuple[str, float | None, float | None], ...]
    words: tuple[str, ...]
    quotes: tuple[int, ...]
    whole: bool  # others of its report are part of it
    part: bool


def sketches(record: Record) -> list[Sketch]:
    """Sketch every event of a report."""
    wholes = {event.part_of for event in record.events}
    home = _home(record)
    ids = own_ids(record)
    told = _day(record.report.published)
    return [
        _sketch(
            event,
            ref=f"{record.report.id}/{event.id}",
            report=record.report.id,
            own_id=ids[event.id],
            told=told,
            home=(event.place.country,) if event.place and event.place.country else home,
            figures=_figures(record, event),
            whole=event.id in wholes,
        )
        for event in record.events
    ]


def _sketch(event: Event, *, figures: tuple[Figure, ...], **known: object) -> Sketch:
    place, when = event.place, event.date
    quotes = [quote.quote for quote in event.evidence]
    targets = sorted({word for party in event.targets for word in content(party.name)})
    return Sketch(
        **known,  # type: ignore[arg-type]
        type=event.type,
        kind=event.kind,
        factuality=event.factuality,
        background=event.background,
        start=_day(when.start),
        end=_day(when.end or when.start),
        exact=when.precision not in _VAGUE,
        place=place.name if place else None,
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        precision=place.precision if place else None,
        actors=tuple(_party(party) for party in event.actors),
        targets=tuple(targets),
        things=_things(" ".join([*(p.name for p in event.targets), *quotes[:1]])),
        weapon=event.weapon,
        figures=tuple((f.measure, f.low, f.high) for f in figures),
        words=tuple(sorted(set().union(*(content(quote) for quote in quotes), frozenset()))),
        quotes=tuple(number(quote) for quote in quotes if len(quote.split()) >= _LONG),
        part=event.part_of is not None,
    )


def _party(party: Party) -> tuple[str | None, str, tuple[str, ...]]:
    return party.country, party.role, tuple(sorted(names(party.name)))


def _things(text: str) -> tuple[str, ...]:
    """Name the things that are spoken of, whatever the words."""
    found = content(text)
    table = likeness_words().things.items()
    return tuple(sorted(thing for thing, words in table if found & content(" ".join(words))))


def _figures(record: Record, event: Event) -> tuple[Figure, ...]:
    of_event = (f for f in record.figures if f.event == event.id and f.scope == "event")
    return tuple(f for f in of_event if f.of is None and not f.withdrawn)


def _home(record: Record) -> tuple[str, ...]:
    """Find the countries a report is mostly about: those of its places, else of its parties."""
    places = Counter(e.place.country for e in record.events if e.place and e.place.country)
    parties = [party for event in record.events for party in (*event.actors, *event.targets)]
    counted = places or Counter(party.country for party in parties if party.country)
    most = max(counted.values(), default=0)
    return tuple(sorted(country for country, times in counted.items() if times == most))


def _day(day: date | None) -> int | None:
    return day.toordinal() if day else None


_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Sketch)


def encode_sketch(sketch: Sketch) -> bytes:
    """Write a sketch for the store."""
    return _ENCODER.encode(sketch)


def decode_sketch(raw: bytes) -> Sketch:
    """Read a sketch from the store."""
    return _DECODER.decode(raw)
