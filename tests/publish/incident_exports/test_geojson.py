"""GeoJSON: a feature for each incident, and how exact its point is."""

import json
from pathlib import Path

import pytest
from jsonschema import validate

from tests.publish.incident_exports.made import incidents, shelling, written

SCHEMA = json.loads((Path(__file__).parent / "geojson.schema.json").read_text())


def collection(*given):
    return json.loads(written("geojson", *given))


@pytest.mark.parametrize("given", [(), (shelling(),), incidents()], ids=["none", "one", "many"])
def test_the_collection_is_as_in_rfc_7946(given):
    validate(collection(*given), SCHEMA)

    assert len(collection(*given)["features"]) == len(given)


def test_an_incident_is_a_point_with_longitude_first():
    [feature] = collection(shelling())["features"]

    assert feature["geometry"]["coordinates"] == [37.5563, 48.7231]
    assert feature["id"] == shelling().id


def test_a_point_never_stands_without_its_radius():
    for feature in collection(*incidents())["features"]:
        assert (feature["geometry"] is None) == (feature["properties"]["radius_km"] is None)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("killed_low", 4),
        ("killed_best", 5),
        ("killed_high", 5),
        ("injured_best", 12),
        ("reports", 2),
        ("origins", 2),
        ("grade", "fair"),
        ("radius_km", 5),
        ("targets", ["market", "civilian"]),
    ],
)
def test_properties(name, value):
    [feature] = collection(shelling())["features"]

    assert feature["properties"][name] == value
