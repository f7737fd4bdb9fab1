"""Names in any spelling, and kilometres between the points."""

from dataclasses import replace

import pytest

from dateline.reconcile.features.place import compare, km
from dateline.records import Place
from tests.reconcile.made import KRAMATORSK, side, sketch_pair

UKRAINE = Place(name="Ukraine", country="UKR", lat=49.0, lon=32.0, precision="country")
LATVIA = Place(name="Latvia", country="LVA", lat=57.0, lon=25.0, precision="country")
REGION = Place(name="Donetsk region", country="UKR", lat=48.1, lon=37.7, precision="admin1")
# A degree of latitude is 111 km.
NEXT = replace(KRAMATORSK, name="Sloviansk", lat=48.85, lon=37.61)
UPRIVER = replace(KRAMATORSK, name="Obrivka", lat=49.0)
FAR = replace(KRAMATORSK, name="Voznivka", lat=47.0, lon=31.0)


def placed(one, other):
    return compare(*sketch_pair({"place": one}, {"place": other}))


def named(name, like=KRAMATORSK):
    return replace(like, name=name)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(KRAMATORSK, KRAMATORSK, "for", id="the same"),
        pytest.param(KRAMATORSK, named("Krematorsk"), "for", id="spelt otherwise"),
        pytest.param(KRAMATORSK, named("Rail depot", KRAMATORSK), "for", id="at one point"),
        pytest.param(KRAMATORSK, UPRIVER, "against", id="another town of the district"),
        pytest.param(KRAMATORSK, FAR, "against", id="far away"),
        pytest.param(KRAMATORSK, REGION, "for", id="a town of the region"),
        pytest.param(KRAMATORSK, UKRAINE, "for", id="a town of the country"),
        pytest.param(KRAMATORSK, LATVIA, "against", id="a town of another country"),
        pytest.param(KRAMATORSK, None, "nothing", id="one without a place"),
    ],
)
def test_the_same_place_speaks_for_and_another_against(one, other, expected):
    assert side(placed(one, other)) == expected
    assert side(placed(other, one)) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Tell Hamra", "Tal Hamra", id="transcribed"),
        pytest.param("Al-Hawija", "Hawija", id="with an article"),
        pytest.param("Zaporizhzhia", "Zaporizhia", id="a letter less"),
        pytest.param("Odesa", "Odessa", id="a letter more"),
        pytest.param("São Bento", "Sao Bento", id="without accents"),
        pytest.param("Hotel Meridian in Orlen", "Hotel Meridian", id="a fuller name"),
    ],
)
def test_a_name_is_one_in_any_spelling(one, other):
    found = placed(named(one), named(other))

    assert found.words.startswith("same place")


def test_the_farther_apart_the_more_it_speaks_against():
    points = [placed(KRAMATORSK, other).points for other in (KRAMATORSK, NEXT, UPRIVER, FAR)]

    assert points == sorted(points, reverse=True)


def test_a_place_that_is_not_exact_says_little():
    assert placed(KRAMATORSK, UKRAINE).points < placed(KRAMATORSK, KRAMATORSK).points


def test_names_speak_where_a_point_is_missing():
    nowhere = replace(KRAMATORSK, lat=None, lon=None)

    assert side(placed(KRAMATORSK, nowhere)) == "for"


def test_unplaced_events_of_other_countries_are_apart():
    abroad = replace(LATVIA, name="Orlen", lat=None, lon=None)

    assert side(placed(KRAMATORSK, abroad)) == "against"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param((0.0, 0.0), (1.0, 0.0), 111.2, id="a degree of latitude"),
        pytest.param((0.0, 179.5), (0.0, -179.5), 111.2, id="across the date line"),
        pytest.param((60.0, 0.0), (60.0, 1.0), 55.6, id="half a degree so far north"),
        pytest.param((0.0, 0.0), (0.0, 180.0), 20015.1, id="half the earth"),
    ],
)
def test_kilometres_are_measured_on_the_great_circle(one, other, expected):
    places = (replace(KRAMATORSK, lat=lat, lon=lon) for lat, lon in (one, other))

    found = km(*sketch_pair(*({"place": place} for place in places)))

    assert found == pytest.approx(expected, abs=0.1)
