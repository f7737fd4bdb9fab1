"""Stretches of a report's text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.records import Quote, Span


@pytest.mark.parametrize(
    ("other", "overlaps", "covers"),
    [
        pytest.param((0, 5), False, False, id="before"),
        pytest.param((0, 6), True, False, id="into it"),
        pytest.param((6, 9), True, True, id="inside"),
        pytest.param((5, 10), True, True, id="the same"),
        pytest.param((4, 11), True, False, id="around"),
        pytest.param((10, 12), False, False, id="after"),
    ],
)
def test_spans_are_half_open(other, overlaps, covers):
    span, other = Span(start=5, end=10), Span(start=other[0], end=other[1])

    assert span.overlaps(other) is overlaps
    assert span.covers(other) is covers


@given(st.text(), st.text(), st.text())
def test_a_quote_is_exactly_the_words_at_its_place(before, words, after):
    text = before + words + after

    quote = Quote.at(text, len(before), len(before) + len(words))

    assert quote.quote == words
    assert Span(start=quote.start, end=quote.end).of(text) == words
