"""An event as a flat row."""

from dataclasses import replace

import pytest

from dateline.publish.columns import COLUMNS, RADIUS_KM, radius_km, row
from dateline.records import Place


def test_a_row_has_every_column(record):
    assert list(row(record, record.events[0])) == [column.name for column in COLUMNS]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("report", "r1"),
        ("published", "2019-06-05"),
        ("credits", "LANA; AFP"),
        ("kind", "shelling"),
        ("targets", "market"),
        ("target_codes", "LBY CVL"),
        ("actors", None),
        ("latitude", 31.2),
        ("radius_km", 5),
        ("start", "2019-06-04"),
        ("killed_low", 4),
        ("killed_high", None),
        ("injured_low", None),
        ("figures", "at least 4 killed (including 2 children), according to mayor"),
        ("claims", "army (denies): “firing on the city”"),
        ("evidence", "“Shells hit a market”"),
    ],
)
def test_cells(record, column, value):
    assert row(record, record.events[0])[column] == value


def test_an_event_without_a_place_has_no_radius(record):
    assert radius_km(record.events[2]) is None


@pytest.mark.parametrize("precision", RADIUS_KM)
def test_each_precision_has_a_radius(record, precision):
    place = Place(name="Sirte", lat=31.2, lon=16.59, precision=precision)

    assert radius_km(replace(record.events[0], place=place)) == RADIUS_KM[precision]
