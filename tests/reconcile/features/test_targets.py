"""The same thing hit, whatever the words, or another."""

import pytest

from dateline.reconcile.features.targets import compare
from tests.reconcile.made import make_party, side, sketch_pair


def aimed(one, other):
    made = ({"targets": tuple(make_party(n, role="CVL") for n in names)} for names in (one, other))
    return compare(*sketch_pair(*made, evidence=()))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(["tyre works"], ["tyre works"], "for", id="one name"),
        pytest.param(["clinic"], ["maternity ward"], "for", id="one sort of thing"),
        pytest.param(["mosque"], ["worshippers"], "for", id="a site and its people"),
        pytest.param(["market", "clinic"], ["hospital"], "for", id="one of several"),
        pytest.param(["clinic"], ["granary"], "against", id="other things"),
        pytest.param(["fishermen"], ["ploughmen"], "against", id="others of no known sort"),
        pytest.param(["clinic"], [], "nothing", id="one is silent"),
    ],
)
def test_the_same_thing_speaks_for_and_another_against(one, other, expected):
    assert side(aimed(one, other)) == expected


def test_the_same_words_say_more_than_the_same_sort():
    assert aimed(["clinic"], ["clinic"]).points > aimed(["clinic"], ["hospital"]).points


def test_the_things_are_named():
    assert "health" in aimed(["clinic"], ["hospital"]).words
