"""Incidents merged from reports made by hand, with one of everything an export has to write."""

from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO

from dateline.publish import INCIDENT_EXPORTS
from dateline.reconcile.merging import merge
from dateline.reconcile.sketch import sketches
from dateline.records import (
    Claim,
    Event,
    Figure,
    Incident,
    Party,
    Place,
    Quote,
    Record,
    Report,
    Telling,
    When,
)

PRIVATE = "Salma Aref"
FIRST = (
    "Shells kill Salma Aref in Kramatorsk\n\n"
    "Russian shells hit a market in Kramatorsk on Wednesday, killing at least four people, among "
    "them Salma Aref, a teacher. Mayor Oleh Hryn said that Ms Aref had been buying bread."
)
SECOND = (
    "Shells hit Kramatorsk's market on Wednesday, killing five people and injuring 12, AP said."
)
KRAMATORSK = Place(name="Kramatorsk", country="UKR", lat=48.72305, lon=37.55629)
RUSSIA = Party(name="Russian army", country="RUS", role="MIL")
MARKET = Party(name="market", country="UKR", role="CVL")
VICTIM = Party(name=PRIVATE, country="UKR", role="CVL")
CODES = {
    "type": "ASSAULT",
    "kind": "shelling",
    "acled": "Shelling/artillery/missile attack",
    "cameo": "19",
}
WEDNESDAY = When(start=date(2024, 7, 3), end=date(2024, 7, 3), precision="day")


def at(text: str, quote: str) -> dict[str, object]:
    """Give the words of a text with their place."""
    start = text.index(quote)
    return {"quote": quote, "start": start, "end": start + len(quote)}


def figure(text: str, quote: str, low: float, high: float | None, **fields: object) -> Figure:
    """Make a figure of killed people."""
    known = {"id": "f1", "measure": "killed", "qualifier": "exact", "event": "e1"}
    return Figure(low=low, high=high, **known | at(text, quote) | fields)


def event(text: str, quote: str, **fields: object) -> Event:
    """Make a shelling of a market in Kramatorsk."""
    known = {
        "id": "e1",
        "actors": (RUSSIA,),
        "targets": (MARKET,),
        "weapon": "artillery",
        "place": KRAMATORSK,
        "date": WEDNESDAY,
        "evidence": (Quote(**at(text, quote)),),
    }
    return Event(**CODES | known | fields)


def merged(*tellings: Telling) -> Incident:
    """Make an incident of tellings, by the real rules."""
    drawn = [
        sketch
        for t in tellings
        for sketch in sketches(
            Record(report=t.report, events=(t.event,), figures=t.figures, claims=t.claims)
        )
    ]
    return merge(tellings, drawn)


def shelling() -> Incident:
    """Merge two reports of one shelling; one of them names a woman who was killed."""
    first = Telling(
        report=Report(
            id="r1",
            text=FIRST,
            title=FIRST.split("\n", maxsplit=1)[0],
            publisher="Donbas Courier",
            published=date(2024, 7, 4),
            language="en",
            url="https://courier.example/1",
        ),
        event=event(
            FIRST,
            "shells hit a market in Kramatorsk",
            targets=(MARKET, VICTIM),
            attribution=("Oleh Hryn",),
        ),
        figures=(figure(FIRST, "at least four people, among them Salma Aref", 4, None),),
        claims=(
            Claim(
                id="c1",
                speaker="Oleh Hryn",
                cue="said",
                medium=None,
                stance="asserts",
                direct=False,
                events=("e1",),
                **at(FIRST, "Ms Aref had been buying bread"),
            ),
        ),
    )
    second = Telling(
        report=Report(id="r2", text=SECOND, publisher="Wire", published=date(2024, 7, 5)),
        event=event(SECOND, "Shells hit Kramatorsk's market"),
        figures=(
            figure(SECOND, "five people", 5, 5),
            figure(SECOND, "12", 12, 12, id="f2", measure="injured"),
        ),
    )
    return merged(first, second)


def coded(kind: str, **fields: object) -> Incident:
    """Make the shelling, then give the incident another kind and other fields."""
    return replace(shelling(), kind=kind, **fields)


def incidents() -> tuple[Incident, ...]:
    """Give incidents of many sorts: dated and not, placed and not, that took place and not."""
    names = {"title": f"Armed attack by {PRIVATE}", "place": None, "actors": (VICTIM,)}
    return (
        shelling(),
        coded("armed-attack", id="i2", **names),
        coded("talks", id="i3", type="CONSULT", date=When(), place=None),
        coded("shelling", id="i4", factuality="denied"),
        coded("shelling", id="i5", parts=("i6", "i7")),
        coded("shelling", id="i6", part_of=("i5",)),
    )


def written(name: str, *given: Incident) -> str:
    """Write incidents in a format of text."""
    stream = StringIO(newline="")
    INCIDENT_EXPORTS[name].write(iter(given), stream)
    return stream.getvalue()


def written_bytes(name: str, *given: Incident) -> bytes:
    """Write incidents in any format."""
    stream = BytesIO()
    if not INCIDENT_EXPORTS[name].binary:
        return written(name, *given).encode()
    INCIDENT_EXPORTS[name].write(iter(given), stream)
    return stream.getvalue()
