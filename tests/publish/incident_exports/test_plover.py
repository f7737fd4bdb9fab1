"""Rows in the shape of POLECAT."""

import csv
from io import StringIO

import pytest

from dateline.publish.incident_exports.plover import COLUMNS
from dateline.records import Party
from tests.publish.incident_exports.made import coded, shelling, written

NAMES = (
    "Event ID, Event Date, Event Type, Event Mode, Intensity, Quad Code, Contexts, Actor Name, "
    "Actor Country, Actor COW, Primary Actor Sector, Actor Sectors, Actor Title, Actor Name Raw, "
    "Wikipedia Actor ID, Recipient Name, Recipient Country, Recipient COW, Primary Recipient "
    "Sector, Recipient Sectors, Recipient Title, Recipient Name Raw, Wikipedia Recipient ID, "
    "Placename, City, District, Province, Country, Latitude, Longitude, GeoNames ID, Raw "
    "Placename, Feature Type, Source, Publication Date, Story People, Story Organizations, Story "
    "Locations, Language, Version"
).split(", ")


def rows(*incidents):
    text = StringIO(written("plover", *incidents), newline="")
    return list(csv.DictReader(text, delimiter="\t"))


def test_the_columns_are_polecats_in_their_order():
    assert [column.name for column in COLUMNS] == NAMES
    assert len(NAMES) == 40


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("Event Date", "2024-07-03"),
        ("Event Type", "ASSAULT"),
        ("Event Mode", "heavy-weapons"),
        ("Intensity", "-9.5"),
        ("Quad Code", "4"),
        ("Actor Name", "Russian army"),
        ("Actor Country", "RUS"),
        ("Primary Actor Sector", "MIL"),
        ("Recipient Name", "market; civilian"),
        ("Recipient Sectors", "CVL"),
        ("City", "Kramatorsk"),
        ("Source", "Dateline; Donbas Courier; Wire"),
        ("Publication Date", "2024-07-04"),
        ("Story People", ""),
        ("Version", "Dateline"),
    ],
)
def test_cells(column, value):
    assert rows(shelling())[0][column] == value


@pytest.mark.parametrize(
    ("incident", "codes"),
    [
        pytest.param(
            coded("abduction", type="COERCE"), ("ASSAULT", "abduct", "-8.5"), id="abduction"
        ),
        pytest.param(coded("accuse", type="ACCUSE"), ("ACCUSE", "", "-3"), id="no mode"),
        pytest.param(
            coded("armed-attack", weapon="bladed"), ("ASSAULT", "primitive", "-8"), id="by weapon"
        ),
        pytest.param(coded("armed-attack", weapon=None), ("ASSAULT", "", "-9"), id="no weapon"),
    ],
)
def test_type_mode_and_score(incident, codes):
    [row] = rows(incident)

    assert (row["Event Type"], row["Event Mode"], row["Intensity"]) == codes


@pytest.mark.parametrize(
    ("party", "codes"),
    [
        (Party(name="UN", role="IGO"), ("IGO", "")),
        (Party(name="Pristina", country="XKX", role="GOV"), ("KOS", "GOV")),
        (Party(name="Radio", country="UKR", role="MED"), ("UKR", "JRN")),
        (Party(name="medics", country="UKR", role="AID"), ("UKR", "")),
    ],
)
def test_parties_have_plovers_codes(party, codes):
    [row] = rows(coded("shelling", actors=(party,)))

    assert (row["Actor Country"], row["Actor Sectors"]) == codes
