"""Outlines of the world, and the towns of an area."""

from itertools import pairwise

import pytest

from dateline.knowledge.outlines import FILE, outlines
from dateline.knowledge.outlines.towns import towns
from dateline.records import Box

MEGABYTE = 1_000_000


def land(code):
    return next(land for land in outlines().lands if land.code == code)


def inside(point, ring):
    """Tell by the crossings of a line to the east (even: outside)."""
    lon, lat = point
    crossings = 0
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > lat) != (y2 > lat) and lon < x1 + (lat - y1) * (x2 - x1) / (y2 - y1):
            crossings += 1
    return crossings % 2 == 1


@pytest.mark.parametrize(
    ("code", "point"),
    [
        ("UKR", (36.23, 49.99)),
        ("UKR", (34.1, 44.95)),  # Simferopol
        ("SDN", (30.22, 13.18)),
        ("PSE", (35.2, 31.9)),
        ("XKX", (21.16, 42.66)),
    ],
)
def test_a_town_lies_in_its_country(code, point):
    assert any(inside(point, ring) for ring in land(code).rings)


def test_no_line_jumps_around_the_world():
    lines = (*outlines().coasts, *outlines().borders, *outlines().units)
    steps = (abs(one[0] - two[0]) for line in lines for one, two in pairwise(line))
    assert max(steps) < 180


def test_borders_that_are_not_agreed_are_told_apart():
    known = outlines()
    assert known.disputed
    assert not set(known.disputed) & set(known.borders)


def test_provinces_have_inner_borders_and_names():
    names = {name for name, _, _ in outlines().unit_names}
    assert {"Zamfara State", "Nampula"} & names
    assert len(outlines().units) > 1000


def test_the_file_is_small():
    assert FILE.stat().st_size < MEGABYTE


def test_towns_of_a_box_come_largest_first():
    found = towns(Box(west=28, south=11, east=32, north=15), most=3)
    assert found[0].name == "El Obeid"
    assert [town.population for town in found] == sorted(
        (town.population for town in found), reverse=True
    )
