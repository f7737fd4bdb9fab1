"""The same sentence, or words in common."""

import pytest

from dateline.reconcile.features.words import compare
from dateline.records import Quote
from tests.reconcile.made import side, sketch_pair

SENTENCE = "A rocket tore through the ferry terminal while porters were unloading crates of oranges"


def worded(one, other):
    quotes = ((Quote(start=0, end=len(text), quote=text),) if text else () for text in (one, other))
    return compare(*sketch_pair(*({"evidence": evidence} for evidence in quotes)))


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param(SENTENCE, "for", id="the same sentence"),
        pytest.param(
            "A rocket tore through the ferry terminal, where porters unloaded oranges",
            "for",
            id="an edited one",
        ),
        pytest.param(
            "Porters died when the ferry terminal was hit by a rocket on Monday",
            "for",
            id="words in common",
        ),
        pytest.param("Gunmen ambushed a patrol upriver", "against", id="no word in common"),
        pytest.param("A rocket fell short of the barracks", "nothing", id="a word by chance"),
        pytest.param("", "nothing", id="no words at all"),
    ],
)
def test_words_in_common_speak_for_and_none_against(other, expected):
    assert side(worded(SENTENCE, other)) == expected


def test_the_same_sentence_says_most():
    edited = "A rocket tore through the ferry terminal while porters were unloading oranges"

    assert worded(SENTENCE, SENTENCE).points > worded(SENTENCE, edited).points


def test_a_short_sentence_may_be_the_same_by_chance():
    short = "Shells hit the harbour"

    assert worded(short, short).words != "told in the same sentence"


def test_words_of_reporting_are_no_words_in_common():
    found = worded(
        "Officials said on Monday that two people died", "Police said on Monday that one man fled"
    )

    assert side(found) != "for"
