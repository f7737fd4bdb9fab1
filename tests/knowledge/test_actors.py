"""The tables of parties hold together, and read as their heads say."""

from pathlib import Path

import pytest

import dateline.knowledge.actors as room
from dateline.knowledge.actors import (
    garrisons,
    known_names,
    modifier_roles,
    nouns,
    peoples,
    word_list,
)
from dateline.knowledge.actors.folding import fold_name
from dateline.knowledge.actors.nouns import NATURES, ROLES
from dateline.knowledge.files import read_table
from dateline.knowledge.gazetteer.countries import country_of

FOLDER = Path(room.__file__).parent
REGIONS = sorted((FOLDER / "armed_groups").glob("*.tsv"))
NAMES = [*REGIONS, *(FOLDER / f"{t}.tsv" for t in ("igos", "media", "ngos", "parties", "services"))]


def bearers(written):
    key = fold_name(written).split(" ")[0]
    return [k for a in known_names().get(key, ()) if a.written == written for k in a.bearers]


@pytest.mark.parametrize("path", NAMES, ids=lambda path: path.stem)
def test_every_row_has_a_name_known_countries_and_a_role(path):
    for name, codes, role, *aliases in read_table(path):
        assert name.strip() == name
        assert name
        assert role in ROLES, name
        assert codes == "-" or all(country_of(code) for code in codes.split()), name
        assert all(alias.strip() for cell in aliases for alias in cell.split(" | ")), name


@pytest.mark.parametrize("path", NAMES, ids=lambda path: path.stem)
def test_no_name_has_two_rows(path):
    rows = [row[0] for row in read_table(path)]

    assert sorted(rows) == sorted(set(rows))


def test_holders_of_office_have_known_countries_and_roles():
    for codes, role, names in read_table(FOLDER / "leaders.tsv"):
        assert role in ROLES, names
        assert codes == "-" or country_of(codes), names


def test_peoples_and_garrisons_point_to_known_countries():
    codes = {code for found in peoples().values() for code in found}
    codes |= {where for where, _ in garrisons()} | set(garrisons().values())

    assert all(country_of(code) for code in codes)


def test_armed_groups_of_every_continent_are_known():
    regions = {path.stem for path in REGIONS}
    groups = {k for found in known_names().values() for a in found for k in a.bearers}
    homes = {k.countries[0] for k in groups if k.kind in regions and k.countries}

    assert {"UKR", "SYR", "NGA", "COD", "SOM", "AFG", "MMR", "PHL", "PNG", "COL", "HTI"} <= homes
    assert len(REGIONS) > 10


@pytest.mark.parametrize(
    ("written", "country", "role"),
    [
        pytest.param("Lord's Resistance Army", "UGA", "REB", id="rebels"),
        pytest.param("LRA", "UGA", "REB", id="abbreviation"),
        pytest.param("Gulf Clan", "COL", "CRM", id="criminals"),
        pytest.param("FARDC", "COD", "MIL", id="army"),
        pytest.param("Mossad", "ISR", "SPY", id="spies"),
        pytest.param("Yonhap", "KOR", "MED", id="agency"),
        pytest.param("Anwar Sadat", "EGY", "GOV", id="holder of office"),
    ],
)
def test_a_name_tells_its_country_and_role(written, country, role):
    [known] = bearers(written)

    assert (known.countries[0], known.role) == (country, role)


def test_an_abbreviation_may_have_several_bearers():
    countries = {known.countries[0] for known in bearers("SLA")}

    assert {"LBN", "LKA", "SDN"} <= countries


@pytest.mark.parametrize(
    ("noun", "role", "nature", "is_open"),
    [
        pytest.param("paratrooper", "MIL", "person", False, id="soldier"),
        pytest.param("spokesman", "GOV", "person", True, id="open head"),
        pytest.param("field hospital", "AID", "thing", False, id="two words"),
        pytest.param("machine gunner", "MIL", "person", False, id="hyphen or not"),
        pytest.param("village", "CVL", "area", False, id="area"),
        pytest.param("refugee camp", "REF", "thing", False, id="camp"),
    ],
)
def test_a_noun_tells_its_role(noun, role, nature, is_open):
    found = nouns()[noun]

    assert (found.role, found.nature, found.open) == (role, nature, is_open)


@pytest.mark.parametrize("noun", ["ceasefire", "airstrike", "statement", "monday", "figure"])
def test_happenings_and_words_are_no_parties(noun):
    assert noun not in nouns()


def test_nouns_have_roles_and_natures_of_the_codebook():
    assert {noun.role for noun in nouns().values()} <= ROLES
    assert {noun.nature for noun in nouns().values()} == NATURES
    assert set(modifier_roles().values()) <= ROLES


@pytest.mark.parametrize("name", ["quantity", "title", "common", "plain", "harm", "nominal"])
def test_the_word_lists_are_lower_case(name):
    assert all(word == word.lower() for word in word_list(name))


@pytest.mark.parametrize("name", ["Al-Qaïda", "Łódź – İzmir", "N’Djamena", "ΑΒΓ", "ß"])
def test_folding_keeps_every_letter_at_its_offset(name):
    assert len(fold_name(name)) == len(name)


def test_no_noun_stands_in_two_rows():
    words = [w.strip() for row in read_table(FOLDER / "nouns.tsv") for w in row[3].split(",")]

    assert sorted(words) == sorted(set(words))
