"""What a number says: its value, its bounds, its hedge."""

import pytest

from dateline.extract.numbers import find_numbers
from dateline.knowledge.numbers import load_number_words


def shown(number):
    def plain(value):
        return "" if value is None else f"{value:g}" if value % 1 else str(int(value))

    if number.low == number.high:
        return plain(number.low)
    if number.high is None:
        return f"{plain(number.low)}+"
    return f"{plain(number.low)}-{plain(number.high)}"


@pytest.mark.parametrize("example", load_number_words().examples)
def test_the_examples_of_the_lexicon_hold(parse, example):
    words, _, expected = example.rpartition(" = ")

    found = [shown(number) for number in find_numbers(parse(f"There were {words} people."))]

    assert found == ([] if expected == "none" else [expected])


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        pytest.param("four people", "exact", id="plain"),
        pytest.param("about four people", "about", id="hedged"),
        pytest.param("nearly forty people", "about", id="just under"),
        pytest.param("40 or so people", "about", id="hedged after"),
        pytest.param("more than 40 people", "at-least", id="lower bound"),
        pytest.param("30+ people", "at-least", id="plus sign"),
        pytest.param("fewer than 40 people", "at-most", id="upper bound"),
        pytest.param("between 30 and 40 people", "range", id="range"),
        pytest.param("hundreds of people", "about", id="vague"),
        pytest.param("no people", "none", id="none"),
    ],
)
def test_a_number_keeps_how_sure_it_is(parse, words, qualifier):
    [number] = find_numbers(parse(f"Officials counted {words} there."))

    assert number.qualifier == qualifier


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("It killed at least 40 people.", "at least 40", id="bound"),
        pytest.param("It killed “dozens” of people.", "dozens", id="quotation marks stay outside"),
        pytest.param("They handed over 80 men.", "80", id="particle of the verb"),
        pytest.param("The toll has gone up to 37.", "37", id="particle of going"),
        pytest.param("He saw a further two dozen men.", "a further two dozen", id="a further"),
    ],
)
def test_a_number_takes_in_its_hedge(parse, text, words):
    parsed = parse(text)

    [number] = find_numbers(parsed)

    assert parsed.words_of(number.first, number.end) == words


def test_a_range_needs_a_greater_end(parse):
    low, high = find_numbers(parse("The motion failed by 69 to 29 votes."))

    assert (low.value, high.value) == (69, 29)
