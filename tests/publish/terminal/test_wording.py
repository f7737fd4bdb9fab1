"""The codebook's codes in plain words."""

from dataclasses import replace

import pytest

from dateline.publish.terminal import wording
from dateline.records import Basis, Event, Party, Place, Quote

ARMY, CROWD = Party(name="army"), Party(name="crowd")


def event(**fields):
    codes = {"id": "e1", "type": "ASSAULT", "kind": "shelling", "acled": "Other", "cameo": "19"}
    return Event(**(codes | fields))


@pytest.mark.parametrize(
    ("precision", "words"),
    [
        ("site", "Sirte, Libya"),
        ("settlement", "Sirte, Libya"),
        ("admin2", "Sirte, Libya (district)"),
        ("admin1", "Sirte, Libya (province)"),
        ("region", "Sirte, Libya (region)"),
        ("sea", "Sirte (at sea)"),
    ],
)
def test_a_place_says_how_exact_it_is(precision, words):
    assert wording.place(Place(name="Sirte", country="LBY", precision=precision)) == words


@pytest.mark.parametrize(
    ("name", "words"),
    [("Libya", "Libya (as a whole)"), ("the Jamahiriya", "the Jamahiriya, Libya (as a whole)")],
)
def test_a_country_is_not_named_twice(name, words):
    assert wording.place(Place(name=name, country="LBY", precision="country")) == words


def test_a_name_that_says_it_is_a_province_need_not_be_told_so():
    place = Place(name="Jufra district", country="LBY", precision="admin1")

    assert wording.place(place) == "Jufra district, Libya"


def test_a_country_nobody_knows_keeps_its_code():
    assert wording.place(Place(name="Oz", country="OZZ")) == "Oz, OZZ"


def test_a_place_without_a_country_is_its_name():
    assert wording.place(Place(name="the front")) == "the front"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        pytest.param({"actors": (ARMY,), "targets": (CROWD,)}, "army → crowd", id="both"),
        pytest.param({"actors": (ARMY,)}, "army", id="no target"),
        pytest.param({"targets": (CROWD,)}, "nobody named → crowd", id="no actor"),
        pytest.param({}, "", id="neither"),
        pytest.param(
            {"type": "CONSULT", "actors": (ARMY,), "targets": (CROWD,)},
            "army with crowd",
            id="talks have no target",
        ),
    ],
)
def test_who_did_it_to_whom(fields, words):
    assert wording.parties(event(**fields)) == words


@pytest.mark.parametrize(
    ("kind", "weapon", "words"),
    [
        ("shelling", "artillery", "artillery"),
        ("armed-attack", "small-arms", "small arms"),
        ("armed-attack", "bladed", "blades"),
        ("drone-strike", "drone", ""),
        ("shelling", None, ""),
    ],
)
def test_a_weapon_is_named_unless_the_kind_says_it(kind, weapon, words):
    assert wording.weapon(event(kind=kind, weapon=weapon)) == words


def test_a_kind_the_codebook_does_not_have_is_shown_as_it_is():
    assert wording.kind(event(kind="cyber-attack")) == "cyber attack"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        pytest.param({"factuality": "denied"}, "denied by army", id="denied"),
        pytest.param({}, "disputed by army", id="told as a fact, but denied"),
        pytest.param({"factuality": "planned"}, "planned, not yet done", id="planned"),
        pytest.param({"factuality": "conditional"}, "threatened, if …", id="conditional"),
    ],
)
def test_what_is_no_plain_fact_says_why(record, fields, words):
    assert wording.doubt(replace(record.events[0], **fields), record) == words


@pytest.mark.parametrize(
    ("attribution", "words"),
    [(("ministry",), "denied by ministry"), ((), "denied by the report")],
)
def test_a_denial_without_a_claim_names_whom_the_report_cites(record, attribution, words):
    denied = event(id="e9", factuality="denied", attribution=attribution)

    assert wording.doubt(denied, record) == words


def test_the_condition_of_a_threat_is_quoted(record):
    condition = Quote(start=0, end=16, quote="if they\ndo not go")
    basis = Basis(field="factuality", rule="if", quotes=(condition,))
    threatened = event(id="e9", factuality="conditional", basis=(basis,))

    assert wording.doubt(threatened, record) == "threatened, if they do not go"
