"""Why an event is coded as it is."""

from dataclasses import replace
from io import StringIO

import pytest

from dateline.publish import Options
from dateline.publish.terminal.reasons import reasons
from dateline.publish.terminal.screen import Screen


def shown(record, number):
    stream = StringIO()
    Screen(stream, Options(width=100)).show(reasons(record, record.events[number]))
    return stream.getvalue()


@pytest.mark.parametrize(
    "line",
    [
        "shelling  r1/e1",
        "kind          shelling (ASSAULT; ACLED: Other; CAMEO: 19)",
        "actors        not told",
        "targets       market (LBY CVL)",
        "place         Sirte (LBY, settlement, 31.2000 16.5900)",
        "date          4 Jun 2019 (day)",
        "              “on Tuesday”  57–67",
        "              by weekday",
        "f1            at least 4 killed, according to mayor",
        "c1            army denies, “denied”",
    ],
)
def test_each_field_with_its_words_and_rule(record, line):
    assert line in shown(record, 0).splitlines()


def test_offsets_point_to_the_words(record):
    assert record.report.text[57:67] == "on Tuesday"


def test_what_belongs_to_other_events_is_left_out(record):
    view = shown(record, 2)

    assert "FIGURES" not in view
    assert "CLAIMS" not in view


def test_a_reason_for_a_field_without_a_line_of_its_own_is_kept(record):
    event = record.events[0]
    basis = replace(event.basis[0], field="merging", rule="same-day")
    event = replace(event, basis=(basis,))

    assert "by same-day" in shown(replace(record, events=(event,)), 0)
