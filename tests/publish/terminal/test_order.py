"""Events in the order of time, each under its whole."""

from dataclasses import replace
from datetime import date

from dateline.publish.terminal.order import branches, flat
from dateline.records import Event, When


def event(name, *, day=None, part_of=None):
    start = date(2019, 6, day) if day else None
    when = When(start=start, end=start, precision="day" if day else "unknown")
    codes = {"type": "ASSAULT", "kind": "shelling", "acled": "Other", "cameo": "19"}
    return Event(id=name, date=when, part_of=part_of, **codes)


def ids(events):
    return [[event.id for event in flat(branch)] for branch in branches(events)]


def test_the_earliest_comes_first_and_the_undated_last():
    assert ids([event("e1"), event("e2", day=9), event("e3", day=2)]) == [["e3"], ["e2"], ["e1"]]


def test_parts_follow_their_whole_at_any_depth():
    events = [event("e1", part_of="e2"), event("e2", part_of="e3"), event("e3"), event("e4")]

    assert ids(events) == [["e3", "e2", "e1"], ["e4"]]


def test_a_part_of_something_unknown_stands_alone():
    assert ids([event("e1", part_of="e9")]) == [["e1"]]


def test_parts_of_each_other_are_not_lost():
    events = [event("e1", part_of="e2"), event("e2", part_of="e1")]

    assert ids(events) == [["e1"], ["e2"]]


def test_events_of_one_day_keep_the_order_of_the_text(record):
    first, second = (replace(event, part_of=None) for event in record.events[:2])

    assert ids([second, first]) == [["e1"], ["e2"]]
