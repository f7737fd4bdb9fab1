import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.ingest.warning_reading import read_warnings
from dateline.knowledge.files import ROOM, read_table
from dateline.knowledge.siren_regions import region_key
from dateline.reconcile.warned import combined, regions, states
from tests.reconcile.warned.made import CHUHUIV, LOZOVA, OBLAST, at, silence, warning

HEARD = (silence(None, -100),)


def told(intervals, hour, silences=HEARD):
    return {s.region: (s.state, s.since) for s in states(intervals, silences, at(hour))}


def test_an_oblast_is_partial_while_only_some_raions_are_warned():
    found = told([warning(1, 3), warning(0, 0.5, LOZOVA)], 2)

    assert found == {
        OBLAST: ("partial", at(1)),
        CHUHUIV: ("active", at(1)),
        LOZOVA: ("clear", at(0.5)),
    }


def test_a_warning_of_an_oblast_is_one_of_its_raions():
    found = told([warning(1, 3, OBLAST), warning(0, 0.5)], 2)

    assert found == {OBLAST: ("active", at(1)), CHUHUIV: ("active", at(1))}


def test_a_raion_is_clear_since_the_oblast_was():
    assert told([warning(1, 3, OBLAST), warning(0, 0.5)], 4)[CHUHUIV] == ("clear", at(3))


def test_warnings_that_follow_on_each_other_are_one():
    assert told([warning(1, 2), warning(2, 5)], 3)[CHUHUIV] == ("active", at(1))


@pytest.mark.parametrize(("hour", "state"), [(0.9, "clear"), (1, "active"), (3, "clear")])
def test_a_warning_holds_from_its_start_to_before_its_end(hour, state):
    assert told([warning(1, 3)], hour)[CHUHUIV][0] == state


@pytest.mark.parametrize("status", ["Test", "Exercise", "Draft", "System"])
def test_what_is_not_meant_makes_no_state(status):
    assert told([warning(1, 3, status=status)], 2) == {}


def test_a_silent_feed_makes_every_region_unknown():
    found = told([warning(1)], 4, [silence(None, 0), silence(3, None)])

    assert found == {OBLAST: ("unknown", at(3)), CHUHUIV: ("unknown", at(3))}


def test_a_region_is_clear_only_since_the_feed_is_heard_again():
    found = told([warning(-9, -8)], 4, [silence(None, -50), silence(0, 3)])

    assert found[CHUHUIV] == ("clear", at(3))


def test_of_two_feeds_a_warning_counts_and_a_silence_is_stronger_than_a_clear():
    active = states([warning(1)], HEARD, at(2))
    clear = states([warning(0, 1)], HEARD, at(2))
    unknown = states([warning(0, 1)], [silence(1, None)], at(2))

    assert [s.state for s in combined(clear, unknown)] == ["unknown", "unknown"]
    assert [s.state for s in combined(unknown, active)] == ["partial", "active"]


def test_regions_are_listed_with_those_around_them():
    found = regions([warning(1)])

    assert [(r.region, r.level, r.name) for r in found] == [
        (OBLAST, "oblast", "Kharkiv Oblast"),
        (CHUHUIV, "raion", "Chuhuiv Raion"),
    ]


HOURS = st.integers(-30, 30)
WARNINGS = st.lists(
    st.builds(
        lambda start, length, region: warning(start, length and start + length, region),
        HOURS,
        st.none() | st.integers(0, 20),
        st.sampled_from([OBLAST, CHUHUIV, LOZOVA]),
    ),
    max_size=6,
)
SILENCES = st.lists(
    st.builds(lambda start, length: silence(start, start + length), HOURS, st.integers(1, 20))
    | st.builds(silence, st.none(), HOURS)
    | st.builds(silence, HOURS),
    max_size=3,
)


@given(WARNINGS, SILENCES, HOURS)
def test_nothing_is_clear_or_active_while_a_feed_is_silent(intervals, quiet, hour):
    moment = at(hour + 0.5)
    silent = any(
        (s.start is None or s.start < moment) and (s.end is None or moment < s.end) for s in quiet
    )
    found = {s.state for s in states(intervals, quiet, moment)}

    assert found <= ({"unknown"} if silent else {"active", "partial", "clear"})


@given(WARNINGS, HOURS)
def test_no_state_begins_in_the_future(intervals, hour):
    found = states(intervals, HEARD, at(hour))

    assert all(s.since is None or s.since <= at(hour) for s in found)


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (
            "ukrainealarm",
            (
                '[{"regionId": "1293", "regionType": "District", "regionName": "Чугуївський район",'
                ' "activeAlerts": [{"regionId": "1293", "regionType": "District", "type": "AIR",'
                ' "lastUpdate": "2024-10-29T01:00:00Z"}]}]'
            ),
        ),
        (
            "alerts-in-ua",
            (
                '[{"id": 1, "location_title": "Чугуївський район", "location_type": "raion",'
                ' "alert_type": "air_raid", "started_at": "2024-10-29T01:00:00Z"}]'
            ),
        ),
        ("intervals", "raion,start,end\nChuhuiv,2024-10-29T01:00:00Z,"),
    ],
)
def test_a_raion_whose_feed_names_no_oblast_makes_its_oblast_partial(kind, body):
    reading = read_warnings(kind, body.encode())
    told = states(reading.intervals, (), datetime(2024, 10, 29, 2, tzinfo=UTC))
    [oblast] = [state for state in told if state.level == "oblast"]

    assert oblast.state == "partial"
    assert region_key(oblast.name, "oblast") == "UA-63"


def test_an_oblast_that_a_feed_numbers_is_the_one_of_its_raions():
    alarms = [
        {"regionId": id_, "regionType": size, "regionName": name,
         "activeAlerts": [{"regionId": id_, "regionType": size, "type": "AIR",
                           "lastUpdate": f"2024-10-29T0{hour}:00:00Z"}]}
        for id_, size, name, hour in (("22", "State", "Харківська область", 2),
                                      ("1293", "District", "Чугуївський район", 1))
    ]  # fmt: skip
    reading = read_warnings("ukrainealarm", json.dumps(alarms).encode())
    told = states(reading.intervals, (), datetime(2024, 10, 29, 3, tzinfo=UTC))

    assert {(state.level, state.state) for state in told} == {
        ("oblast", "active"),
        ("raion", "active"),
    }


def test_every_raion_has_one_oblast():
    rows = list(read_table(ROOM / "siren_raions.tsv"))
    keys = {region_key(name, "raion"): code for code, names in rows for name in names.split(";")}

    assert len(rows) == 136
    assert all(
        keys[region_key(name, "raion")] == code for code, names in rows for name in names.split(";")
    )
