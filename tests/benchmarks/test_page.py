"""The accuracy page: numbers from a run, words from its template."""

import re
from collections import Counter
from datetime import date

import pytest

from benchmarks.quality import page
from benchmarks.quality.bars import load_bars
from benchmarks.quality.measuring import Measured, Value
from benchmarks.quality.over_reports import Scenario, Scenarios
from benchmarks.quality.page import PAGE, Findings, error_rows, newest_day, written
from dateline.records import Card, CardRow

ERRORS = Counter({("event missed", "ASSAULT"): 7, ("event missed", "AID"): 2, ("false", "x"): 4})


def measured(bars, units):
    values = tuple(
        Value(measure=one, value=(one.bar or 50) - 0.25, edges=(40.0, 60.0) if units > 1 else None)
        for one in bars.measures
    )
    return Measured(bars=bars, digest="0123456789ab", units=units, values=values, errors=ERRORS)


def coded(corpus, gold):
    shares = {"precision": 0.5, "recall": 0.5, "f1": 0.5, "low": 0.4, "high": 0.6}
    rows = [CardRow(group="whole", name="figures", gold=gold, **shares)]
    rows += [CardRow(group="kind", name=name, gold=gold, **shares) for name in ("ambush", corpus)]
    return Card(
        version="1",
        corpus=corpus,
        digest="f" * 64,
        reports=3,
        quotes=1.0,
        quiet=5,
        quiet_alarms=2,
        rows=tuple(rows),
    )


def scenario(name, best, tolls):
    return Scenario(
        name=name,
        reports=4,
        incidents=9,
        events=80.0,
        lineages=90.0,
        best=best,
        tolls=tolls,
        errors=Counter({("best value", "too low"): 1}),
    )


SCENARIOS = Scenarios(
    digest="ba9876543210", each=(scenario("a", 50.0, 30), scenario("b", 100.0, 10))
)


@pytest.fixture(scope="module")
def text():
    bars = load_bars()
    found = Findings(
        day=date(2026, 5, 4),
        reached=[measured(bars[0], 36), measured(bars[1], 1)],
        cards=(coded("own", 5), coded("dev", 4)),
        scenarios=(SCENARIOS, SCENARIOS),
    )
    return written(found)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("| Reports, fully coded | all slots | 64.8 (short) | 40.0–60.0 | 65 | second "
                     "coder 89.4 |", id="a measure with its interval, its aim and others"),
        pytest.param("| One long article, fully coded | all slots | 49.8 |  |  |  |",
                     id="one document has no interval"),
        pytest.param("| figures | 5 | 50.0 | 40.0–60.0 | 4 | 50.0 | 40.0–60.0 |", id="two cards"),
        pytest.param("| own | 5 | 50.0 | 40.0–60.0 |  |  |  |", id="a kind of one corpus only"),
        pytest.param("| event missed | 9 | ASSAULT 7; AID 2 |", id="a kind of error"),
        pytest.param("| tolls whose best value is right | 62.5 | 50.0–100.0 | 62.5 | 50.0–100.0 |",
                     id="best values are of all tolls"),
        pytest.param("| best value | 2 | too low 2 |", id="errors over several reports"),
    ],
)  # fmt: skip
def test_the_page_tells(text, line):
    assert line in text.splitlines()


def test_the_page_bears_day_and_digests(text):
    assert "as of 4 May 2026" in text
    for digest in ("0123456789ab", "ffffffffffff", "ba9876543210"):
        assert f"`{digest}`" in text


def test_kinds_that_are_rare_in_both_are_left_out(text):
    assert "| ambush |" in text
    assert "| dev |" not in text


def test_a_single_document_has_no_error_classes(text):
    assert "### Reports, fully coded" in text
    assert "### One long article" not in text


def test_all_tables_are_whole(text):
    for block in re.findall(r"(?:^\|.*\n)+", text, flags=re.MULTILINE):
        assert len({line.count("|") for line in block.splitlines()}) == 1


def test_the_page_in_the_documentation_is_made_by_the_template(text):
    def fixed(page):
        return [line for line in page.splitlines() if re.match(r"<!--|## |- \*\*", line)]

    assert fixed(PAGE.read_text(encoding="utf-8")) == fixed(text)


def test_errors_are_listed_from_the_largest_down():
    many = Counter({("b", str(n)): n for n in range(1, 9)} | {("a", "x"): 100})

    assert error_rows(many) == [
        ("a", 100, "x 100"),
        ("b", 36, "8 8; 7 7; 6 6; 5 5; 4 4; others 6"),
    ]


def test_a_checkout_without_commits_is_asked_for_a_day(monkeypatch, tmp_path):
    monkeypatch.setattr(page, "ROOT", tmp_path)

    with pytest.raises(SystemExit, match="--date"):
        newest_day()
