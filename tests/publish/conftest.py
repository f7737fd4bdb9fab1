"""A small record made by hand, with one of everything a view has to show."""

from datetime import date

import pytest

from dateline.records import (
    Basis,
    Claim,
    Event,
    Figure,
    Party,
    Place,
    Quote,
    Record,
    Report,
    When,
)

TEXT = (
    "Shells hit market in Sirte\n\n"
    "Shells hit a market in Sirte on Tuesday, killing at least four people, two of them children, "
    "the mayor said. The army denied firing on the city. A second shell fell near the port. "
    "The militia will leave the old town on Friday. In 2011 the city was besieged. "
    "“We heard the first one at noon,” said Salma Aref, a teacher."
)


def words(quote: str) -> Quote:
    """Find the words in the text."""
    start = TEXT.index(quote)
    return Quote(start=start, end=start + len(quote), quote=quote)


def coded(quote: str) -> dict[str, object]:
    """Give a figure or claim its words."""
    found = words(quote)
    return {"quote": found.quote, "start": found.start, "end": found.end}


def event(number: int, kind: str, trigger: str, **fields: object) -> Event:
    """Make an event with its first quote."""
    codes = {"type": "ASSAULT", "acled": "Other", "cameo": "19"}
    return Event(
        **{"id": f"e{number}", "kind": kind, "evidence": (words(trigger),)} | codes | fields
    )


@pytest.fixture
def record() -> Record:
    """Return the record of a report about Sirte."""
    sirte = Place(name="Sirte", country="LBY", lat=31.2, lon=16.59)
    tuesday = When(start=date(2019, 6, 4), end=date(2019, 6, 4), precision="day")
    friday = When(start=date(2019, 6, 7), end=date(2019, 6, 7), precision="day")
    year = When(start=date(2011, 1, 1), end=date(2011, 12, 31), precision="year")
    return Record(
        report=Report(
            id="r1",
            text=TEXT,
            title="Shells hit market in Sirte",
            publisher="Gulf of Sidra Courier",
            published=date(2019, 6, 5),
            credits=("LANA", "AFP"),
        ),
        events=(
            event(1, "shelling", "Shells hit a market", place=sirte, date=tuesday,
                  targets=(Party(name="market", country="LBY", role="CVL"),), weapon="artillery",
                  attribution=("mayor",),
                  basis=(Basis(field="date", rule="weekday", quotes=(words("on Tuesday"),)),)),
            event(2, "shelling", "A second shell fell", place=sirte, date=tuesday, part_of="e1"),
            event(3, "withdrawal", "leave the old town", type="RETREAT", date=friday,
                  factuality="planned", actors=(Party(name="militia", role="REB"),)),
            event(4, "siege-or-blockade", "besieged", type="COERCE", date=year, background=True),
        ),
        figures=(
            Figure(id="f1", measure="killed", low=4.0, high=None, qualifier="at-least",
                   event="e1", by="mayor", population="people", **coded("at least four people")),
            Figure(id="f2", measure="killed", low=2.0, high=2.0, qualifier="exact", event="e1",
                   by="mayor", population="child", of="f1", **coded("two of them children")),
        ),
        claims=(
            Claim(id="c1", speaker="army", cue="denied", medium=None, stance="denies",
                  direct=False, events=("e1",), **coded("firing on the city")),
            Claim(id="c2", speaker="Salma Aref", cue="said", medium=None, stance="asserts",
                  direct=True, **coded("We heard the first one at noon,")),
        ),
    )  # fmt: skip
