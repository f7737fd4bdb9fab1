"""Templates of dispatches in capitals; the texts are original and synthetic."""

import json

import pytest

from benchmarks.quality.points import Table, load_points
from benchmarks.quality.predict import main

BOMBING = (
    "TWO BOMBS EXPLODED TODAY OUTSIDE A BANK IN TACNA. FIVE PEOPLE WERE INJURED AND THE BANK WAS "
    "DESTROYED.\n\nTHE SHINING PATH CLAIMED RESPONSIBILITY FOR THE BOMB ATTACK. POLICE SAID THAT "
    "UNIDENTIFIED TERRORISTS PLANTED THE BOMBS."
)
TWO_MURDERS = (
    "JUDGE MARIA LOPEZ RINCON WAS MURDERED ON 7 JUNE IN MEDELLIN. POLICE SAID THAT GUNMEN KILLED "
    "THE JUDGE.\n\nPEDRO SALAS GOMEZ, A TEACHER, WAS MURDERED ON 2 JUNE IN BARRANQUILLA."
)
SHELLED = (
    "TWO BOMBS EXPLODED TODAY IN A SCHOOL IN TACNA DURING AN ATTACK BY HELICOPTERS. THE SCHOOL WAS "
    "DESTROYED."
)
QUIET = "THE MINISTER OF TRADE TODAY OPENED A FAIR FOR COFFEE AND BANANAS."


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dispatches")
    rows = [
        {"id": "bombing", "text": BOMBING, "place": "LIMA", "date": "1990-03-04"},
        {"id": "murders", "text": TWO_MURDERS, "place": "BOGOTA", "date": "1989-06-09"},
        {"id": "shelled", "text": SHELLED, "place": "LIMA", "date": "1990-03-04"},
        {"id": "quiet", "text": QUIET, "place": "QUITO", "date": "1990-05-02"},
    ]
    gold, answers = folder / "gold.jsonl", folder / "answers.jsonl"
    gold.write_text("\n".join(map(json.dumps, rows)) + "\n")
    main(["muc4", str(gold), str(answers)])
    found = map(json.loads, answers.read_text().splitlines())
    return {one["id"]: one for one in found}


def test_a_bombing_is_told_with_means_things_and_people(told):
    [bombing] = told["bombing"]["incidents"]

    assert bombing["type"] == "bombing"
    assert any("bombs" in text.lower() for means in bombing["instruments"] for text in means)
    assert [(thing["strings"][0], thing["effect"]) for thing in bombing["phys_targets"]] == [
        ("bank", "destroyed")
    ]
    assert [(one["number"], one["effect"]) for one in bombing["hum_targets"]] == [("5", "injury")]


def test_who_claims_a_deed_is_who_did_it(told):
    assert told["bombing"]["roles"]["PerpOrg"] == [["Shining Path"]]


def test_murders_on_other_days_in_other_towns_are_two_incidents(told):
    found = told["murders"]["incidents"]

    assert [(one["type"], one["date"]["from"]) for one in found] == [
        ("attack", "1989-06-07"),
        ("attack", "1989-06-02"),
    ]
    assert {one["location"][0] for one in found} == {"Colombia"}


def test_what_aircraft_bomb_is_attacked(told):
    assert {one["type"] for one in told["shelled"]["incidents"]} == {"attack"}


def test_a_report_without_a_deed_has_no_template(told):
    assert told["quiet"]["incidents"] == []


def test_signs_without_points_add_nothing():
    table = Table(least=2, points={"hit": 3, "far": -2})

    assert table.total(["hit", "far", "unheard-of"]) == 1
    assert not table.takes(["hit", "far"])
    assert table.takes(["hit", "hit"])


def test_each_role_has_a_table():
    assert {"incident", "PerpInd", "PerpOrg", "Target", "Victim", "Weapon"} <= load_points().keys()
