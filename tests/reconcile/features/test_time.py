"""Days that overlap, or how many lie between."""

from datetime import date

import pytest

from dateline.reconcile.features.time import compare
from tests.reconcile.made import make_telling, make_when, side, sketch_of, sketch_pair

WEDNESDAY = make_when("2024-07-03")
THURSDAY = make_when("2024-07-04")
OVERNIGHT = make_when("2024-07-03", "2024-07-04")
SATURDAY = make_when("2024-07-06")
WEEK = make_when("2024-07-01", "2024-07-07", "week")
MARCH = make_when("2024-03-01", "2024-03-31", "month")
UNKNOWN = make_when(None)


def dated(one, other):
    return compare(*sketch_pair({"date": one}, {"date": other}))


def told(*days):
    return compare(
        *(
            sketch_of(make_telling(name, event={"date": UNKNOWN}, published=day))
            for name, day in zip(("r1", "r2"), days, strict=True)
        )
    )


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(WEDNESDAY, WEDNESDAY, "for", id="one day"),
        pytest.param(WEDNESDAY, OVERNIGHT, "for", id="days that overlap"),
        pytest.param(WEDNESDAY, SATURDAY, "against", id="days apart"),
        pytest.param(WEDNESDAY, WEEK, "for", id="a day of the week"),
        pytest.param(WEDNESDAY, MARCH, "against", id="not of the month"),
    ],
)
def test_days_that_meet_speak_for_and_others_against(one, other, expected):
    assert side(dated(one, other)) == expected
    assert side(dated(other, one)) == expected


def test_the_next_day_is_no_sign_against():
    assert side(dated(WEDNESDAY, THURSDAY)) != "against"


def test_an_exact_day_says_more_than_a_week():
    assert dated(WEDNESDAY, WEDNESDAY).points > dated(WEDNESDAY, WEEK).points


def test_the_day_is_named():
    assert dated(WEDNESDAY, OVERNIGHT).words == "same day: 3 July 2024"


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        pytest.param((date(2024, 7, 4), date(2024, 7, 4)), "for", id="the same day"),
        pytest.param((date(2024, 7, 4), date(2024, 7, 24)), "against", id="weeks apart"),
        pytest.param((date(2024, 7, 4), None), "nothing", id="one of no known day"),
    ],
)
def test_events_without_a_day_go_by_when_they_were_told(days, expected):
    assert side(told(*days)) == expected
