from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.ingest.polling import Poll, next_poll

NOW = datetime(2024, 10, 29, 12, 0, tzinfo=UTC)


def minutes(**fields):
    return (next_poll(Poll(feed="f1", at=NOW, **fields)) - NOW) / timedelta(minutes=1)


@pytest.mark.parametrize(
    ("fields", "least"),
    [
        ({"every_minutes": 30}, 30),
        ({"every_minutes": 0}, 5),
        ({"every_minutes": 1}, 5),
        ({"every_minutes": 10, "ttl": 60}, 60),
        ({"every_minutes": 10, "failures": 1}, 20),
        ({"every_minutes": 10, "failures": 3}, 80),
        ({"every_minutes": 10, "failures": 500}, 24 * 60),
        ({"every_minutes": 3 * 24 * 60, "failures": 9}, 3 * 24 * 60),
        ({"every_minutes": 10, "ttl": 99_999}, 24 * 60),
    ],
)
def test_a_feed_is_asked_as_often_as_is_polite(fields, least):
    assert least <= minutes(**fields) <= least * 1.1


def test_a_feed_that_asks_to_wait_is_waited_for():
    assert minutes(every_minutes=10, retry_after=7200.0) == 120
    assert minutes(every_minutes=600, retry_after=60.0) >= 600


def test_hours_in_which_a_feed_wants_peace_are_skipped():
    moment = next_poll(
        Poll(feed="f1", at=NOW, every_minutes=30, skip_hours=frozenset((12, 13, 14)))
    )

    assert moment.hour == 15


def test_a_feed_that_never_wants_to_be_asked_is_asked_all_the_same():
    assert minutes(skip_hours=frozenset(range(24))) < 26 * 60


def test_feeds_are_spread_the_same_way_every_time():
    moments = {next_poll(Poll(feed=f"f{n}", at=NOW)) for n in range(50)}

    assert len(moments) == 50
    assert moments == {next_poll(Poll(feed=f"f{n}", at=NOW)) for n in range(50)}


@given(
    st.builds(
        Poll,
        feed=st.text(),
        at=st.just(NOW),
        every_minutes=st.integers(-5, 10**6),
        failures=st.integers(0, 10**6),
        retry_after=st.none() | st.floats(0, 604_800),
        ttl=st.none() | st.integers(0, 99_999),
        skip_hours=st.frozensets(st.integers(0, 23)),
    )
)
def test_no_feed_is_asked_within_five_minutes(poll):
    assert next_poll(poll) - NOW >= timedelta(minutes=5)
