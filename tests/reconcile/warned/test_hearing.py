from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from dateline.reconcile.warned import hear, silences
from dateline.records.warning import Heard, Silence
from tests.reconcile.warned.made import at, silence

QUARTER = timedelta(minutes=15)


def heard_at(*hours):
    heard = ()
    for hour in hours:
        heard = hear(heard, at(hour), at(hour), QUARTER)
    return heard


def test_polls_without_a_long_break_are_one_stretch():
    assert heard_at(1, 1.1, 1.3) == (Heard(start=at(1), end=at(1.3)),)


def test_a_long_break_is_a_silence():
    found = silences(heard_at(1, 1.1, 4, 4.2), QUARTER, at(4.3))

    assert found == (silence(None, 1), silence(1.1, 4))


def test_a_feed_that_is_not_heard_any_more_is_silent_since_it_was_last_heard():
    assert silences(heard_at(1), QUARTER, at(1.2))[-1].end == at(1)
    assert silences(heard_at(1), QUARTER, at(1.5))[-1] == silence(1, None)


def test_a_feed_that_was_never_heard_has_always_been_silent():
    assert silences((), QUARTER, at(1), "f1") == (Silence(start=None, end=None, feed="f1"),)


def test_a_file_is_heard_for_all_the_time_it_speaks_of():
    heard = hear((), at(-1000), at(0), QUARTER)

    assert silences(heard, QUARTER, at(10)) == (silence(None, -1000), silence(0, None))


def test_a_clock_that_jumped_leaves_a_stray_moment_alone():
    heard = heard_at(1, 1.1, 90_000, 1.2, -90_000, 1.3)

    assert Heard(start=at(1), end=at(1.3)) in heard
    assert silences(heard, QUARTER, at(1.4))[-1] == silence(-90_000, 1)


HOURS = st.floats(-50, 50).map(lambda hour: round(hour, 2))


@given(st.lists(HOURS, max_size=12), HOURS)
def test_no_moment_at_which_a_feed_was_heard_is_silent(hours, now):
    found = silences(heard_at(*hours), QUARTER, at(now))

    for hour in hours:
        inside = (s for s in found if (s.start is None or s.start < at(hour)))
        assert hour > now or not any(s.end is None or at(hour) < s.end for s in inside)


@given(st.lists(HOURS, max_size=12))
def test_the_order_of_hearing_does_not_matter(hours):
    assert heard_at(*hours) == heard_at(*sorted(hours))
