"""Coded reports made by hand: who tells what of which place and day."""

import io
from datetime import date

from dateline.keeping.changing import keep
from dateline.keeping.showing import incidents
from dateline.publish import INCIDENT_EXPORTS
from dateline.records import Event, Figure, Place, Query, Quote, Record, Report, When

PLACES = {
    "Sloviansk": (48.85, 37.61),
    "Kherson": (46.64, 32.61),
    "Pokrovsk": (48.28, 37.18),
}


def make_record(
    name: str, *places: str, day: int = 3, dead: int | None = None, **fields: object
) -> Record:
    """Make a report with an event for each place, and a toll of the first one."""
    words = [f"Shells hit {place} on the {day}rd" for place in places]
    own = " ".join(f"{name}{n}" for n in range(60))  # or it would be a copy of the others
    text = f"{name} reports. {'. '.join(words)}. They killed {dead}. {own}"
    told_of = enumerate(zip(places, words, strict=True), start=1)
    events = [_event(n, place, day, text, said) for n, (place, said) in told_of]
    told: dict[str, object] = {
        "published": date(2024, 7, day + 1),
        "publisher": f"{name}ville Herald",
    }
    report = Report(id=name, text=text, **told | fields)  # type: ignore[arg-type]
    figures = (_figure(dead, text),) if dead is not None else ()
    return Record(report=report, events=tuple(events), figures=figures)


def _event(number: int, place: str, day: int, text: str, said: str) -> Event:
    lat, lon = PLACES[place]
    when = date(2024, 7, day)
    start = text.index(said)
    return Event(
        id=f"e{number}",
        type="ASSAULT",
        kind="shelling",
        acled="Shelling/artillery/missile attack",
        cameo="19",
        place=Place(name=place, country="UKR", lat=lat, lon=lon),
        date=When(start=when, end=when, precision="day"),
        evidence=(Quote.at(text, start, start + len(said)),),
    )


def _figure(dead: int, text: str) -> Figure:
    words = f"killed {dead}"
    start = text.index(words)
    return Figure(
        id="f1",
        measure="killed",
        low=dead,
        high=dead,
        qualifier="exact",
        quote=words,
        start=start,
        end=start + len(words),
        event="e1",
    )


def add(store, *records, program="1") -> None:
    """Add reports one by one, each in a transaction of its own."""
    for record in records:
        with store.writing() as write:
            keep(write, [record], program=program)


def exported(store) -> str:
    """Write all that the record says of its incidents."""
    out = io.StringIO()
    INCIDENT_EXPORTS["jsonl"].write(incidents(store, Query(limit=None)), out)
    return out.getvalue()


def id_of(store, ref: str) -> str:
    """Give the id of the incident that an event is in."""
    found = store.incident_of(ref)
    assert found
    return found
