"""Numbers that follow one and add up to it are its parts."""

import pytest

from dateline.extract.figure_sums import add_up
from dateline.records import Figure


def figure(number, low, **fields):
    known = {
        "id": f"f{number}",
        "measure": "killed",
        "low": low,
        "high": low,
        "qualifier": "exact",
        "quote": "x",
        "start": number * 10,
        "end": number * 10 + 1,
        "event": "e1",
    }
    return Figure(**known | fields)


def parts(*figures):
    return [found.of for found in add_up(figures)]


def test_numbers_that_add_up_to_the_one_before_are_its_parts():
    assert parts(figure(1, 22), figure(2, 14), figure(3, 5), figure(4, 3)) == [None, *["f1"] * 3]


@pytest.mark.parametrize(
    "others",
    [
        pytest.param((figure(2, 14), figure(3, 5)), id="too few"),
        pytest.param((figure(2, 14), figure(3, 9)), id="too many"),
        pytest.param((figure(2, 22),), id="the same number again"),
        pytest.param((figure(2, 14), figure(3, 8, measure="injured")), id="another measure"),
        pytest.param((figure(2, 14), figure(3, 8, event="e2")), id="another event"),
        pytest.param((figure(2, 14), figure(90, 8)), id="far below"),
    ],
)
def test_other_numbers_are_no_parts(others):
    assert set(parts(figure(1, 22), *others)) == {None}


def test_a_part_says_that_the_sum_told():
    part = add_up([figure(1, 5), figure(2, 3), figure(3, 2)])[1]

    assert [(basis.field, basis.rule) for basis in part.basis] == [("of", "sum")]
