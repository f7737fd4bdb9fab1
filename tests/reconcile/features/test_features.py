"""What all features have in common: they are explained to analysts, and have no favourite side."""

import pytest

from dateline.reconcile.scoring import FEATURES

EACH = pytest.mark.parametrize("name", [pytest.param(name, id=name) for name in FEATURES.names()])


@EACH
def test_the_docstring_is_a_sentence_for_analysts(name):
    sentence = FEATURES[name].measure.__doc__

    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert "\n" not in sentence


@EACH
def test_the_sentence_speaks_of_events_and_not_of_the_program(name):
    words = set(FEATURES[name].measure.__doc__.lower().split())

    assert words.isdisjoint({"left", "right", "sketch", "sketches", "none", "return", "compare"})


@EACH
def test_a_feature_is_titled_as_its_file(name):
    assert FEATURES[name].title == name


def test_the_features_are_those_that_are_described():
    known = "actors extent factuality figures kind place targets time weapon words"

    assert sorted(FEATURES.names()) == known.split()
