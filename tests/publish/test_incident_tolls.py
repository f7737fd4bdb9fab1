"""The dead by the rules by which others count them."""

from dataclasses import replace

import pytest

from dateline.publish import incident_tolls as tolls
from dateline.records import Telling
from tests.publish.incident_exports.made import FIRST, event, figure, merged, shelling


def incident(*figures):
    """Make an incident of one report that gives these figures."""
    told = tuple(replace(f, id=f"f{number}") for number, f in enumerate(figures))
    report = shelling().tellings[0].report
    quote = "shells hit a market in Kramatorsk"
    return merged(Telling(report=report, event=event(FIRST, quote), figures=told))


def killed(low, high, qualifier="exact", **fields):
    return figure(FIRST, "four people", low, high, qualifier=qualifier, **fields)


@pytest.mark.parametrize(
    ("given", "count"),
    [
        pytest.param((), 0, id="nobody tells"),
        pytest.param((killed(4, 4),), 4, id="a number"),
        pytest.param((killed(4, None, "at-least"),), 4, id="at least"),
        pytest.param((killed(None, 12, "at-most"),), 0, id="up to"),
        pytest.param((killed(5, 7, "range"),), 5, id="range"),
        pytest.param((killed(24, 99, "about"),), 12, id="dozens"),
        pytest.param((killed(200, 999, "about"),), 100, id="hundreds"),
        pytest.param((killed(3, 9, "about"),), 3, id="several"),
        pytest.param((killed(9, 9), killed(2, 2, of="f0", population="child")), 9, id="sub-count"),
    ],
)
def test_fatalities_are_the_lowest_number_as_in_acled(given, count):
    assert tolls.fatalities(incident(*given)) == count


@pytest.mark.parametrize(
    ("given", "numbers"),
    [
        pytest.param((killed(4, 4),), (4, 4, 4), id="a number"),
        pytest.param((killed(4, None, "at-least"),), (4, None, 4), id="at least"),
        pytest.param((killed(5, 7, "range"),), (5, None, 7), id="range"),
        pytest.param((), (None, None, None), id="nobody tells"),
    ],
)
def test_a_bound_is_no_number(given, numbers):
    made = incident(*given)

    assert (
        tolls.low(made, "killed"),
        tolls.told(made, "killed"),
        tolls.highest(made, "killed"),
    ) == numbers


@pytest.mark.parametrize(
    ("populations", "civilians"),
    [
        (("civilian",), True),
        (("aid-worker", "journalist"), True),
        (("people",), False),
        (("civilian", "military"), False),
        ((), False),
    ],
)
def test_the_dead_are_civilians_where_every_count_says_so(populations, civilians):
    made = incident(*(killed(4, 4, population=population) for population in populations))

    assert tolls.are_civilians(made) is civilians


@pytest.mark.parametrize(
    ("counts", "number"),
    [
        pytest.param(((2, 2),), 2, id="one count"),
        pytest.param(((2, 2), (3, 3)), None, id="counts that differ"),
        pytest.param(((2, None),), None, id="a bound"),
        pytest.param((), None, id="no count"),
    ],
)
def test_a_population_is_counted_where_all_agree(counts, number):
    whole = killed(9, 9)
    made = incident(whole, *(killed(*c, population="child", of="f0") for c in counts))

    assert tolls.of_population(made, "killed", "child") == number
