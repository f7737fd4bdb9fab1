"""What an incident is, where and when: the value that most origins give."""

from dataclasses import replace

import pytest

from dateline.reconcile import fields
from dateline.records import Party, Place, When
from tests.reconcile.made import KRAMATORSK, make_party, make_telling, make_when

STATION = Place(name="Station", country="UKR", lat=48.72, lon=37.54, precision="site")
UKRAINE = Place(name="Ukraine", country="UKR", lat=49.0, lon=32.0, precision="country")
NOWHERE = Place(name="Orlen", precision="site")


def tellings(*events, **both):
    return [make_telling(f"r{n}", event=both | event) for n, event in enumerate(events, start=1)]


def alone(told):
    return {telling.report.id: telling.report.id for telling in told}


def one_of(*events, same=()):
    """Give tellings with their origins; those numbered in ``same`` share one."""
    told = tellings(*events)
    return told, alone(told) | {f"r{number}": "shared" for number in same}


def kinds(*names):
    return [{"kind": name} for name in names]


@pytest.mark.parametrize(
    ("names", "same", "expected"),
    [
        pytest.param(("shelling", "airstrike", "airstrike"), (), "airstrike", id="most"),
        pytest.param(("shelling", "airstrike"), (), "shelling", id="told first of as many"),
        pytest.param(
            ("airstrike", "shelling", "shelling", "airstrike"), (2, 3), "airstrike", id="a copy"
        ),
    ],
)
def test_the_kind_is_that_of_most_origins(names, same, expected):
    assert fields.kind(*one_of(*kinds(*names), same=same)).kind == expected


@pytest.mark.parametrize("other", [{"factuality": "denied"}, {"background": True}])
def test_what_is_denied_or_history_has_no_say(other):
    events = [{"kind": "airstrike"} | other] * 2 + [{"kind": "shelling"}]

    assert fields.kind(*one_of(*events)).kind == "shelling"


def test_what_is_denied_speaks_where_nobody_else_does():
    assert fields.kind(*one_of({"kind": "airstrike", "factuality": "denied"})).kind == "airstrike"


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        pytest.param((KRAMATORSK, KRAMATORSK, STATION), STATION, id="the most exact"),
        pytest.param((UKRAINE, KRAMATORSK), KRAMATORSK, id="a town before a country"),
        pytest.param((NOWHERE, KRAMATORSK), KRAMATORSK, id="one on the map before one that is not"),
        pytest.param((NOWHERE, None), NOWHERE, id="even that before none"),
        pytest.param((None, None), None, id="none"),
        pytest.param(
            (STATION, replace(STATION, name="Depot"), replace(STATION, name="Depot", lat=48.7)),
            replace(STATION, name="Depot"),
            id="of equally exact ones that of most",
        ),
        pytest.param(
            (replace(STATION, name="Depot"), STATION, replace(STATION, name="STATION")),
            STATION,
            id="whatever the capitals",
        ),
    ],
)
def test_the_place_is_the_most_exact_one_that_most_name(places, expected):
    assert fields.place(*one_of(*({"place": place} for place in places))) == expected


def test_the_place_of_a_copy_counts_once():
    places = [{"place": replace(STATION, name=name)} for name in ("Depot", "Quay", "Quay", "Depot")]

    assert fields.place(*one_of(*places, same=(2, 3))).name == "Depot"


DAY, NEXT = make_when("2024-07-03"), make_when("2024-07-04")
WEEK = make_when("2024-07-01", "2024-07-07", "week")


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        pytest.param((NEXT, DAY, DAY), DAY, id="most"),
        pytest.param((WEEK, WEEK, DAY), DAY, id="the most exact"),
        pytest.param((NEXT, DAY), NEXT, id="told first of as many"),
        pytest.param((make_when(None), WEEK), WEEK, id="any before none"),
        pytest.param((make_when(None),), When(), id="none"),
    ],
)
def test_the_days_are_the_most_exact_ones_that_most_give(days, expected):
    assert fields.date(*one_of(*({"date": day} for day in days))) == expected


@pytest.mark.parametrize(
    ("weapons", "expected"),
    [
        pytest.param(("drone", None, "rocket", "rocket"), "rocket", id="most"),
        pytest.param((None, None, "drone"), "drone", id="silence is no value"),
        pytest.param((None,), None, id="none"),
    ],
)
def test_the_weapon_is_the_one_most_origins_name(weapons, expected):
    assert fields.weapon(*one_of(*({"weapon": weapon} for weapon in weapons))) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param(("denied", "occurred"), "occurred", id="told and denied"),
        pytest.param(("conditional", "planned"), "planned", id="threatened, then planned"),
        pytest.param(("planned", "occurred"), "occurred", id="planned, then done"),
        pytest.param(("denied", "denied"), "denied", id="only denied"),
    ],
)
def test_it_occurred_as_far_as_anybody_says(told, expected):
    assert fields.factuality(tellings(*({"factuality": value} for value in told))) == expected


def names(*groups):
    return [party.name for party in fields.parties(groups)]


BRIGADE, FRONT = make_party("Orlen Brigade"), make_party("Tamsin Front")


def test_a_party_is_given_once_by_the_name_it_is_first_told_by():
    assert names((BRIGADE,), (make_party("the Orlen Brigade's fighters"),)) == ["Orlen Brigade"]


def test_the_party_told_most_comes_first():
    assert names((BRIGADE,), (FRONT,), (FRONT,)) == ["Tamsin Front", "Orlen Brigade"]


def test_parties_of_other_countries_are_others_whatever_their_names():
    north, south = (
        Party(name="Border Guard", country="LVA"),
        Party(name="Border Guard", country="EST"),
    )

    assert len(fields.parties([(north,), (south,)])) == 2


def test_words_that_say_only_what_sort_of_party_it_is_join_none():
    assert len(fields.parties([(make_party("Orlen forces"),), (make_party("Tamsin forces"),)])) == 2
