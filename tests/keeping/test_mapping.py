"""Counting on a map: every incident of a view once, in whole cells."""

import random
from dataclasses import replace

import pytest

from dateline.keeping.mapping import cells
from dateline.records import Box, Circle, Query
from dateline.store import open_store
from dateline.store.columns import load_overview
from tests.store.made import make_listed

WORLD = Box(west=-180, south=-90, east=180, north=90)
GRADES = ("weak", "fair", "confirmed", "contested")


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    """Keep incidents all over the world, and some without a place."""
    chance = random.Random(3)  # noqa: S311
    made = [
        make_listed(
            f"i{n}",
            lat=chance.uniform(-89, 89) if n % 10 else None,
            lon=chance.uniform(-180, 180) if n % 10 else None,
            grade=chance.choice(GRADES),
            tolls=(("killed", 1.0, 2.0, 3.0),),
        )
        for n in range(500)
    ]
    with open_store(str(tmp_path_factory.mktemp("map") / "record.db")) as store:
        with store.writing() as write:
            write.put_incidents(made)
        yield store, load_overview(store), made


@pytest.mark.parametrize("zoom", [0, 3, 9, 20])
def test_the_whole_world_has_every_incident_with_a_place_once(record, zoom):
    store, overview, made = record

    found = cells(store, overview, Query(), WORLD, zoom)

    assert sum(cell.count for cell in found) == sum(one.lat is not None for one in made)
    assert [cell.count for cell in found] == sorted(cell.count for cell in found)
    assert sum(cell.killed[1] for cell in found) == 3 * sum(cell.count for cell in found)


@pytest.mark.parametrize("query", [Query(), Query(grade="fair"), Query(sensitive=False)])
def test_a_view_shows_its_cells_as_the_world_does(record, query):
    store, overview, _ = record
    view = Box(west=10, south=-20, east=100, north=50)

    whole = {cell.bounds: cell for cell in cells(store, overview, query, WORLD, 3)}
    seen = cells(store, overview, query, view, 3)

    assert seen
    assert all(whole[cell.bounds] == cell for cell in seen)
    assert {bounds for bounds in whole if inside(bounds, view)} <= {cell.bounds for cell in seen}


def inside(bounds, view):
    west, south, east, north = bounds
    return west >= view.west and east <= view.east and south >= view.south and north <= view.north


def test_a_view_over_the_date_line_has_both_sides(record):
    store, overview, _ = record
    view = Box(west=160, south=-60, east=-160, north=60)

    found = cells(store, overview, Query(), view, 5)

    assert any(cell.lon > 160 for cell in found)
    assert any(cell.lon < -160 for cell in found)
    assert not any(-150 < cell.lon < 150 for cell in found)


def test_one_alone_is_told_by_its_number_and_grade(record):
    store, overview, made = record
    one = next(one for one in made if one.lat is not None and abs(one.lat) < 60)
    view = Box(west=one.lon, south=one.lat, east=one.lon, north=one.lat)

    [cell] = cells(store, overview, Query(), view, 15)

    assert (cell.count, cell.grade) == (1, one.grade)
    assert store.numbered([cell.number])[cell.number].id == one.id


def test_a_cell_of_several_shows_their_worst_grade_and_no_number(record):
    store, overview, _ = record

    world = cells(store, overview, Query(), WORLD, 0)

    assert {cell.grade for cell in world if cell.count > 20} == {"contested"}
    assert all(cell.number is None for cell in world if cell.count > 1)


def test_an_area_of_the_query_cuts_the_cells_of_the_view(record):
    store, overview, made = record
    near = next(one for one in made if one.lat is not None and abs(one.lat) < 60)
    query = Query(near=Circle(lat=near.lat, lon=near.lon, km=1))

    assert [cell.count for cell in cells(store, overview, query, WORLD, 2)] == [1]
    assert cells(store, overview, replace(query, near=None, placed=False), WORLD, 2) == []
