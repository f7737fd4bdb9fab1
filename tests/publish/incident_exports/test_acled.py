"""CSV in the shape of ACLED."""

import csv
from dataclasses import replace
from io import StringIO

import pytest

from dateline.records import Party, Place, When
from tests.publish.incident_exports.made import RUSSIA, coded, shelling, written

COLUMNS = (
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 "
    "assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region "
    "country admin1 admin2 admin3 location latitude longitude geo_precision source source_scale "
    "notes fatalities tags timestamp"
).split()
REBELS = Party(name="Rebels", country="UKR", role="REB")


def rows(*incidents):
    return list(csv.DictReader(StringIO(written("acled", *incidents), newline="")))


def row(incident):
    [only] = rows(incident)
    return only


def test_the_columns_are_acleds_in_their_order():
    assert written("acled").strip().split(",") == COLUMNS
    assert len(COLUMNS) == 31


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("event_date", "2024-07-03"),
        ("year", "2024"),
        ("time_precision", "1"),
        ("disorder_type", "Political violence"),
        ("event_type", "Explosions/Remote violence"),
        ("sub_event_type", "Shelling/artillery/missile attack"),
        ("actor1", "Russian army"),
        ("assoc_actor_1", ""),
        ("inter1", "External/Other forces"),
        ("actor2", "Civilians (Ukraine)"),
        ("assoc_actor_2", "market; civilian"),
        ("inter2", "Civilians"),
        ("interaction", "Civilians-External/Other forces"),
        ("civilian_targeting", "Civilians targeted"),
        ("iso", "804"),
        ("region", "Europe"),
        ("country", "Ukraine"),
        ("location", "Kramatorsk"),
        ("latitude", "48.7231"),
        ("geo_precision", "1"),
        ("source", "Dateline; Donbas Courier; Wire"),
        ("notes", "shells hit a market in Kramatorsk"),
        ("fatalities", "4"),
        ("tags", "coder=Dateline; grade=fair; reports=2; origins=2"),
        ("timestamp", ""),
    ],
)
def test_cells(column, value):
    assert row(shelling())[column] == value


@pytest.mark.parametrize(
    "incident",
    [
        pytest.param(coded("accuse"), id="a statement"),
        pytest.param(coded("talks"), id="diplomacy"),
        pytest.param(coded("shelling", factuality="planned"), id="planned"),
        pytest.param(coded("shelling", factuality="denied"), id="denied"),
        pytest.param(coded("shelling", parts=("i2",)), id="its parts are written"),
        pytest.param(coded("shelling", date=When()), id="no date"),
        pytest.param(coded("shelling", place=None), id="no place"),
        pytest.param(
            coded("shelling", place=Place(name="Ukraine", lat=49.0, lon=32.0, precision="country")),
            id="somewhere in a country",
        ),
        pytest.param(
            replace(
                shelling(),
                tellings=tuple(
                    replace(t, event=replace(t.event, background=True)) for t in shelling().tellings
                ),
            ),
            id="history",
        ),
    ],
)
def test_what_acled_would_not_record_is_left_out(incident):
    assert rows(incident) == []


@pytest.mark.parametrize(
    ("actors", "codes"),
    [
        pytest.param((RUSSIA,), ("Non-state actor overtakes territory", "External/Other forces")),
        pytest.param((REBELS,), ("Non-state actor overtakes territory", "Rebel group")),
        pytest.param(
            (replace(RUSSIA, country="UKR"),), ("Government regains territory", "State forces")
        ),
        pytest.param((), ("", ""), id="nobody named"),
    ],
)
def test_who_captured_a_territory_decides_what_it_is_called(actors, codes):
    found = row(coded("territory-captured", actors=actors))

    assert (found["sub_event_type"], found["inter1"]) == codes


def test_an_attack_on_the_armed_is_a_battle():
    found = row(coded("armed-attack", actors=(REBELS,), targets=(RUSSIA,)))

    assert (found["event_type"], found["sub_event_type"]) == ("Battles", "Armed clash")


def test_the_actors_of_a_mutual_clash_are_the_two_sides():
    found = row(coded("armed-clash", actors=(RUSSIA, REBELS), targets=()))

    assert (found["actor1"], found["actor2"]) == ("Russian army", "Rebels")
    assert found["interaction"] == "Rebel group-External/Other forces"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_no_cell_is_a_formula(sign):
    place = replace(shelling().place, name=f"{sign}1+1")

    assert row(replace(shelling(), place=place))["location"] == f"'{sign}1+1"


def test_nobody_knows_who_did_it():
    found = row(coded("shelling", actors=()))

    assert (found["actor1"], found["inter1"], found["interaction"]) == ("", "", "")


@pytest.mark.parametrize(
    ("acled", "targeting"),
    [
        ("Excessive force against protesters", "Civilians targeted"),
        ("Protest with intervention", ""),
    ],
)
def test_protesters_are_targeted_where_force_was_excessive(acled, targeting):
    found = row(coded("protest-repressed", acled=acled))

    assert (found["actor2"], found["civilian_targeting"]) == ("Protesters (Ukraine)", targeting)
