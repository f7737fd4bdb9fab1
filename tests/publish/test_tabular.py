"""Cells of tables."""

import pytest

from dateline.publish.tabular import joined, number, safe


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("\t@SUM(A1)", "'@SUM(A1)"),
        ("two\nlines", "two lines"),
        (True, "true"),
        (-16.5, -16.5),
        (None, None),
    ],
)
def test_a_cell_of_text_is_no_formula_and_a_number_stays_one(cell, written):
    assert safe(cell) == written


@pytest.mark.parametrize(
    ("words", "cell"), [(["a", None, "b", "a"], "a; b"), ([], None), ([" ", None], None)]
)
def test_words_are_joined_once_each(words, cell):
    assert joined(words) == cell


@pytest.mark.parametrize(("value", "whole"), [(4.0, "4"), (2.5, "2.5"), (None, "None")])
def test_whole_numbers_have_no_point(value, whole):
    assert str(number(value)) == whole
