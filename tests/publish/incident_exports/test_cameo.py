"""Rows in the shape of GDELT 1.0."""

import csv
from io import StringIO

import pytest

from dateline.publish.incident_exports.cameo import COLUMNS
from dateline.records import When
from tests.publish.incident_exports.made import coded, shelling, written

ACTOR = (
    "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code "
    "Type2Code Type3Code"
).split()
GEO = "Type FullName CountryCode ADM1Code Lat Long FeatureID".split()
NAMES = [
    *"GLOBALEVENTID SQLDATE MonthYear Year FractionDate".split(),
    *(f"Actor{n}{part}" for n in (1, 2) for part in ACTOR),
    *"IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale".split(),
    *"NumMentions NumSources NumArticles AvgTone".split(),
    *(f"{who}Geo_{part}" for who in ("Actor1", "Actor2", "Action") for part in GEO),
    *"DATEADDED SOURCEURL".split(),
]


def rows(*incidents):
    table = csv.reader(StringIO(written("cameo", *incidents), newline=""), delimiter="\t")
    return [dict(zip(NAMES, row, strict=True)) for row in table]


def test_the_columns_are_gdelts_in_their_order():
    assert [column.name for column in COLUMNS] == NAMES
    assert len(NAMES) == 58


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("SQLDATE", "20240703"),
        ("MonthYear", "202407"),
        ("FractionDate", "2024.5836"),
        ("Actor1Code", "RUSMIL"),
        ("Actor1Name", "Russian army"),
        ("Actor2Code", "UKRCVL"),
        ("EventCode", "194"),
        ("EventRootCode", "19"),
        ("QuadClass", "4"),
        ("GoldsteinScale", "-10.0"),
        ("NumMentions", "2"),
        ("NumSources", "2"),
        ("NumArticles", "2"),
        ("ActionGeo_Type", "4"),
        ("ActionGeo_Lat", "48.7231"),
        ("DATEADDED", "20240704"),
        ("SOURCEURL", "https://courier.example/1"),
        ("AvgTone", ""),
    ],
)
def test_cells(column, value):
    assert rows(shelling())[0][column] == value


@pytest.mark.parametrize(
    ("kind", "weapon", "codes"),
    [
        ("talks", None, ("040", "1", "1.0")),
        ("military-aid", None, ("072", "2", "8.3")),
        ("threaten", None, ("130", "3", "-4.4")),
        ("bombing", "car-bomb", ("1832", "4", "-10.0")),
        ("armed-clash", "small-arms", ("193", "4", "-10.0")),
    ],
)
def test_kind_and_weapon_make_the_code(kind, weapon, codes):
    [row] = rows(coded(kind, weapon=weapon))

    assert (row["EventCode"], row["QuadClass"], row["GoldsteinScale"]) == codes


@pytest.mark.parametrize(
    "incident",
    [
        pytest.param(coded("shelling", factuality="planned"), id="planned"),
        pytest.param(coded("shelling", date=When()), id="no date"),
    ],
)
def test_what_has_no_day_or_did_not_take_place_is_left_out(incident):
    assert rows(incident) == []
