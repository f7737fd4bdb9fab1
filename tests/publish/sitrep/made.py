"""Incidents made by hand, with as much of each as a test is about."""

from datetime import date

from dateline.publish.sitrep.contents import Material, Scope, Sitrep
from dateline.publish.sitrep.drafting import draft
from dateline.records import (
    Claim,
    Event,
    Figure,
    Grade,
    Incident,
    Lineage,
    Party,
    Place,
    Quote,
    Report,
    Telling,
    Toll,
    Value,
    When,
)

TEXT = "Shells fell on the market of Taiz on Monday morning, killing four people."
TAIZ = Place(name="Taiz", country="YEM", lat=13.58, lon=44.02, precision="settlement")
MONDAY = When(start=date(2018, 6, 4), end=date(2018, 6, 4), precision="day")


def make_report(name: str = "r1", **fields: object) -> Report:
    """Make a report of 5 June 2018."""
    known: dict[str, object] = {
        "text": TEXT,
        "title": f"Title of {name}",
        "publisher": f"Courier {name}",
        "published": date(2018, 6, 5),
    }
    return Report(id=name, **known | fields)  # type: ignore[arg-type]


def make_telling(report: Report, **fields: object) -> Telling:
    """Make a report's telling of a shelling of Taiz."""
    known: dict[str, object] = {
        "type": "ASSAULT",
        "kind": "shelling",
        "acled": "Shelling/artillery/missile attack",
        "cameo": "19",
        "place": TAIZ,
        "date": MONDAY,
        "actors": (Party(name="Houthi movement", country="YEM", role="REB"),),
        "targets": (Party(name="market", country="YEM", role="CVL"),),
        "weapon": "artillery",
        "evidence": (Quote(start=0, end=len(TEXT), quote=TEXT),),
    }
    more = {name: fields.pop(name) for name in ("figures", "claims") if name in fields}
    event = Event(id="e1", **known | fields)  # type: ignore[arg-type]
    return Telling(report=report, event=event, **more)  # type: ignore[arg-type]


def make_incident(name: str = "i1", *tellings: Telling, **fields: object) -> Incident:
    """Make an incident of tellings, each of an origin of its own unless told otherwise."""
    told = tellings or (make_telling(make_report(f"{name}-r")),)
    event = told[0].event
    known: dict[str, object] = {
        "title": "Shelling, Taiz",
        "type": event.type,
        "kind": event.kind,
        "acled": event.acled,
        "cameo": event.cameo,
        "factuality": event.factuality,
        "place": event.place,
        "date": event.date,
        "actors": event.actors,
        "targets": event.targets,
        "weapon": event.weapon,
        "tellings": told,
        "lineages": tuple(
            Lineage(origin=t.report.publisher or t.report.id, reports=(t.report.id,)) for t in told
        ),
        "grade": Grade(grade="weak", reason="one origin alone tells it", computed="weak"),
    }
    return Incident(id=name, **known | fields)  # type: ignore[arg-type]


def make_toll(low: float, high: float | None, best: float | None = None, **fields: object) -> Toll:
    """Make a toll of killed people without its values."""
    known: dict[str, object] = {"measure": "killed", "votes": 1, "values": ()}
    return Toll(low=low, high=high, best=low if best is None else best, **known | fields)  # type: ignore[arg-type]


def counted(report: Report, number: float, by: str | None = None) -> tuple[Telling, Value]:
    """Make a telling with a count of killed people, and its place in the ledger."""
    figure = Figure(
        id="f1", measure="killed", low=number, high=number, qualifier="exact",
        quote="killing", start=0, end=7, event="e1", by=by,
    )  # fmt: skip
    value = Value(
        figure=f"{report.id}/f1", event=f"{report.id}/e1", report=report.id,
        published=report.published, by=by, low=number, high=number, qualifier="exact",
        population="people", origin=report.publisher or report.id, standing=True,
        quote="killing", start=0, end=7,
    )  # fmt: skip
    return make_telling(report, figures=(figure,)), value


def rivals() -> Incident:
    """Make an incident of which two origins give different numbers of killed."""
    first, four = counted(make_report("r1", publisher="Red Sea Wire"), 4, by="medics")
    second, nine = counted(make_report("r2", publisher="Gulf Daily"), 9)
    toll = make_toll(4, 9, values=(four, nine), best=9)
    return make_incident("i1", first, second, figures=(toll,))


def denial(speaker: str = "the army", quote: str = "our forces did not fire") -> Claim:
    """Make a claim that denies."""
    return Claim(
        id="c1", speaker=speaker, cue="said", medium=None, stance="denies", quote=quote,
        start=0, end=len(quote), direct=True, events=("e1",),
    )  # fmt: skip


def contested(**fields: object) -> Incident:
    """Make an incident that the army denies."""
    telling = make_telling(make_report("r9"), claims=(denial(),))
    grade = Grade(grade="contested", reason="the army denies it", computed="contested")
    return make_incident("i9", telling, grade=grade, **fields)


def drafted(*incidents: Incident, loose: tuple[Incident, ...] = (), **scope: object) -> Sitrep:
    """Draft a report on incidents."""
    return draft(Material(incidents=incidents, loose=loose), Scope(**scope))  # type: ignore[arg-type]
