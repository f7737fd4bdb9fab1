"""What holds of times in any text."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.extract.times import carried_time, date_of, find_times, heading_times

WORDS = st.sampled_from(
    "since until by on the of in from to and - , . : ( ) \n last next this past same that two 26 "
    "3rd 2024 1630 14:20 Oct. May Monday Sun week days ago later earlier before after night dawn "
    "overnight today early mid end half first hours weekend summer year 's shelled will was".split(
        " "
    )
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=30).map(" ".join))
DAYS = st.none() | st.dates(min_value=date(1900, 1, 1), max_value=date(2090, 12, 31))


@settings(deadline=None, max_examples=150)
@given(text=TEXTS, published=DAYS)
def test_times_lie_in_the_text_in_order_and_apart(parse, text, published):
    parsed = parse(text)
    times = find_times(parsed, published)
    edges = [edge for time in times for edge in (time.first, time.end)]

    assert edges == sorted(edges)
    assert all(time.first <= time.head < time.end <= len(parsed) for time in times)


@settings(deadline=None, max_examples=150)
@given(text=TEXTS, published=DAYS)
def test_no_time_ends_before_it_starts(parse, text, published):
    spans = [time.when for time in find_times(parse(text), published)]

    assert all((when.start is None) == (when.end is None) for when in spans)
    assert all((when.start is None) == (when.precision == "unknown") for when in spans)
    assert all(when.start <= when.end for when in spans if when.start and when.end)


@settings(deadline=None, max_examples=100)
@given(text=TEXTS, published=DAYS)
def test_every_token_can_be_dated(parse, text, published):
    parsed = parse(text)
    times = find_times(parsed, published)
    known = [*times, *heading_times(parsed, published)]

    for token in range(len(parsed)):
        time = date_of(parsed, times, token, published)
        assert time is None or time.rule == "present" or time.first in {t.first for t in known}
        carried_time(parsed, times, token, published)
