"""The card: what was measured, with intervals that are the same each time."""

import json

import pytest

from dateline.errors import UnreadableReportError
from dateline.measure import card, read_gold
from tests.measure.test_scoring import QUIET, RECORD


@pytest.fixture
def gold(tmp_path):
    """Keep a gold file of several reports."""
    reports = [RECORD | {"report": {"id": f"r{n}"}} for n in range(8)]
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(map(json.dumps, [*reports, QUIET])) + "\n")
    return read_gold(path)


def measured(gold, found):
    return card(gold, found, corpus="gold.jsonl", version="1")


def rows(card_):
    return {(row.group, row.name): row for row in card_.rows}


def test_what_is_all_right_has_an_interval_of_a_point(gold):
    whole = rows(measured(gold, gold.reports))["whole", "all slots"]

    assert (whole.precision, whole.recall, whole.f1) == (1, 1, 1)
    assert (whole.low, whole.high) == (1, 1)


def test_what_is_half_right_has_a_wide_one_around_it_and_always_the_same(gold):
    half = {name: gold.reports[name] for name in list(gold.reports)[:4]}

    once, again = measured(gold, half), measured(gold, half)
    typed = rows(once)["whole", "events of the right type"]

    assert once == again
    assert (typed.precision, typed.recall, typed.gold) == (1, 0.5, 16)
    assert typed.low < typed.f1 < typed.high


def test_each_type_and_kind_has_a_row(gold):
    found = rows(measured(gold, gold.reports))

    assert found["type", "ASSAULT"].gold == 8
    assert found["kind", "arrest"].gold == 8
    assert found["field", "place"].gold == 16


def test_a_wrong_type_is_missed_of_one_and_false_of_the_other(gold):
    wrong = {
        name: one | {"events": [e | {"type": "PROTEST", "kind": "riot"} for e in one["events"]]}
        for name, one in gold.reports.items()
    }

    found = rows(measured(gold, wrong))

    assert found["type", "ASSAULT"].recall == 0
    assert found["type", "PROTEST"].precision == 0


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "line 1 is no JSON"),
        pytest.param("[" * 100_000, "line 1 is no JSON", id="too deep"),
        ('{"report": {"id": "a"}, "text": "x"}', "line 1 lacks 'events'"),
        ('{"report": {}, "text": "", "events": [], "figures": [], "claims": []}', "lacks the id"),
        ("", "holds no coded report"),
    ],
)
def test_what_is_no_gold_is_told_by_its_line(tmp_path, line, said):
    path = tmp_path / "gold.jsonl"
    path.write_text(line)

    with pytest.raises(UnreadableReportError, match=said):
        read_gold(path)
