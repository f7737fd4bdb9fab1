"""``dateline evaluate`` on a gold file of one's own."""

import json

import pytest
from click.testing import CliRunner

from dateline.cli import main

TEXT = "GOMA, June 3 - Rebels shelled a market in Goma on Monday, killing nine people."
WORDS = "Rebels shelled a market in Goma"


@pytest.fixture
def gold(tmp_path):
    """Write what a person made of one report."""
    at = TEXT.index(WORDS)
    event = {
        "id": "e1", "type": "ASSAULT", "kind": "shelling", "factuality": "occurred",
        "background": False, "actors": [], "targets": [], "weapon": None, "place": None,
        "date": {"start": None, "end": None, "precision": "unknown"},
        "evidence": [{"quote": WORDS, "start": at, "end": at + len(WORDS)}],
    }  # fmt: skip
    coded = {
        "report": {"id": "goma", "published": "2024-06-04", "language": "en"},
        "text": TEXT,
        "events": [event],
        "figures": [],
        "claims": [],
    }
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(coded) + "\n")
    return path


def run(*words):
    return CliRunner().invoke(main, ["evaluate", *map(str, words)])


def test_the_card_is_a_table(gold):
    shown = run(gold)

    assert shown.exit_code == 0, shown.output
    assert "on gold.jsonl, 1 reports" in shown.output
    assert "events of the right type" in shown.output


def test_it_is_json_for_programs(gold):
    card = json.loads(run(gold, "--format", "json").output)

    typed = next(row for row in card["rows"] if row["name"] == "events of the right type")
    assert (card["reports"], typed["recall"]) == (1, 1.0)
    assert len(card["digest"]) == 64


def test_it_is_a_page(gold, tmp_path):
    out = tmp_path / "card.html"

    assert run(gold, "--format", "html", "--output", out).exit_code == 0
    assert '<th scope="col">95 % interval</th>' in out.read_text()


def test_what_is_no_gold_file_is_refused_with_the_reason(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text('{"text": "x"}\n')

    shown = run(path)

    assert shown.exit_code == 1
    assert "line 1 lacks 'report'" in shown.output
