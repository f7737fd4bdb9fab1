"""The same kind of happening, one told in like words, or another."""

import pytest

from dateline.knowledge.ontology import kind_named
from dateline.reconcile.features.kind import compare
from tests.reconcile.made import side, sketch_pair


def of_kinds(one, other):
    fields = ({"kind": kind, "type": kind_named(kind).type} for kind in (one, other))
    return compare(*sketch_pair(*fields))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("shelling", "shelling", "for", id="the same"),
        pytest.param("shelling", "missile-strike", "for", id="strikes"),
        pytest.param("arrest", "abduction", "for", id="people taken"),
        pytest.param("agreement", "talks", "for", id="people who talk"),
        pytest.param("chemical-attack", "torture", "against", id="unlike ones of a type"),
        pytest.param("shelling", "talks", "against", id="of other types"),
        pytest.param("shelling", "interception", "against", id="a hit and a miss"),
    ],
)
def test_kinds_told_in_like_words_speak_for_and_others_against(one, other, expected):
    assert side(of_kinds(one, other)) == expected


def test_the_same_kind_says_more_than_one_like_it():
    same, like = of_kinds("shelling", "shelling"), of_kinds("shelling", "airstrike")

    assert same.points > like.points


def test_another_type_says_more_than_another_kind_of_one_type():
    kind, type_ = of_kinds("chemical-attack", "torture"), of_kinds("chemical-attack", "talks")

    assert type_.points < kind.points


def test_kinds_are_named_by_their_labels():
    assert (
        kind_named("looting-or-destruction").label
        in of_kinds("looting-or-destruction", "talks").words
    )
