"""The lists behind likeness hold together."""

import pytest

from benchmarks.quality.authoring.codebook import codebook
from dateline.knowledge.actors.folding import fold_name
from dateline.knowledge.likeness import likeness_words
from dateline.knowledge.ontology import kinds, weapon_words

WORDS = likeness_words()
LISTS = ("silent", "generic", "houses", "offices", "credits")
TABLES = ("things", "families", "weapons")


def tables():
    return [
        pytest.param(words, id=f"{name}: {key}")
        for name in TABLES
        for key, words in getattr(WORDS, name).items()
    ]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_holds_single_folded_words(name):
    words = getattr(WORDS, name)

    assert words
    assert [word for word in words if word != fold_name(word) or not word.isalpha()] == []


@pytest.mark.parametrize("words", tables())
def test_no_group_is_empty_or_of_one(words):
    assert len(words) > 1


@pytest.mark.parametrize("thing", [pytest.param(thing, id=thing) for thing in WORDS.things])
def test_the_words_of_a_thing_are_folded_and_say_something(thing):
    words = WORDS.things[thing]

    assert [word for word in words if word != fold_name(word)] == []
    assert words.isdisjoint(WORDS.silent)


def test_the_kinds_of_families_are_those_of_the_ontology():
    assert {kind for family in WORDS.families.values() for kind in family} <= kinds().keys()


def test_the_weapons_of_groups_are_the_codebooks():
    listed = {weapon for group in WORDS.weapons.values() for weapon in group}

    assert listed <= codebook().weapons
    assert listed <= set(weapon_words().values())


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("shelling", "missile-strike", True, id="strikes"),
        pytest.param("arrest", "abduction", True, id="people taken"),
        pytest.param("shelling", "talks", False, id="others"),
        pytest.param("shelling", "interception", False, id="a hit and a miss"),
    ],
)
def test_kinds_of_one_family_are_often_the_same(left, right, expected):
    assert WORDS.same_family(left, right) is expected
    assert WORDS.same_family(right, left) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("mortar", "artillery", True, id="guns"),
        pytest.param("car-bomb", "ied", True, id="planted"),
        pytest.param("bladed", "artillery", False, id="others"),
    ],
)
def test_weapons_of_one_group_are_taken_for_each_other(left, right, expected):
    assert WORDS.same_means(left, right) is expected
    assert WORDS.same_means(right, left) is expected
