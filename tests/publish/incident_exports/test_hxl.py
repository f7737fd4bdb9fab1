"""CSV with HXL hashtags, read back by the library that most tools use."""

import csv
from io import BytesIO, StringIO

import hxl
import pytest

from dateline.publish.incident_exports.hxl import COLUMNS
from tests.publish.incident_exports.made import incidents, shelling, written

SCHEMA = [
    ["#valid_tag", "#valid_required", "#valid_datatype"],
    ["#event+id", "true", ""],
    ["#event+name", "true", ""],
    ["#affected", "", "number"],
    ["#date", "", "date"],
    ["#geo+lat", "", "number"],
    ["#geo+lon", "", "number"],
    ["#meta+num", "true", "number"],
]


def data(*given):
    return hxl.data(BytesIO(written("hxl", *given).encode()))


@pytest.mark.parametrize("given", [(), incidents()], ids=["none", "many"])
def test_libhxl_finds_the_hashtags_and_nothing_wrong(given):
    faults = []

    assert hxl.schema(SCHEMA, faults.append).validate(data(*given))
    assert faults == []
    assert data(*given).display_tags == [column.tag for column in COLUMNS]


def test_every_hashtag_is_of_the_core_standard():
    core = set(
        "#event #description #date #country #adm1 #adm2 #loc #geo #affected #group #cause "
        "#status #meta".split()
    )

    assert {column.tag.split("+")[0] for column in COLUMNS} == core


def test_no_two_columns_bear_the_same_tag():
    tags = ["+".join(sorted(column.tag.split("+"))) for column in COLUMNS]

    assert len(tags) == len(set(tags))


@pytest.mark.parametrize(
    ("pattern", "value"),
    [
        ("#event+id", shelling().id),
        ("#affected+killed", "5"),
        ("#affected+killed+min", "4"),
        ("#affected+injured", "12"),
        ("#date+start", "2024-07-03"),
        ("#country+code", "UKR"),
        ("#meta+origins", "2"),
        ("#group+recipient", "market; civilian"),
    ],
)
def test_a_tag_finds_its_value(pattern, value):
    [row] = list(data(shelling()))

    assert row.get(pattern) == value


def test_the_heading_stands_above_the_hashtags():
    heading = next(csv.reader(StringIO(written("hxl"), newline="")))

    assert heading == [column.name for column in COLUMNS]
