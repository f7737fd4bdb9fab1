"""Maps and timelines draw what is known, and what is not exact as not exact."""

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from lxml import etree

from dateline.publish.sitrep.geometry import clipped, middle, pieces, thinned
from dateline.publish.sitrep.packing import apart, spread
from dateline.publish.sitrep.theatres import theatres
from dateline.publish.sitrep.window import around
from dateline.records import Place, When
from tests.publish.sitrep.made import drafted, make_incident, make_toll

SQUARE = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]
PROVINCE = Place(name="Taiz", country="YEM", lat=13.6, lon=44.0, precision="admin1")
KYIV = Place(name="Kyiv", country="UKR", lat=50.45, lon=30.52)


def drawing(*incidents):
    return drafted(*incidents).maps[0].svg


def test_a_province_is_a_soft_area_and_no_mark():
    assert "url(#soft-1-fire)" in drawing(make_incident(place=PROVINCE))
    assert "url(#soft-1-fire)" not in drawing(make_incident())


@pytest.mark.parametrize(
    ("grade", "sign"),
    [("weak", 'stroke-dasharray="2.2 1.6"'), ("confirmed", 'fill="#d55e00"')],
)
def test_the_fill_tells_the_grade(grade, sign):
    incident = make_incident()
    assert sign in drawing(replace(incident, grade=replace(incident.grade, grade=grade)))


def test_places_far_apart_have_maps_of_their_own():
    report = drafted(make_incident("a"), make_incident("b"), make_incident("c", place=KYIV))
    assert [picture.caption for picture in report.maps] == [
        "Map 1: Yemen, 2 incidents.",
        "Map 2: Ukraine, 1 incident.",
    ]


def test_a_chain_of_near_places_is_one_theatre():
    chain = [
        make_incident(str(n), place=Place(name=str(n), lat=9.0 * n, lon=20.0)) for n in (0, 2, 1)
    ]
    assert [len(group) for group in theatres(chain)] == [3]


def test_marks_of_one_town_do_not_overlap():
    incidents = [make_incident(str(n), figures=(make_toll(9 * n, 9 * n),)) for n in range(12)]
    for one, other in combinations(spread(incidents, (0.0, 0.0)), 2):
        assert apart(one.at, other.at) >= one.radius + other.radius


def test_what_has_no_place_is_counted_below_the_map():
    report = drafted(make_incident("a"), make_incident("b", place=None))
    assert report.map_note.startswith("1 incident without a place not shown.")


def test_the_map_names_towns_around():
    assert ">Ibb<" in drawing(make_incident())


def test_the_table_holds_what_the_map_shows():
    report = drafted(make_incident(figures=(make_toll(4, 9),)))
    assert report.places.rows == (("Taiz, Yemen", "settlement", "1", "Shelling 1", "4–9"),)


def test_a_window_holds_its_spots_with_their_radius():
    window = around([(44.0, 13.6, 110.0), (46.0, 15.0, 0.0)], 720, 350)
    assert window.box.west < 44.0 - 1.0
    assert window.box.east > 46.0
    assert window.box.south < 12.6
    assert window.box.north > 15.0


@pytest.mark.parametrize(
    "place",
    [
        pytest.param(Place(name="Suva", lat=-18.1, lon=178.4), id="near 180 degrees"),
        pytest.param(Place(name="Pole", lat=-90.0, lon=0.0), id="a pole"),
        pytest.param(Place(name="Null", lat=0.0, lon=0.0, precision="sea"), id="the open sea"),
        pytest.param(Place(name="Sahel", lat=15.0, lon=0.0, precision="region"), id="a region"),
        pytest.param(Place(name="?", lat=15.0, lon=0.0, precision="unheard of"), id="unknown"),
    ],
)
def test_a_map_can_be_drawn_anywhere(place):
    found = etree.fromstring(drawing(make_incident(place=place)))
    assert found.get("role") == "img"


def test_an_exact_day_is_a_column_and_a_month_a_soft_bar():
    june = When(start=date(2018, 6, 1), end=date(2018, 6, 30), precision="month")
    exact, vague = drafted(make_incident()), drafted(make_incident("a"), make_incident(date=june))
    assert 'fill="url(#bar-fire)"' not in exact.timeline.svg
    assert 'fill="url(#bar-fire)"' in vague.timeline.svg


@pytest.mark.parametrize(
    ("until", "step"), [("2018-06-30", "day"), ("2018-12-31", "week"), ("2020-12-31", "month")]
)
def test_long_spans_are_drawn_by_week_or_month(until, step):
    report = drafted(make_incident(), since=date(2018, 6, 1), until=date.fromisoformat(until))
    assert report.timeline.caption.startswith(f"Incidents by {step};")


def test_an_area_is_cut_to_the_window():
    assert sorted(clipped(SQUARE, (5, -1, 20, 20))) == [(5, 0), (5, 10), (10, 0), (10, 10)]


def test_a_line_is_cut_into_the_pieces_that_are_seen():
    line = [(float(x), 0.0) for x in (0, 1, 50, 51, 100)]
    assert list(pieces(line, (0.5, -1, 1.5, 1))) == [[(0.0, 0.0), (1.0, 0.0), (50.0, 0.0)]]


def test_thinning_keeps_the_ends():
    assert thinned([(0.0, 0.0), (0.1, 0.0), (0.2, 0.0)], 1.0) == [(0.0, 0.0), (0.2, 0.0)]


def test_the_middle_of_an_area_is_its_centre_of_mass():
    assert middle(SQUARE) == (100.0, (5.0, 5.0))
