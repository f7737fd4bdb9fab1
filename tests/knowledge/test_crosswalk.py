"""The code lists of others hold what Dateline has codes for, and nothing they do not have."""

import pytest

from dateline.knowledge.actors.nouns import ROLES
from dateline.knowledge.crosswalk import country_codes, crosswalk, goldstein
from dateline.knowledge.gazetteer.countries import countries
from dateline.knowledge.gazetteer.entry import WHERE_PREC
from dateline.knowledge.ontology import TYPES, kinds

LISTS = crosswalk()
EVENT_TYPES = {
    "Battles",
    "Explosions/Remote violence",
    "Protests",
    "Riots",
    "Strategic developments",
    "Violence against civilians",
}


def test_every_kind_is_listed_and_no_other():
    assert set(LISTS.kinds) == set(kinds())


@pytest.mark.parametrize("kind", LISTS.kinds.values())
def test_a_kind_has_codes_that_exist(kind):
    assert kind.acled in EVENT_TYPES | {""}
    assert kind.mode in {*LISTS.plover.modes, ""}
    assert kind.plover in {*TYPES, ""}
    assert {kind.actors, kind.targets} <= {*LISTS.acled.inter, ""}
    assert all(goldstein(code) is not None for code in (kind.cameo, *kind.weapons.values()))


def test_each_role_is_of_one_side_or_of_none():
    sides = (LISTS.state, LISTS.armed_groups, LISTS.civilian, {"IGO", "UNK"})

    assert sorted(role for side in sides for role in side) == sorted(ROLES)


def test_types_have_quads_and_scores():
    assert set(LISTS.plover.quads) == set(LISTS.plover.scores) == set(TYPES)


def test_modes_of_weapons_have_scores():
    assert set(LISTS.plover.weapons.values()) <= set(LISTS.plover.modes)


def test_places_are_recorded_by_every_precision_but_a_country():
    assert set(LISTS.acled.places) == set(WHERE_PREC) - {"country"}


def test_every_event_type_has_a_disorder_type():
    assert set(LISTS.acled.disorder) >= EVENT_TYPES


@pytest.mark.parametrize("country", [country.alpha3 for country in countries()])
def test_every_country_has_its_number(country):
    number = country_codes(country).numeric

    assert number is None if country == "XKX" else len(number) == 3


@pytest.mark.parametrize(
    ("country", "regions"),
    [
        ("MEX", ("North America", "Americas")),
        ("IRN", ("Middle East", "Middle East")),
        ("GEO", ("Caucasus and Central Asia", "Europe")),
        ("ATA", ("Antarctica", None)),
        (None, (None, None)),
    ],
)
def test_regions_are_those_of_each_list(country, regions):
    codes = country_codes(country)

    assert (codes.acled_region, codes.ucdp_region) == regions


@pytest.mark.parametrize(
    ("code", "score"), [("195", -10.0), ("1951", -10.0), ("0841", 7.0), ("99", None)]
)
def test_a_code_without_a_score_takes_that_of_the_next_wider_one(code, score):
    assert goldstein(code) == score
