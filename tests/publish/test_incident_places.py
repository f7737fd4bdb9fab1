"""Places as others want to have them."""

from dataclasses import replace

import pytest

from dateline.publish import incident_places as places
from dateline.records import Place
from tests.publish.incident_exports.made import shelling

MACOMIA = Place(name="Macomia", country="MOZ", lat=-12.2467, lon=40.1208)


def at(place):
    return replace(shelling(), place=place)


@pytest.mark.parametrize(
    ("place", "name"),
    [
        pytest.param(MACOMIA, "Cabo Delgado", id="in the gazetteer"),
        pytest.param(replace(MACOMIA, name="town"), None, id="not a name"),
        pytest.param(replace(MACOMIA, lat=0.0), None, id="another of that name"),
        pytest.param(
            replace(MACOMIA, name="Gaza Province", precision="admin1"), "Gaza Province", id="itself"
        ),
        pytest.param(None, None, id="no place"),
    ],
)
def test_the_province_is_told_where_the_gazetteer_has_the_place(place, name):
    assert places.admin1(at(place)) == name


@pytest.mark.parametrize(
    ("lat", "lon", "cell"),
    [
        pytest.param(-89.9, -179.9, 1, id="the first"),
        pytest.param(-89.9, 179.9, 720, id="the last of the first row"),
        pytest.param(0.25, 0.25, 129961, id="north and east of the origin"),
        pytest.param(None, None, None, id="no point"),
    ],
)
def test_cells_of_prio_grid_are_counted_from_the_south_west(lat, lon, cell):
    assert places.prio_grid(at(replace(MACOMIA, lat=lat, lon=lon))) == cell


@pytest.mark.parametrize(
    ("precision", "radius", "code"),
    [("site", 5, 1), ("admin2", 32, 3), ("admin1", 110, 4), ("country", 435, 6), ("sea", 300, 7)],
)
def test_a_precision_has_a_radius_and_ucdps_code(precision, radius, code):
    incident = at(replace(MACOMIA, precision=precision))

    assert (places.radius_km(incident), places.where_precision(incident)) == (radius, code)


def test_a_place_without_a_point_has_no_radius():
    assert places.radius_km(at(Place(name="Nowhere"))) is None
