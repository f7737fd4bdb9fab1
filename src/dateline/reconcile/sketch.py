"""An event as it is compared: small, so that a million of them fit."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

import msgspec

from dateline.knowledge.likeness import likeness_words
from dateline.reconcile.identity import own_ids
from dateline.reconcile.words import content, names, number, plain
from dateline.records import Event, Figure, Party, Record

_VAGUE = frozenset(("week", "month", "year", "unknown"))
_LENT = frozenset(("unknown", "spelling"))  # rules of the finder of places
_MAIN = 2  # a country named half as often as the first one is a main one, too
_ROW, _KEPT = 5, 2  # words in a row; rows kept of a quote
_LONG = 8  # words; a shorter quote may be shared by chance


class Sketch(msgspec.Struct, frozen=True, array_like=True, kw_only=True, gc=False):
    """What the features look at. Days are proleptic ordinals, degrees WGS 84.

    It holds no cycles, so the collector of garbage need not go through millions of them.

    ``home`` are the countries that an unplaced event may be in, ``lent`` tells that the point is
    that of another place close by, as the gazetteer does not have the one that is named.
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
    lent: bool
    home: tuple[str, ...]
    actors: tuple[tuple[str | None, str, tuple[str, ...]], ...]  # country, role, words
    victims: tuple[str, ...]  # countries
    targets: tuple[str, ...]
    things: tuple[str, ...]
    weapon: str | None
    figures: tuple[tuple[str, float | None, float | None], ...]
    words: tuple[str, ...]
    quotes: tuple[int, ...]
    runs: tuple[int, ...]  # hashes of words in a row, by which copied sentences are found
    whole: bool  # others of its report are part of it
    part: bool


def sketches(record: Record, *, ids: Mapping[str, str] | None = None) -> list[Sketch]:
    """Sketch every event of a report; ``ids`` are those of the events before any correction."""
    wholes = {event.part_of for event in record.events}
    home = _home(record)
    ids = ids or own_ids(record)
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
        lent=any(basis.field == "place" and basis.rule in _LENT for basis in event.basis),
        actors=tuple(_party(party) for party in event.actors),
        victims=tuple(sorted({p.country for p in event.targets if p.country})),
        targets=tuple(targets),
        things=_things(" ".join([*(p.name for p in event.targets), *quotes[:1]])),
        weapon=event.weapon,
        figures=tuple((f.measure, f.low, f.high) for f in figures),
        words=tuple(sorted(set().union(*(content(quote) for quote in quotes), frozenset()))),
        quotes=tuple(number(quote) for quote in quotes if len(quote.split()) >= _LONG),
        runs=tuple(sorted({run for quote in quotes for run in _runs(quote)})),
        part=event.part_of is not None,
    )


def _runs(quote: str) -> list[int]:
    """Give the least hashes of all words in a row: an edited copy shares one of them."""
    words = plain(quote)
    rows = {number(*words[n : n + _ROW]) for n in range(len(words) - _ROW + 1)}
    return sorted(rows)[:_KEPT]


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
    """Find the countries a report is about: by its places and its parties, the main ones."""
    counted = Counter(e.place.country for e in record.events if e.place and e.place.country)
    for event in record.events:
        counted.update({p.country for p in (*event.actors, *event.targets) if p.country})
    most = max(counted.values(), default=0)
    return tuple(sorted(country for country, times in counted.items() if times * _MAIN >= most))


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
