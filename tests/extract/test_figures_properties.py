"""What holds of numbers and figures in any text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.extract.figures import find_figures
from dateline.extract.numbers import find_numbers

MEASURES = frozenset(
    "killed injured casualties missing detained abducted released displaced evacuated rescued "
    "trapped troops weapons-used weapons-destroyed structures-damaged structures-destroyed "
    "people-affected aid-value distance other".split()
)
WORDS = st.sampled_from(
    "at least more than up to about between and or of them whom including a an the no nobody one "
    "two 40 1,250 3.5 million dozen dozens hundreds several hundred - , . : ( ) | \n $ km killed "
    "wounded were dead people soldiers drones women house toll rose arrested fled strong 's".split(
        " "
    )
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=30).map(" ".join))


@settings(deadline=None, max_examples=150)
@given(text=TEXTS)
def test_numbers_lie_in_the_text_in_order_and_apart(parse, text):
    parsed = parse(text)
    numbers = list(find_numbers(parsed))
    edges = [edge for number in numbers for edge in (number.first, number.end)]

    assert edges == sorted(edges)
    assert all(n.first <= n.core < n.end <= len(parsed) for n in numbers)


@settings(deadline=None, max_examples=150)
@given(text=TEXTS)
def test_no_number_is_bounded_on_neither_side(parse, text):
    for number in find_numbers(parse(text)):
        assert number.low is not None or number.high is not None
        assert number.low is None or number.high is None or number.low <= number.high


@settings(deadline=None, max_examples=200)
@given(text=TEXTS)
def test_figures_lie_in_the_text_with_a_known_measure(parse, text):
    parsed = parse(text)

    for figure in find_figures(parsed):
        assert 0 <= figure.first <= figure.head < figure.end <= len(parsed)
        assert figure.measure in MEASURES
        assert figure.anchor is None or 0 <= figure.anchor < len(parsed)
        assert figure.low is None or figure.high is None or figure.low <= figure.high


@settings(deadline=None, max_examples=200)
@given(text=TEXTS)
def test_a_whole_stands_before_its_part(parse, text):
    for index, figure in enumerate(find_figures(parse(text))):
        assert figure.whole is None or 0 <= figure.whole < index


@settings(deadline=None, max_examples=50)
@given(count=st.integers(2, 10**6))
def test_any_count_is_read(parse, count):
    [figure] = find_figures(parse(f"Shelling killed {count:,} people in Aleppo."))

    assert (figure.measure, figure.low, figure.high) == ("killed", count, count)
