import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reconcile.warned.clock import Clock, clocks


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("at 03:15 on Tuesday", [(195, 196)]),
        ("around 3 a.m. on Tuesday", [(150, 210)]),
        ("at 3 a.m. last Tuesday", [(175, 185)]),
        ("about 3am", [(150, 210)]),
        ("at 3 a.m. local time", [(175, 185)]),
        ("at 3.20 pm", [(920, 921)]),
        ("at 12:30 a.m.", [(30, 31)]),
        ("at 12:30 p.m.", [(750, 751)]),
        ("shortly after midnight", [(0, 60)]),
        ("just before midnight on Monday", [(1380, 1440)]),
        ("around midnight", [(-30, 30), (1410, 1470)]),
        ("at noon", [(690, 750)]),
        ("shortly after 3 a.m.", [(180, 210)]),
        ("just before 5:30 p.m.", [(1020, 1050)]),
        ("between 2 and 3 a.m.", [(120, 180)]),
        ("between 11 p.m. and 1 a.m.", [(-60, 60)]),
        ("between 11 and 1 a.m.", [(-60, 60)]),
        ("between 02:00 and 02:45", [(120, 165)]),
        ("at 0315 hours", [(195, 196)]),
        ("at 3:15 a.m. and again at 5:40 a.m.", [(195, 196), (340, 341)]),
    ],
)
def test_an_hour_is_read(words, found):
    assert [(c.low, c.high) for c in clocks([words])] == found


@pytest.mark.parametrize("words", ["at 03:15 GMT", "0315 GMT", "at 3:15 a.m. UTC", "03:15 (UTC)"])
def test_an_hour_of_greenwich_says_so(words):
    assert clocks([words]) == (Clock(195, 196, utc=True),)


@pytest.mark.parametrize(
    "words",
    [
        "on Tuesday",
        "overnight",
        "2024",
        "on 29 October 2024",
        "3 people",
        "between 2 and 3 people",
        "before 3 a.m.",
        "after 3 a.m.",
        "since 03:15",
        "until midnight",
        "by noon",
        "at 25:10",
        "at 13 p.m.",
        "a score of 3.2",
        "at 3 a.m. EST",
        "at 3:15 a.m. (8:15 MSK)",
        "midnight Moscow time",
    ],
)
def test_what_is_no_hour_or_one_of_an_unknown_zone_is_none(words):
    assert [c for c in clocks([words]) if c != Clock(195, 196)] == []


@given(st.text(max_size=300) | st.text("0123456789:. apm", max_size=300))
def test_any_words_give_hours_of_about_a_day(words):
    assert all(-1440 <= c.low <= c.high <= 1530 for c in clocks([words]))
