from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dateline.reconcile.warned import update
from dateline.records.warning import Closing, WarningReading
from tests.reconcile.warned.made import CHUHUIV, LOZOVA, at, warning


def snapshot(*intervals):
    return WarningReading(intervals=intervals, snapshot=True)


def log(*intervals, closings=()):
    return WarningReading(intervals=intervals, closings=closings)


def ends(intervals):
    return [interval.end for interval in intervals]


def test_a_warning_that_a_snapshot_no_longer_holds_has_ended():
    known = update((), snapshot(warning(1)), at(1.1))
    later = update(known, snapshot(), at(1.2), last_heard=at(1.1))

    assert ends(known) == [None]
    assert ends(later) == [at(1.2)]
    assert later[0].closed


def test_a_warning_that_a_log_does_not_repeat_goes_on():
    assert ends(update([warning(1)], log(warning(2)), at(3))) == [None, None]


def test_a_warning_that_vanished_in_a_silence_ended_when_it_was_last_heard():
    known = [warning(1)]

    assert ends(update(known, snapshot(), at(9), last_heard=at(2))) == [at(2)]


def test_a_clock_that_jumps_ahead_makes_no_endless_warning():
    jumped = at(24 * 365 * 60)

    assert ends(update([warning(1)], snapshot(), jumped, last_heard=at(2))) == [at(2)]


def test_a_clock_that_jumps_back_makes_no_negative_warning():
    [found] = update([warning(5)], snapshot(), at(-100), last_heard=at(6))

    assert found.end == found.start


def test_a_warning_that_a_snapshot_holds_again_goes_on():
    ended = update([warning(1)], snapshot(), at(2))

    assert ends(update(ended, snapshot(warning(1)), at(2.1))) == [None]


def test_the_last_word_on_an_end_counts_in_a_log():
    assert ends(update([warning(1, 2)], log(warning(1, 3)), at(4))) == [at(3)]


def message(identifier, start, end, region=CHUHUIV):
    return warning(start, end, region, key=f"s,{identifier},t#{region}#air")


def test_a_closing_ends_every_region_of_its_message():
    known = [message("a1", 1, 25), message("a1", 1, 25, LOZOVA), message("a10", 1, 25)]
    closing = Closing(message="s,a1,t", at=at(2))

    assert ends(update(known, log(closings=[closing]), at(3))) == [at(2), at(2), at(25)]


def test_an_alert_that_is_read_again_stays_closed():
    first = message("a1", 1, 25)
    ended = update(
        [first], log(closings=[Closing(message="s,a1,t", at=at(2), cancelled=True)]), at(3)
    )
    [again] = update(ended, log(first), at(4))

    assert again.end == at(2)
    assert again.cancelled


def test_a_closing_that_is_read_before_its_alert_holds():
    reading = log(message("a1", 1, 25), closings=[Closing(message="s,a1,t", at=at(2))])

    assert ends(update((), reading, at(3))) == [at(2)]


def test_the_earliest_of_several_closings_counts():
    closings = [Closing(message="s,a1,t", at=at(hour)) for hour in (4, 2, 3)]

    assert ends(update([message("a1", 1, 25)], log(closings=closings), at(5))) == [at(2)]


def test_a_warning_that_was_closed_before_it_began_lasts_no_time():
    closing = Closing(message="s,a1,t", at=at(0))

    [found] = update([message("a1", 1, 25)], log(closings=[closing]), at(5))
    assert found.end == found.start


HOURS = st.integers(-48, 48)
INTERVALS = st.lists(
    st.builds(
        lambda key, start, end: replace(
            warning(start), key=key, end=None if end is None else at(end)
        ),
        st.sampled_from("abcd"),
        HOURS,
        st.none() | HOURS,
    ),
    max_size=4,
)
READINGS = st.builds(
    lambda intervals, snapshot, closed: WarningReading(
        intervals=tuple(intervals),
        snapshot=snapshot,
        closings=tuple(Closing(message=key, at=at(hour)) for key, hour in closed),
    ),
    INTERVALS,
    st.booleans(),
    st.lists(st.tuples(st.sampled_from("abcd"), HOURS), max_size=2),
)


@given(st.lists(st.tuples(READINGS, HOURS, st.none() | HOURS), max_size=6))
def test_whatever_clocks_and_feeds_do_no_warning_ends_before_it_starts(steps):
    known = ()
    for reading, now, heard in steps:
        known = update(known, reading, at(now), last_heard=None if heard is None else at(heard))
        assert all(i.end is None or i.end >= i.start for i in known)
        if reading.snapshot:
            there = {i.key for i in reading.intervals}
            assert all(i.end is not None for i in known if i.key not in there)
