"""Tellings made by hand: an event of a report, with as much of it as a test is about."""

from dataclasses import replace
from datetime import date

from dateline.reconcile.feature import Likeness
from dateline.reconcile.sketch import Sketch, sketches
from dateline.records import (
    Anchor,
    Claim,
    Event,
    Figure,
    Judgement,
    Lineage,
    Party,
    Place,
    Quote,
    Record,
    Report,
    Telling,
    When,
)

KRAMATORSK = Place(name="Kramatorsk", country="UKR", lat=48.74, lon=37.58, precision="settlement")


def make_when(day: str | None, end: str | None = None, precision: str = "day") -> When:
    """Give days, written as 2024-07-03."""
    if day is None:
        return When()
    start = date.fromisoformat(day)
    return When(start=start, end=date.fromisoformat(end) if end else start, precision=precision)


def make_event(name: str = "e1", **fields: object) -> Event:
    """Make an event; a shelling of Kramatorsk on 3 July 2024 unless told otherwise."""
    known: dict[str, object] = {
        "type": "ASSAULT",
        "kind": "shelling",
        "acled": "Shelling/artillery/missile attack",
        "cameo": "19",
        "place": KRAMATORSK,
        "date": make_when("2024-07-03"),
        "evidence": (Quote(start=0, end=22, quote="Shells hit Kramatorsk"),),
    }
    return Event(id=name, **known | fields)  # type: ignore[arg-type]


def make_report(name: str = "r1", **fields: object) -> Report:
    """Make a report of 4 July 2024."""
    known: dict[str, object] = {"text": f"Text of {name}.", "published": date(2024, 7, 4)}
    return Report(id=name, **known | fields)  # type: ignore[arg-type]


def make_figure(low: float | None, high: float | None = None, **fields: object) -> Figure:
    """Make a figure of killed people; one number alone is exact."""
    known: dict[str, object] = {
        "id": "f1",
        "measure": "killed",
        "low": low,
        "high": low if high is None else high,
        "qualifier": "exact",
        "quote": f"{low} dead",
        "start": 0,
        "end": 6,
        "event": "e1",
    }
    return Figure(**known | fields)  # type: ignore[arg-type]


def make_least(number: float, **fields: object) -> Figure:
    """Make a figure of "at least" so many."""
    return replace(make_figure(number, qualifier="at-least", **fields), high=None)


def make_claim(speaker: str, stance: str, **fields: object) -> Claim:
    """Make a claim about e1."""
    known: dict[str, object] = {
        "id": "c1",
        "cue": "said",
        "medium": None,
        "quote": "It was so",
        "start": 0,
        "end": 9,
        "direct": False,
        "events": ("e1",),
    }
    return Claim(speaker=speaker, stance=stance, **known | fields)  # type: ignore[arg-type]


def make_telling(
    report: str = "r1",
    *,
    event: dict[str, object] | None = None,
    figures: tuple[Figure, ...] = (),
    claims: tuple[Claim, ...] = (),
    **fields: object,
) -> Telling:
    """Make a telling; ``event`` and the other fields change the event and the report."""
    return Telling(
        report=make_report(report, **fields),
        event=make_event(**event or {}),  # type: ignore[arg-type]
        figures=figures,
        claims=claims,
    )


def make_party(name: str, country: str | None = None, role: str = "MIL") -> Party:
    """Make a party that bears arms unless told otherwise."""
    return Party(name=name, country=country, role=role)


def make_judgement(number: int, verdict: str, *held: Anchor, **fields: object) -> Judgement:
    """Make a judgement on one event or two."""
    known: dict[str, object] = {"reason": "Seen on film", "author": "ana", "at": "2024-07-09"}
    left, right = (*held, None, None)[:2]
    return Judgement(
        number=number,
        verdict=verdict,
        left=left,
        right=right,
        **known | fields,  # type: ignore[arg-type]
    )


def apart(*reports: str) -> tuple[Lineage, ...]:
    """Give each report an origin of its own, by its own name."""
    return tuple(Lineage(origin=report, reports=(report,)) for report in reports)


def sketch_of(telling: Telling) -> Sketch:
    """Sketch the event of a telling."""
    record = Record(
        report=telling.report,
        events=(telling.event,),
        figures=telling.figures,
        claims=telling.claims,
    )
    return sketches(record)[0]


def sketch_pair(
    one: dict[str, object], other: dict[str, object], **fields: object
) -> tuple[Sketch, Sketch]:
    """Sketch an event of r1 and one of r2; the fields hold for both."""
    return (
        sketch_of(make_telling("r1", event=fields | one)),
        sketch_of(make_telling("r2", event=fields | other)),
    )


def side(found: Likeness | None) -> str:
    """Tell whether a feature speaks for two events being one, against it, or says nothing."""
    if found is None or not found.points:
        return "nothing"
    return "for" if found.points > 0 else "against"
