"""Nobody is counted twice."""

import pytest

from dateline.publish.sitrep.totals import total
from tests.publish.sitrep.made import make_incident, make_toll


def incident(name, low=None, high=None, **fields):
    figures = () if low is None else (make_toll(low, high),)
    return make_incident(name, figures=figures, **fields)


def bounds(*incidents):
    found = total(incidents, "killed")
    return found and (found.low, found.high, found.open)


def test_incidents_of_their_own_are_added():
    assert bounds(incident("a", 2, 3), incident("b", 10, 12)) == (12, 15, False)


def test_without_a_figure_there_is_no_total():
    assert bounds(incident("a"), incident("b")) is None


def test_at_least_leaves_the_sum_open():
    found = total([incident("a", 20, None), incident("b", 3, 5)], "killed")
    assert found.words == "23–25 or more"


def test_a_part_counts_through_its_whole():
    whole = incident("whole", 15, 15, parts=("part",))
    assert bounds(whole, incident("part", 4, 4, part_of=("whole",))) == (15, 15, False)


@pytest.mark.parametrize("who_says", ["whole", "part"])
def test_one_side_saying_that_they_belong_together_is_enough(who_says):
    whole = incident("whole", 15, 15, parts=("part",) if who_says == "whole" else ())
    part = incident("part", 4, 4, part_of=("whole",) if who_says == "part" else ())
    assert bounds(part, whole) == (15, 15, False)


def test_a_whole_without_a_figure_has_the_sum_of_its_parts():
    parts = [incident(name, 4, 5, part_of=("whole",)) for name in "ab"]
    assert bounds(incident("whole"), *parts) == (8, 10, False)


def test_parts_that_exceed_their_whole_raise_the_upper_bound():
    parts = [incident(name, 10, 10, part_of=("whole",)) for name in "ab"]
    assert bounds(incident("whole", 15, 15), *parts) == (15, 20, False)


def test_a_part_whose_whole_is_not_in_the_list_counts_by_itself():
    assert bounds(incident("part", 4, 4, part_of=("elsewhere",))) == (4, 4, False)


def test_wholes_that_share_a_part_may_be_about_the_same_people():
    wholes = [incident("a", 10, 12, parts=("p",)), incident("b", 7, 8, parts=("p",))]
    assert bounds(*wholes, incident("p", 2, 2)) == (10, 20, False)


def test_a_part_of_two_parts_is_counted_once():
    middle = [incident(name, part_of=("whole",), parts=("p",)) for name in "ab"]
    assert bounds(incident("whole"), *middle, incident("p", 3, 3))[0] == 3


def test_parts_of_each_other_are_counted_once():
    ring = [incident("a", 5, 5, part_of=("b",)), incident("b", 5, 5, part_of=("a",))]
    assert bounds(*ring) == (5, 5, False)


def test_a_total_says_how_many_incidents_give_a_figure():
    assert total([incident("a", 5, 5), incident("b")], "killed").incidents == 1
