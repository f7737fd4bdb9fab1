"""Nothing leaves that does not quote its report exactly."""

from dataclasses import replace
from datetime import date

import pytest

from dateline.errors import EvidenceError
from dateline.extract.evidence import check_evidence
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

TEXT = "Rebels shelled Goma on Monday, killing nine people, the mayor said."
FALSE = Quote(start=0, end=6, quote="Troops")
GOMA = Place(name="Goma", country="COD", lat=-1.68, lon=29.22)
MONDAY = When(start=date(2025, 1, 27), end=date(2025, 1, 27), precision="day")


def quote(words):
    at = TEXT.index(words)
    return Quote.at(TEXT, at, at + len(words))


def stretch(words):
    found = quote(words)
    return {"quote": found.quote, "start": found.start, "end": found.end}


EVENT = Event(
    id="e1",
    type="ASSAULT",
    kind="shelling",
    acled="Shelling/artillery/missile attack",
    cameo="19",
    evidence=(quote("Rebels shelled Goma"),),
)
FIGURE = Figure(
    id="f1", measure="killed", low=9, high=9, qualifier="exact", **stretch("nine people")
)
CLAIM = Claim(
    id="c1",
    speaker="mayor",
    cue="said",
    medium=None,
    stance="asserts",
    direct=False,
    **stretch("Rebels shelled Goma on Monday"),
)


def record(**parts):
    return Record(report=Report(id="goma", text=TEXT), **parts)


def basis(field, words):
    return Basis(field=field, rule="test", quotes=(quote(words),))


@pytest.mark.parametrize(
    "whole",
    [
        pytest.param(record(), id="nothing"),
        pytest.param(record(events=(EVENT,), figures=(FIGURE,), claims=(CLAIM,)), id="bare"),
        pytest.param(
            record(
                events=(
                    replace(
                        EVENT,
                        actors=(Party(name="Rebels", role="REB"),),
                        place=GOMA,
                        date=MONDAY,
                        basis=(
                            basis("actors", "Rebels"),
                            basis("place", "Goma"),
                            basis("date", "on Monday"),
                        ),
                    ),
                )
            ),
            id="every field with its words",
        ),
    ],
)
def test_a_record_that_quotes_exactly_passes_as_it_is(whole):
    assert check_evidence(whole) is whole


@pytest.mark.parametrize(
    ("whole", "item"),
    [
        pytest.param(record(events=(replace(EVENT, evidence=(FALSE,)),)), "e1", id="of an event"),
        pytest.param(record(figures=(replace(FIGURE, quote="ten people"),)), "f1", id="a figure"),
        pytest.param(record(claims=(replace(CLAIM, start=1),)), "c1", id="off by one"),
        pytest.param(record(claims=(replace(CLAIM, quote="", end=0),)), "c1", id="empty"),
        pytest.param(
            record(events=(replace(EVENT, basis=(Basis(field="x", rule="x", quotes=(FALSE,)),)),)),
            "e1",
            id="of a basis",
        ),
    ],
)
def test_words_that_the_report_does_not_have_are_refused(whole, item):
    with pytest.raises(EvidenceError, match=f"goma/{item} quotes what") as caught:
        check_evidence(whole)

    assert caught.value.facts == {"report": "goma", "item": item}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        pytest.param({"evidence": ()}, "kind", id="kind"),
        pytest.param({"actors": (Party(name="Rebels"),)}, "actors", id="actors"),
        pytest.param({"targets": (Party(name="Goma"),)}, "targets", id="targets"),
        pytest.param({"weapon": "artillery"}, "weapon", id="weapon"),
        pytest.param({"place": GOMA}, "place", id="place"),
        pytest.param({"date": MONDAY}, "date", id="date"),
        pytest.param({"attribution": ("mayor",)}, "attribution", id="attribution"),
        pytest.param(
            {"weapon": "artillery", "basis": (Basis(field="weapon", rule="guess"),)},
            "weapon",
            id="a basis without words",
        ),
    ],
)
def test_a_value_without_words_is_refused(change, field):
    with pytest.raises(EvidenceError, match=rf"goma/e1 has a {field} without words"):
        check_evidence(record(events=(replace(EVENT, **change),)))
