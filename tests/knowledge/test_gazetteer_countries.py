"""Countries by name, people, capital and seat of power."""

import pytest

from dateline.knowledge.gazetteer.countries import (
    alpha3_of,
    capital_country,
    countries,
    country_named,
    country_of,
    demonym_country,
    metonym_country,
)
from dateline.knowledge.gazetteer.regions import demonym_region


@pytest.mark.parametrize(
    ("name", "code"),
    [
        pytest.param("Syria", "SYR", id="name"),
        pytest.param("the Netherlands", "NLD", id="article"),
        pytest.param("D.R. Congo", "COD", id="short form"),
        pytest.param("Côte d’Ivoire", "CIV", id="own name"),
        pytest.param("Burma", "MMR", id="former name"),
        pytest.param("U.S.", "USA", id="stops"),
        pytest.param("MALI", "MLI", id="capitals"),
        pytest.param("us", None, id="a pronoun"),
        pytest.param("car", None, id="a vehicle"),
        pytest.param("Atlantis", None, id="nowhere"),
    ],
)
def test_names_of_countries(name, code):
    assert country_named(name) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [
        pytest.param("Sudanese", "SDN", id="adjective"),
        pytest.param("Malians", "MLI", id="plural"),
        pytest.param("Nigerien", "NER", id="of Niger"),
        pytest.param("Nigerian", "NGA", id="of Nigeria"),
        pytest.param("Burkinabè", "BFA", id="accent"),
        pytest.param("South Korean", "KOR", id="two words"),
        pytest.param("Filipina", "PHL", id="feminine"),
        pytest.param("Vulcan", None, id="no people"),
    ],
)
def test_peoples(word, code):
    assert demonym_country(word) == code


def test_peoples_of_regions_point_at_the_region():
    assert demonym_region("Chechens").name == "Chechnya"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        pytest.param("the Kremlin", "RUS", id="Kremlin"),
        pytest.param("Downing Street", "GBR", id="Downing Street"),
        pytest.param("Aso Rock", "NGA", id="Aso Rock"),
        pytest.param("Paris", None, id="a capital is a place first"),
    ],
)
def test_seats_of_power(name, code):
    assert metonym_country(name) == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        pytest.param("Bamako", "MLI", id="capital"),
        pytest.param("Kiev", "UKR", id="old spelling"),
        pytest.param("Rangoon", "MMR", id="former capital"),
        pytest.param("Mombasa", None, id="no capital"),
    ],
)
def test_capitals(name, code):
    assert capital_country(name) == code


def test_codes_are_unique():
    table = countries()

    assert len({c.alpha3 for c in table}) == len({c.alpha2 for c in table}) == len(table) == 250
    assert alpha3_of("SS") == "SSD"
    assert country_of("SSD").name == "South Sudan"


def test_no_name_stands_for_two_countries():
    seen: dict[str, str] = {}
    for country in countries():
        for name in (country.name, *country.variants):
            assert seen.setdefault(name.casefold(), country.alpha3) == country.alpha3
