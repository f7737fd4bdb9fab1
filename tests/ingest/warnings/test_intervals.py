import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import UnreadableReportError
from dateline.ingest.warning_reading import read_warnings

HEAD = "oblast,raion,hromada,level,started_at,finished_at,source\n"
ROW = (
    "Kharkiv Oblast,Chuhuiv Raion,,raion,2024-10-29 00:50:00+00:00,2024-10-29T02:00:00Z,official\n"
)


def read(text):
    return read_warnings("intervals", text.encode())


def test_a_table_of_oblasts_and_raions_is_read():
    reading = read(HEAD + ROW + ",,,,,,\n")

    [found] = reading.intervals
    assert found.region == "UKR/Kharkiv Oblast/Chuhuiv Raion"
    assert (found.region_name, found.level, found.type) == ("Chuhuiv Raion", "raion", "air")
    assert found.start.isoformat() == "2024-10-29T00:50:00+00:00"
    assert found.end == reading.at
    assert not reading.snapshot
    assert reading.faults == ("row 2 lacks a region or a start that can be read",)


@pytest.mark.parametrize(
    "head",
    [
        "region,start,end",
        "Region;Start;End",
        "area\tfrom\tto",
        "place,started,ended_at",
        "city,begin,until",
    ],
)
def test_columns_may_have_other_names(head):
    mark = max(",;\t", key=head.count)
    [found] = read(
        head + "\n" + mark.join(("Haifa", "2024-10-29T01:00", "2024-10-29T02:00"))
    ).intervals

    assert (found.region_name, found.country) == ("Haifa", None)
    assert found.start.isoformat() == "2024-10-29T01:00:00+00:00"


@pytest.mark.parametrize("key", [None, "data"])
def test_json_is_read(key):
    row = {"region": "Haifa", "start": "2024-10-29T01:00:00Z", "end": None, "country": "isr"}
    [found] = read(json.dumps({"count": 1, key: [row]} if key else [row])).intervals

    assert (found.region, found.country, found.end) == ("ISR/Haifa", "ISR", None)


def test_rows_told_twice_are_one():
    assert len(read(HEAD + ROW + ROW).intervals) == 1


def test_a_warning_that_ends_before_it_starts_is_named():
    reading = read(HEAD + ROW + ROW.replace("T02:00:00Z", "T00:10:00Z"))

    assert len(reading.faults) == 1


def test_a_table_of_another_kind_names_no_more_than_a_hundred_rows():
    reading = read(HEAD + ROW + "x,,,,soon,,\n" * 500)

    assert len(reading.faults) == 101
    assert reading.faults[-1] == "and 400 rows more"


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", "[]", "{}", '[{"region": "x"}]', "[", "hello"])
def test_what_holds_no_warning_is_refused(text):
    with pytest.raises(UnreadableReportError):
        read(text)


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text):
    try:
        reading = read(HEAD + ROW + text)
    except UnreadableReportError:
        return
    assert all(i.end is None or i.end >= i.start for i in reading.intervals)
