"""Names of places with their offsets: what is listed, and where each name begins and ends."""

import pytest

from dateline.extract.toponyms import find_toponyms


@pytest.fixture(scope="module")
def toponyms(parse):
    def find(text):
        return [(text[t.start : t.end], t.kind) for t in find_toponyms(parse(text))]

    return find


def test_all_names_are_listed_whatever_part_they_play(toponyms):
    text = "Troops shelled Nikopol, Polish officials in Warsaw said."
    assert toponyms(text) == [("Nikopol", "place"), ("Polish", "demonym"), ("Warsaw", "place")]


def test_a_phrase_around_a_name_is_not_a_name(toponyms):
    text = "Shells fell 20 km south of Kharkiv."
    assert toponyms(text) == [("Kharkiv", "place")]


def test_a_house_that_stands_for_a_government_is_no_place(toponyms):
    assert toponyms("The Kremlin denied it.") == []


def test_a_compass_word_before_a_unit_is_left_out(toponyms):
    assert ("Ontario", "place") in toponyms("Floods hit Western Ontario on Monday.")


def test_an_abbreviation_keeps_its_last_stop(toponyms):
    found = toponyms("The bridge at Keyser, W.Va., was closed.")
    assert ("W.Va.", "place") in found


def test_a_county_is_named_in_full_before_its_office(toponyms):
    found = toponyms("The Fairfax County Sheriff's Office closed the road.")
    assert ("Fairfax County", "inside") in found


def test_points_are_those_of_the_places(parse):
    found = next(iter(find_toponyms(parse("Shells fell on Kharkiv."))))
    assert found.lat == pytest.approx(49.99, abs=0.1)
    assert found.lon == pytest.approx(36.23, abs=0.1)
