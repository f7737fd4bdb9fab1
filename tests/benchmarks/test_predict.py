"""Answers for scorers: made of what a reader may know, not of what is right."""

import json

import pytest

from benchmarks.quality.gate import GOLD
from benchmarks.quality.predict import CORPORA, main


@pytest.fixture(scope="module")
def rows():
    return [json.loads(line) for line in GOLD.read_text().splitlines()[:3]]


def answered(tmp_path, corpus, rows):
    gold, answers = tmp_path / "gold.jsonl", tmp_path / "answers.jsonl"
    gold.write_text("\n".join(map(json.dumps, rows)) + "\n")
    main([corpus, str(gold), str(answers)])
    return [json.loads(line) for line in answers.read_text().splitlines()]


def test_what_is_right_is_not_looked_at(tmp_path, rows):
    bare = [{"report": row["report"], "text": row["text"]} for row in rows]

    told = answered(tmp_path, "record", rows)

    assert told == answered(tmp_path, "record", bare)
    assert [one["report"]["id"] for one in told] == [row["report"]["id"] for row in rows]
    assert any(one["events"] for one in told)


def test_scenarios_are_answered_by_incidents(tmp_path, rows):
    [answer] = answered(tmp_path, "scenarios", rows)

    assert {"id", "type", "kind", "events"} <= set(answer["incidents"][0])


def test_all_corpora_have_an_adapter():
    assert {"record", "scenarios", "geo", "attribution", "muc4", "ipe", "plover", "petrarch",
            "actors"} <= set(CORPORA.names())  # fmt: skip
    assert all(CORPORA[name].predict for name in CORPORA.names())
