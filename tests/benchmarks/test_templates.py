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
THREATENED = (
    "THE SHINING PATH TODAY THREATENED TO KILL THE JUDGES OF AYACUCHO. THE GROUP SAID THAT IT HAS "
    "LISTS OF ALL THE COURTS."
)
CONDEMNED = (
    "THE GOVERNMENT TODAY CONDEMNED THE MURDER OF JUDGE MARIA LOPEZ RINCON. THE JUDGE WAS SHOT BY "
    "TWO MEN WEARING POLICE UNIFORMS NEAR HER HOME IN THE ROSALEDA NEIGHBORHOOD. THE VICTIM WAS A "
    "JUDGE OF THE LABOR COURT."
)
TWO_KINDS = (
    "A BOMB EXPLODED TODAY IN A BANK IN TACNA.\n\nA WATCHMAN SAID THAT HE HEARD THE EXPLOSION.\n\n"
    "IN AREQUIPA, GUNMEN ATTACKED THE MAYOR, PEDRO SALAS GOMEZ. THE MAYOR'S DRIVER WAS WOUNDED."
)
QUIET = "THE MINISTER OF TRADE TODAY OPENED A FAIR FOR COFFEE AND BANANAS."


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dispatches")
    rows = [
        {"id": "bombing", "text": BOMBING, "place": "LIMA", "date": "1990-03-04"},
        {"id": "murders", "text": TWO_MURDERS, "place": "BOGOTA", "date": "1989-06-09"},
        {"id": "shelled", "text": SHELLED, "place": "LIMA", "date": "1990-03-04"},
        {"id": "threatened", "text": THREATENED, "place": "LIMA", "date": "1990-03-04"},
        {"id": "condemned", "text": CONDEMNED, "place": "BOGOTA", "date": "1990-03-04"},
        {"id": "kinds", "text": TWO_KINDS, "place": "LIMA", "date": "1990-03-04"},
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


def test_what_is_threatened_is_an_attack_of_that_stage(told):
    [threat] = told["threatened"]["incidents"]

    assert (threat["type"], threat["stage"]) == ("attack", "threatened")
    assert [one["descriptions"][0] for one in threat["hum_targets"]] == ["judges"]


def test_the_day_of_a_condemnation_is_not_the_day_of_the_deed(told):
    [murder] = told["condemned"]["incidents"]

    assert murder["date"] == {"from": None, "to": "1990-03-04"}


def test_a_place_that_no_list_knows_is_named_by_its_kind(told):
    [murder] = told["condemned"]["incidents"]

    assert murder["location"] == ["Colombia", "Rosaleda"]


def test_who_is_told_of_in_other_words_is_one_victim(told):
    [murder] = told["condemned"]["incidents"]

    assert [one["names"] for one in murder["hum_targets"]] == [["Maria Lopez Rincon"]]


def test_doers_are_given_as_they_stand_too(told):
    [murder] = told["condemned"]["incidents"]

    texts = [text.lower() for doers in murder["perp_individuals"] for text in doers]
    assert any(text.startswith("two men wearing police uniforms") for text in texts)


def test_harm_is_of_the_deed_that_is_told_nearest(told):
    hurt = {one["type"]: one["hum_targets"] for one in told["kinds"]["incidents"]}

    assert hurt["bombing"] == []
    assert "driver" in {text for one in hurt["attack"] for text in one.get("descriptions", ())}


def test_a_report_without_a_deed_has_no_template(told):
    assert told["quiet"]["incidents"] == []


def test_signs_without_points_add_nothing():
    table = Table(least=2, points={"hit": 3, "far": -2})

    assert table.total(["hit", "far", "unheard-of"]) == 1
    assert not table.takes(["hit", "far"])
    assert table.takes(["hit", "hit"])


def test_each_role_has_a_table():
    assert {"incident", "PerpInd", "PerpOrg", "Target", "Victim", "Weapon"} <= load_points().keys()
