"""GeoJSON: a feature for each event, and how exact its point is."""

import json
from io import StringIO

import pytest

from dateline.publish import EXPORTS, Options


def written(*records):
    stream = StringIO()
    EXPORTS["geojson"].write(records, stream, Options())
    return json.loads(stream.getvalue())


def test_a_placed_event_is_a_point_with_longitude_first(record):
    feature = written(record)["features"][0]

    assert feature["geometry"] == {"type": "Point", "coordinates": [16.59, 31.2]}


def test_an_event_without_a_place_is_kept_without_a_point(record):
    features = {feature["id"]: feature for feature in written(record)["features"]}

    assert features["r1/e3"]["geometry"] is None


def test_a_point_never_stands_without_its_precision(record):
    for feature in written(record)["features"]:
        properties = feature["properties"]
        placed = feature["geometry"] is not None

        assert (properties["precision"] is not None) == placed
        assert (properties["radius_km"] is not None) == placed


@pytest.mark.parametrize("count", [0, 1, 2])
def test_any_number_of_reports_is_one_collection(record, count):
    collection = written(*[record] * count)

    assert collection["type"] == "FeatureCollection"
    assert len(collection["features"]) == count * len(record.events)
