"""The same weapon, one that is taken for it, or another."""

import pytest

from dateline.reconcile.features.weapon import compare
from tests.reconcile.made import side, sketch_pair


def with_weapons(one, other):
    return compare(*sketch_pair({"weapon": one}, {"weapon": other}))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("drone", "drone", "for", id="the same"),
        pytest.param("mortar", "landmine", "against", id="another"),
        pytest.param("drone", None, "nothing", id="one is silent"),
        pytest.param("mixed", "drone", "nothing", id="several may hold the one"),
    ],
)
def test_the_same_weapon_speaks_for_and_another_against(one, other, expected):
    assert side(with_weapons(one, other)) == expected
    assert side(with_weapons(other, one)) == expected


def test_a_weapon_that_is_taken_for_another_says_less_than_a_strange_one():
    assert with_weapons("artillery", "mortar").points > with_weapons("artillery", "bladed").points


def test_the_weapon_is_named():
    assert with_weapons("drone", "drone").words == "same weapon: drone"
