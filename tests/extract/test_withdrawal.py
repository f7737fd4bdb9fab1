"""Figures that a report takes back are marked; those it gives are not."""

import pytest


def figures(coded, text):
    """Give each number that is read with whether it is taken back."""
    return {figure.low: figure.withdrawn for figure in coded(text).figures}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Nine people were killed in the shelling of Kherson, up from four reported on Monday.",
            {9: False, 4: True},
            id="up from",
        ),
        pytest.param(
            "The death toll from the strike on Kherson rose to 12 from an earlier seven.",
            {12: False, 7: True},
            id="from an earlier",
        ),
        pytest.param(
            "The shelling of Kherson killed 14 people, the governor said, correcting an earlier "
            "figure of 18 dead.",
            {14: False, 18: True},
            id="correcting",
        ),
        pytest.param(
            "Shelling killed 12 people in Kherson, not 15 as first reported, the governor said.",
            {12: False, 15: True},
            id="not so many",
        ),
        pytest.param(
            "The strike on Kherson killed 12 people. An earlier statement of 15 dead was wrong.",
            {12: False, 15: True},
            id="an earlier statement",
        ),
        pytest.param(
            "Rockets killed five people in Kherson, up from two, and wounded 11, up from eight.",
            {5: False, 2: True, 11: False, 8: True},
            id="each measure of its own",
        ),
    ],
)
def test_a_toll_that_another_replaces_is_taken_back(coded, text, expected):
    assert figures(coded, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Shelling killed nine people in Kherson.", id="a plain toll"),
        pytest.param(
            "Up to nine people were killed when shells hit a market in Kherson.", id="up to"
        ),
        pytest.param(
            "Shells killed nine people in Kherson earlier on Monday, police reported.",
            id="what was earlier is the attack",
        ),
    ],
)
def test_a_toll_that_stands_is_not(coded, text):
    assert set(figures(coded, text).values()) == {False}
