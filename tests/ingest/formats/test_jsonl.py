import json
import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.ingest import ReadOptions, map_offsets, read
from dateline.records import Rejection, Report, Span

STORY = "Shells hit a market in Sirte on Monday, killing two people."


def line(text=STORY, **report):
    return json.dumps({"report": report, "text": text, "events": [{"id": "e1"}]}).encode() + b"\n"


def test_a_line_of_the_codebook_s_form_is_a_report():
    raw = line(
        id="r1", title="T", publisher="P", published="2024-10-29", credits=["AP"], genre="wire"
    )

    assert list(read(raw, name="a.jsonl")) == [
        Report(
            id="r1", title="T", publisher="P", published=date(2024, 10, 29), credits=("AP",),
            language="en", text=STORY, source="a.jsonl:1",
        )
    ]  # fmt: skip


def test_a_broken_line_is_named_and_the_others_are_read():
    raw = line(id="a") + b'{"text": \n\n' + line("Six were hurt in Zliten.", id="b")

    first, broken, last = read(raw, name="a.jsonl")

    assert (first.id, last.id) == ("a", "b")
    assert broken.source == "a.jsonl:2"
    assert "line 2 is broken JSON" in broken.reason


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        pytest.param(b'{"text": 5}', r"Expected `str`, got `int` - at `\$.text`", id="text"),
        pytest.param(line(id=5), r"at `\$.report.id`", id="id"),
        pytest.param(line(credits="AP"), r"at `\$.report.credits`", id="credits"),
        pytest.param(b'{"report": [], "text": "x"}', r"at `\$.report`", id="report"),
        pytest.param(b'{"events": []}', "missing required field `text`", id="no text"),
        pytest.param(b"[1, 2]", "Expected `object`", id="list"),
        pytest.param(b"null", "Expected `object`", id="null"),
        pytest.param(line(""), "is empty", id="empty text"),
        pytest.param(b'{"text": "\\ud83d cut"}', "broken JSON", id="half of a character"),
        pytest.param(b'{"text": "' + b"[" * 100_000, "line 1", id="never closed"),
        pytest.param(b'{"report": ' + b"[" * 100_000, "line 1", id="nested deep"),
        pytest.param(line(published="2024-13-45"), "that is no day", id="no such day"),
        pytest.param(line(published="yesterday"), "that is no day", id="day in words"),
        pytest.param(line(published="2199-01-01"), "out of range", id="in the future"),
        pytest.param(line(published="0824-01-01"), "out of range", id="long ago"),
        pytest.param(line(language="uk"), "its language is 'uk'", id="language"),
        pytest.param(b'{"text": "caf\xe9 \x00"}', "null bytes", id="null byte"),
    ],
)
def test_a_line_that_is_no_report_says_why(raw, reason):
    [rejection] = read(raw, options=ReadOptions(format="jsonl"))

    assert isinstance(rejection, Rejection)
    assert re.search(reason, rejection.reason)


def test_a_line_without_an_id_is_given_one():
    raw = b"\n" + line() + line("Six were hurt in Zliten.")

    assert [report.id for report in read(raw, name="wire.jsonl")] == ["wire-2", "wire-3"]


@pytest.mark.parametrize("indent", [None, 2])
def test_a_json_file_may_hold_one_report(indent):
    raw = json.dumps({"text": STORY}, indent=indent).encode()

    [report] = read(raw, name="siege.json")

    assert (report.id, report.text) == ("siege", STORY)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_marks_of_encodings_are_no_hindrance(encoding):
    raw = (line(id="a") + line("Six were hurt.", id="b")).decode().encode(encoding)

    assert [report.id for report in read(raw, name="a.jsonl")] == ["a", "b"]


def test_a_line_that_is_too_long_is_skipped_to_its_end():
    raw = line("x" * 5_000, id="long") + line(id="short")

    long, short = read(raw, name="a.jsonl", options=ReadOptions(max_bytes=1_000))

    assert "line 1 is larger" in long.reason
    assert short.id == "short"


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8"), min_size=1), st.booleans())
def test_every_character_leads_back_to_its_bytes(words, ascii_only):
    text = f"{STORY} {words}"
    made = json.dumps({"report": {"id": "a"}, "text": text}, ensure_ascii=ascii_only).encode()
    raw = b'{"text": "First."}\n' + made
    [_, report] = read(raw, name="a.jsonl", options=ReadOptions(any_language=True))
    if isinstance(report, Rejection):
        return
    found = map_offsets(raw, report)
    spans = [found.to_raw(Span(start=i, end=i + 1)) for i in range(len(text))]

    assert [json.loads(b'"%s"' % raw[s.start : s.end]) for s in spans] == list(text)
