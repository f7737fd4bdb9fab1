"""Who did it speaks for or against two events being one."""

import pytest

from dateline.reconcile.features.actors import compare
from tests.reconcile.made import make_party, side, sketch_pair

BRIGADE = make_party("Orlen Brigade")
RIVALS = make_party("Tamsin Front")
ARMY = make_party("Ukrainian army", "UKR")


def acted(one, other, **fields):
    return compare(*sketch_pair({"actors": one}, {"actors": other}, **fields))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param((BRIGADE,), (BRIGADE,), "for", id="one name"),
        pytest.param(
            (BRIGADE,), (make_party("fighters of the Orlen Brigade"),), "for", id="a fuller name"
        ),
        pytest.param(
            (ARMY,), (make_party("Kyiv's troops", "UKR"),), "for", id="one country and role"
        ),
        pytest.param((BRIGADE, RIVALS), (RIVALS,), "for", id="one of several"),
        pytest.param((BRIGADE,), (RIVALS,), "against", id="others"),
        pytest.param((ARMY,), (make_party("Riga guards", "LVA"),), "against", id="of other lands"),
        pytest.param((), (BRIGADE,), "nothing", id="one is silent"),
        pytest.param((), (), "nothing", id="both are silent"),
    ],
)
def test_the_same_party_speaks_for_and_others_against(one, other, expected):
    assert side(acted(one, other)) == expected


def test_words_that_say_only_what_sort_of_party_it_is_make_no_likeness():
    found = acted((make_party("Orlen rebels"),), (make_party("Tamsin rebels"),))

    assert side(found) == "against"


def test_who_speaks_weighs_more_than_who_strikes():
    said = {"type": "ACCUSE", "kind": "accuse"}

    assert acted((BRIGADE,), (RIVALS,), **said).points < acted((BRIGADE,), (RIVALS,)).points
    assert acted((BRIGADE,), (BRIGADE,), **said).points > acted((BRIGADE,), (BRIGADE,)).points


def test_the_party_is_named():
    assert "orlen" in acted((BRIGADE,), (BRIGADE,)).words
