"""Equal numbers of one measure speak for two events being one, numbers far apart against it."""

import pytest

from dateline.reconcile.features.figures import compare
from tests.reconcile.made import make_figure, make_least, make_telling, side, sketch_of


def counted(one, other):
    return compare(
        *(sketch_of(make_telling(r, figures=f)) for r, f in (("r1", one), ("r2", other)))
    )


def killed(*numbers):
    return tuple(make_figure(number, id=f"f{number}") for number in numbers)


def injured(number):
    return (make_figure(number, measure="injured"),)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(killed(14), killed(14), "for", id="equal"),
        pytest.param(killed(14), (make_least(14),), "for", id="equal to at least so many"),
        pytest.param(killed(4, 9), killed(9), "for", id="one of several is equal"),
        pytest.param(killed(14), killed(16), "nothing", id="near each other"),
        pytest.param(killed(3), killed(70), "against", id="far apart"),
        pytest.param(killed(1), killed(4), "nothing", id="a few more is not far"),
        pytest.param(killed(0), killed(70), "nothing", id="none as yet says little"),
        pytest.param(killed(14), injured(14), "nothing", id="other measures"),
        pytest.param(killed(14), (), "nothing", id="one is silent"),
    ],
)
def test_equal_numbers_speak_for_and_distant_ones_against(one, other, expected):
    assert side(counted(one, other)) == expected


@pytest.mark.parametrize("measure", ["distance", "other"])
def test_some_measures_say_nothing(measure):
    figures = (make_figure(30, measure=measure),)

    assert counted(figures, figures) is None


@pytest.mark.parametrize(
    "figure",
    [
        pytest.param(make_figure(14, of="f9"), id="a sub-count"),
        pytest.param(make_figure(14, scope="total"), id="a running total"),
        pytest.param(make_figure(14, withdrawn=True), id="one taken back"),
    ],
)
def test_only_what_counts_in_the_ledger_is_compared(figure):
    assert counted((figure,), killed(14)) is None


def test_a_large_number_says_more_than_a_small_one():
    assert counted(killed(83), killed(83)).points > counted(killed(1), killed(1)).points


def test_the_numbers_are_named():
    assert "1,083 killed" in counted(killed(1083), killed(1083)).words
