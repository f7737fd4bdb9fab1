"""The words about figures agree with the codebook and with each other."""

import pytest

from dateline.knowledge.figures import load_figure_words
from dateline.knowledge.numbers import load_number_words

MEASURES = frozenset(
    "killed injured casualties missing detained abducted released displaced evacuated rescued "
    "trapped troops weapons-used weapons-destroyed structures-damaged structures-destroyed "
    "people-affected aid-value distance other".split()
)
POPULATIONS = frozenset(
    "civilian military combatant child woman man aid-worker journalist police people".split()
)
WORDS = load_figure_words()


@pytest.mark.parametrize("group", WORDS.kept.groups, ids=lambda group: group.name)
def test_every_measure_is_one_of_the_codebook(group):
    given = {*group.measures.values(), *group.nouns.values()} - {""}

    assert given <= MEASURES


@pytest.mark.parametrize("group", WORDS.kept.groups, ids=lambda group: group.name)
def test_every_group_counts_known_classes(group):
    kinds = {*WORDS.counted.things, "person", "bare", "unknown", "*"}

    assert set(group.measures) <= kinds | POPULATIONS


@pytest.mark.parametrize("name", ["states", "conditions", "nominals", "headings"])
def test_every_list_names_a_group(name):
    assert set(getattr(WORDS.kept, name)) <= set(WORDS.groups)


def test_every_population_is_one_of_the_codebook():
    assert set(WORDS.counted.people) == POPULATIONS


def test_no_person_is_of_two_populations():
    listed = [word for words in WORDS.counted.people.values() for word in words]

    assert sorted(listed) == sorted(set(listed))


def test_tolls_and_defaults_are_measures():
    counted = WORDS.counted

    assert {*counted.tolls, *counted.weak_tolls, *counted.defaults.values()} <= MEASURES


def test_vague_numbers_have_an_order():
    phrases = load_number_words().phrases.meaning.values()

    assert all(low <= high for _, (low, high) in phrases)
