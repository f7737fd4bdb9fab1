from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reconcile.warned import Happening, best, joined, regions
from tests.reconcile.warned.made import CHUHUIV, LOZOVA, OBLAST, silence, warning

STRIKE = {
    "start": date(2024, 10, 29),
    "country": "UKR",
    "place": "Chuhuiv",
    "admin1": "Kharkiv",
    "lon": 36.7,
}
KNOWN = regions([warning(-99, -98), warning(-99, -98, LOZOVA)])
HEARD = (silence(None, -100),)


def verdict(intervals, words=(), silences=HEARD, **fields):
    happening = Happening(**STRIKE | {"words": words} | fields)
    return joined(happening, intervals, silences, KNOWN)


def test_a_strike_at_a_known_hour_fell_in_a_warning():
    found = verdict([warning(2.5, 4)], ["at 3:15 a.m."])

    assert (found.verdict, found.sure, found.lead_minutes) == ("in", True, (45, 46))
    assert found.warning == warning(2.5, 4)
    assert found.words == "It fell 45 to 46 minutes after the warning had begun."


def test_a_strike_at_about_an_hour_has_a_range():
    found = verdict([warning(2, 5)], ["around 3 a.m."])

    assert (found.verdict, found.sure, found.lead_minutes) == ("in", True, (30, 90))


def test_a_strike_at_about_the_start_of_a_warning_may_have_fallen_in_it():
    found = verdict([warning(3, 5)], ["around 3 a.m."])

    assert (found.verdict, found.sure, found.lead_minutes) == ("in", False, (0, 30))
    assert found.words.startswith("It may have fallen in a warning")


def test_a_strike_of_an_unknown_hour_has_the_range_of_the_day():
    found = verdict([warning(2, 4), warning(20, 21)])

    assert (found.verdict, found.sure, found.lead_minutes) == ("in", False, (0, 120))
    assert "the hour is not told" in found.words


def test_a_warning_that_began_the_day_before_counts_from_its_start():
    assert verdict([warning(-1, 4)], ["at 1:00 a.m."]).lead_minutes == (115, 125)


def test_warnings_without_a_break_are_one():
    assert verdict([warning(1, 2), warning(2, 4)], ["at 3:15 a.m."]).lead_minutes == (135, 136)


def test_a_warning_of_the_oblast_and_one_of_the_raion_are_one():
    found = verdict([warning(1, 2.5, OBLAST), warning(2, 4)], ["at 3:15 a.m."])

    assert found.lead_minutes == (135, 136)


def test_a_strike_just_after_a_warning_is_told_apart():
    found = verdict([warning(1, 3)], ["at 3:15 a.m."])

    assert (found.verdict, found.sure, found.lead_minutes) == ("after", True, None)
    assert found.warning == warning(1, 3)


def test_a_strike_long_after_a_warning_had_none():
    found = verdict([warning(1, 2)], ["at 3:15 a.m."])

    assert (found.verdict, found.warning) == ("none", None)


def test_a_strike_before_a_warning_had_none():
    assert verdict([warning(3.5, 5)], ["at 3:15 a.m."]).verdict == "none"


def test_a_warning_of_another_raion_is_none():
    assert verdict([warning(2, 5, LOZOVA)], admin2="Chuhuiv Raion").verdict == "none"


def test_a_warning_of_a_part_of_the_area_says_nothing_for_sure():
    found = verdict([warning(2, 5, LOZOVA)], place="Malynivka")

    assert (found.verdict, found.lead_minutes) == ("unknown", None)
    assert found.words.startswith("A part of the area was under a warning")


@pytest.mark.parametrize("status", ["Test", "Exercise", "System", "Draft"])
def test_what_was_not_meant_warned_nobody(status):
    assert verdict([warning(2, 5, status=status)], ["at 3:15 a.m."]).verdict == "none"


def test_a_silent_feed_tells_nothing():
    found = verdict([], ["at 3:15 a.m."], [*HEARD, silence(3, 4)])

    assert (found.verdict, found.words) == (
        "unknown",
        "The feed was silent when it happened, or may have happened.",
    )


def test_a_warning_that_was_on_when_the_feed_fell_silent_is_not_taken_to_go_on():
    assert (
        verdict([warning(2)], ["at 3:15 a.m."], [*HEARD, silence(2.5, None)]).verdict == "unknown"
    )


def test_a_warning_that_was_on_before_and_after_a_silence_counts_from_its_start():
    found = verdict([warning(1, 5)], ["at 3:15 a.m."], [*HEARD, silence(2, 3)])

    assert found.lead_minutes == (135, 136)


def test_a_strike_before_the_feed_was_first_heard_is_unknown():
    assert verdict([], silences=[silence(None, 48)]).verdict == "unknown"


def test_a_feed_that_does_not_speak_of_the_place_tells_nothing():
    found = verdict([warning(2, 5)], place="Sumy", admin1="Sumy")

    assert (found.verdict, found.words) == (
        "unknown",
        "The feed is not known to speak of the place.",
    )


@pytest.mark.parametrize("fields", [{"start": None}, {"end": date(2024, 11, 29)}])
def test_days_that_are_not_known_tell_nothing(fields):
    assert verdict([warning(2, 5)], **fields).verdict == "unknown"


def test_of_several_feeds_the_most_telling_counts():
    told = [verdict([]), verdict([], silences=[silence()]), verdict([warning(2, 5)])]

    assert best(told).verdict == "in"
    assert best(told[:2]).verdict == "none"
    assert best([]).verdict == "unknown"


HOURS = st.integers(-30, 40)
WARNINGS = st.lists(
    st.builds(
        lambda start, length, region: warning(
            start, None if length is None else start + length, region
        ),
        HOURS,
        st.none() | st.integers(0, 20),
        st.sampled_from([OBLAST, CHUHUIV, LOZOVA]),
    ),
    max_size=5,
)
WORDS = st.sampled_from([(), ("at 3:15 a.m.",), ("around midnight",), ("at noon",)])


@given(WARNINGS, WORDS)
def test_while_the_feed_is_silent_nothing_is_said(intervals, words):
    assert verdict(intervals, words, [silence()]).verdict == "unknown"


@given(WARNINGS, WORDS, st.lists(st.builds(silence, HOURS, HOURS), max_size=2))
def test_no_lead_is_negative_or_endless(intervals, words, quiet):
    lead = verdict(intervals, words, [s for s in quiet if s.start < s.end]).lead_minutes

    assert lead is None or 0 <= lead[0] <= lead[1] <= 80 * 60
