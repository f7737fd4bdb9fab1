import pytest

from dateline.knowledge.genres import (
    compile_shape,
    load_genre_entries,
    load_genre_weights,
    load_genres,
)

SHAPES = [(entry.name, shape) for entry in load_genre_entries() for shape in entry.shape]


@pytest.mark.parametrize(
    ("shape", "text"),
    [pytest.param(s, t, id=f"{name}: {t}") for name, s in SHAPES for t in s.yes],
)
def test_a_shape_finds_its_examples(shape, text):
    assert compile_shape(shape).search(text)


@pytest.mark.parametrize(
    ("shape", "text"),
    [pytest.param(s, t, id=f"{name}: {t}") for name, s in SHAPES for t in s.no],
)
def test_a_shape_leaves_its_counterexamples(shape, text):
    assert not compile_shape(shape).search(text)


@pytest.mark.parametrize("entry", load_genre_entries(), ids=lambda entry: entry.name)
def test_no_genre_lists_a_word_twice(entry):
    listed = f"{entry.sure}, {entry.typical}, {entry.weak}".replace("\n", " ").split(",")
    words = [" ".join(word.split()) for word in listed if word.strip()]

    assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize(
    ("first", "second", "rest"),
    [
        pytest.param("first", "-", ("person", "shooter"), id="hyphens are tokens"),
        pytest.param("alzheimer", "'s", (), id="possessives are tokens"),
        pytest.param("ak-47s", None, None, id="but not before a digit"),
    ],
)
def test_words_are_parted_as_tokens_are(first, second, rest):
    genres = load_genres()

    if second is None:
        assert first in genres.words
    else:
        assert rest in [known for known, _ in genres.phrases[first][second]]


def test_the_strongest_list_of_a_genre_counts():
    assert dict(load_genres().words["goalkeeper"])["sport"] == 3


def test_armed_groups_speak_for_conflict():
    phrases = load_genres().phrases["islamic"]["jihad"]

    assert ((), (("conflict", 3.0),)) in phrases


def test_paragraph_and_report_are_weighed_by_the_same_measures():
    weights = load_genre_weights()

    assert weights.paragraph.keys() == weights.report.keys()
