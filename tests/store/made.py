"""Records and rows made by hand."""

from datetime import date

from dateline.records import (
    Event,
    EventRow,
    Figure,
    Listed,
    Party,
    Place,
    Quote,
    Record,
    Report,
    When,
)

TEXT = "Shells hit the market of Taiz on Monday. Four people died."
TAIZ = Place(name="Taiz", country="YEM", lat=13.58, lon=44.02, precision="settlement")


def make_record(name: str = "r1", text: str = TEXT, **fields: object) -> Record:
    """Make a report with one event and one figure."""
    monday = When(start=date(2018, 6, 4), end=date(2018, 6, 4), precision="day")
    event = Event(
        id="e1",
        type="ASSAULT",
        kind="shelling",
        acled="Shelling/artillery/missile attack",
        cameo="19",
        targets=(Party(name="market", country="YEM", role="CVL"),),
        place=TAIZ,
        date=monday,
        evidence=(Quote.at(text, 0, 25),),
    )
    dead = Quote.at(text, len(text) - 17, len(text))
    figure = Figure(
        id="f1",
        measure="killed",
        low=4,
        high=4,
        qualifier="exact",
        quote=dead.quote,
        start=dead.start,
        end=dead.end,
        event="e1",
    )
    report = Report(id=name, text=text, published=date(2018, 6, 5), **fields)  # type: ignore[arg-type]
    return Record(report=report, events=(event,), figures=(figure,))


def make_row(ref: str = "r1/e1", *keys: int, own_id: str | None = None) -> EventRow:
    """Make the row of an event."""
    report = ref.rpartition("/")[0]
    return EventRow(
        ref=ref, report=report, own_id=own_id or f"i-{ref}", keys=keys, sketch=b'{"x":1}'
    )


def make_listed(id_: str, **fields: object) -> Listed:
    """Make an incident of one event that is named after it."""
    known: dict[str, object] = {
        "title": f"Shelling, {id_}",
        "type": "ASSAULT",
        "kind": "shelling",
    }
    return Listed(id=id_, **known | fields)  # type: ignore[arg-type]
