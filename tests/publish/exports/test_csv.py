"""CSV: rows that any spreadsheet reads and none runs."""

import csv
from dataclasses import replace
from io import StringIO

import pytest

from dateline.publish import EXPORTS, Options


def written(*records):
    stream = StringIO(newline="")
    EXPORTS["csv"].write(records, stream, Options())
    return stream.getvalue()


def rows(text):
    return list(csv.DictReader(StringIO(text, newline="")))


def test_one_event_a_row_in_the_order_of_the_record(record):
    assert [row["event"] for row in rows(written(record))] == ["e1", "e2", "e3", "e4"]


def test_lines_end_as_in_rfc_4180(record):
    lines = written(record).split("\r\n")

    assert len(lines) == 1 + len(record.events) + 1
    assert not any("\n" in line for line in lines)


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t=", "\r="])
def test_no_cell_of_text_is_a_formula(record, sign):
    report = replace(record.report, title=f"{sign}1+1")

    title = rows(written(replace(record, report=report)))[0]["title"]

    assert title == f"'{sign.strip()}1+1"


def test_a_point_in_the_west_stays_a_number(record):
    event = record.events[0]
    west = replace(event, place=replace(event.place, lon=-16.59))

    assert rows(written(replace(record, events=(west,))))[0]["longitude"] == "-16.59"


def test_nothing_read_still_has_a_heading():
    assert written().startswith("report,title,publisher,")
