from datetime import UTC, date, datetime

import pytest

from dateline.knowledge import zones
from dateline.reconcile.warned import Happening
from dateline.reconcile.warned.happening import possible

DAY = date(2024, 10, 29)


def window(words=(), **fields):
    known = {"start": DAY, "country": "UKR", "lon": 36.7, "words": words} | fields
    when = possible(Happening(**known))
    [found] = when.windows
    return found.start, found.end


def utc(day, hour, minute=0):
    return datetime(2024, 10, day, hour, minute, tzinfo=UTC)


def test_a_day_is_that_of_the_country():
    assert window() == (utc(28, 22), utc(29, 22))


def test_a_day_of_an_unknown_country_is_that_of_the_whole_globe():
    assert window(country=None) == (utc(28, 10), utc(30, 12))


def test_an_hour_is_that_of_the_country():
    assert window(["around 3 a.m."]) == (utc(29, 0, 30), utc(29, 1, 30))


def test_an_hour_of_greenwich_needs_no_country():
    assert window(["at 03:15 GMT"], country=None) == (utc(29, 3, 15), utc(29, 3, 16))


def test_an_hour_of_an_unknown_country_is_none():
    assert window(["at 03:15"], country=None) == window(country=None)


def test_an_hour_far_from_the_capital_of_a_wide_country_is_none():
    assert window(["at 03:15"], country="RUS", lon=36.6) == (utc(29, 0, 15), utc(29, 0, 16))
    assert window(["at 03:15"], country="RUS", lon=131.9) == window(country=None)


def test_without_a_tz_database_no_hour_is_guessed(monkeypatch):
    monkeypatch.setattr(zones, "named_zone", lambda _: None)
    zones.capital_zone.cache_clear()
    try:
        assert window(["at 03:15"]) == window(country=None)
    finally:
        zones.capital_zone.cache_clear()


def test_an_hour_that_a_clock_shows_twice_may_be_either():
    assert window(["at 3:30 a.m."], start=date(2024, 10, 27)) == (utc(27, 0, 30), utc(27, 1, 31))


def test_each_day_of_two_has_its_own_hour():
    when = possible(
        Happening(start=DAY, end=date(2024, 10, 30), country="UKR", words=("at 3:15 am",))
    )

    assert [w.start for w in when.windows] == [utc(29, 1, 15), utc(30, 1, 15)]


@pytest.mark.parametrize(
    "fields",
    [
        {"start": None},
        {"end": date(2024, 11, 29)},
        {"end": date(2024, 10, 1)},
    ],
)
def test_days_that_are_not_known_well_enough_have_no_window(fields):
    assert possible(Happening(**{"start": DAY, "country": "UKR"} | fields)) is None


@pytest.mark.parametrize("day", [date.min, date.max])
def test_days_at_the_edge_of_the_calendar_are_none(day):
    assert possible(Happening(start=day, country="UKR", words=("at 3 am",))) is None
