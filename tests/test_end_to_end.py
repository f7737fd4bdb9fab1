"""The whole program from file to output, with the real language model."""

import csv
import json
from io import StringIO

import pytest
from click.testing import CliRunner

from dateline.cli import main
from dateline.records.codec import decode

SIRTE = """\
Title: Shells hit market in Sirte
Published: 2019-06-05

Shells hit a crowded market in Sirte on Tuesday, killing at least four people, two of them \
children, the mayor said.

"We heard the first one at noon," said Salma Aref, a teacher. The army denied firing on the city.
"""
GOMA = """\
Gunmen raid camp near Goma

GOMA, DR Congo, 12 March 2023 - Gunmen killed three farmers in a camp near Goma overnight, a local \
official said. Soldiers arrested five men on Sunday.
"""
WEATHER = """\
Fair skies ahead

LYON, France, 2 May 2021 - The weather will stay fair until the weekend, forecasters said. \
Gardeners were glad of the rain that fell in April.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Make a folder of three reports."""
    folder = tmp_path_factory.mktemp("reports")
    for name, text in {"sirte": SIRTE, "goma": GOMA, "weather": WEATHER}.items():
        (folder / f"{name}.txt").write_text(text)
    return folder


def run(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def lines(folder):
    """Read them all."""
    return run("read", folder, "--format", "json").stdout


def test_every_report_is_read_in_the_order_of_the_names(lines):
    ids = [json.loads(line)["report"]["id"] for line in lines.splitlines()]

    assert ids == ["goma", "sirte", "weather"]


def test_the_happening_is_found_with_its_figure_and_its_day(lines):
    record = decode(lines.splitlines()[1])

    [figure] = [figure for figure in record.figures if (figure.low, figure.high) == (4, None)]
    [event] = [event for event in record.events if event.id == figure.event]
    assert (event.kind, str(event.date.start)) == ("shelling", "2019-06-04")


def test_a_report_of_no_conflict_yields_no_events(lines):
    assert decode(lines.splitlines()[2]).events == ()


def quotes(node):
    """Find every quote with its offsets, however deep it is."""
    if isinstance(node, dict):
        if {"quote", "start", "end"} <= set(node):
            yield node
        for value in node.values():
            yield from quotes(value)
    if isinstance(node, list):
        for value in node:
            yield from quotes(value)


def test_every_quote_stands_in_the_text_at_its_place(lines):
    for line in map(json.loads, lines.splitlines()):
        for found in quotes(line):
            assert line["text"][found["start"] : found["end"]] == found["quote"]


def test_every_event_says_why_it_is_one(lines):
    events = [event for line in lines.splitlines() for event in decode(line).events]

    assert all(event.evidence and event.basis for event in events)


def test_more_processes_give_the_same_output(folder, lines):
    assert run("read", folder, "--format", "json", "--workers", "2").stdout == lines


def test_an_output_can_be_read_again(lines, tmp_path):
    path = tmp_path / "records.jsonl"
    path.write_text(lines)

    again = run("read", path, "--format", "json").stdout

    for old, new in zip(
        map(decode, lines.splitlines()), map(decode, again.splitlines()), strict=True
    ):
        assert new.events == old.events


def test_every_event_of_the_output_can_be_explained(folder, lines):
    for line in lines.splitlines():
        record = decode(line)
        for event in record.events:
            explained = run("explain", folder / f"{record.report.id}.txt", event.id)

            assert explained.exit_code == 0
            assert f"{record.report.id}/{event.id}" in explained.stdout


def test_every_event_is_a_row(folder, lines):
    rows = list(csv.DictReader(StringIO(run("read", folder, "--format", "csv").stdout)))

    events = [event.id for line in lines.splitlines() for event in decode(line).events]
    assert [row["event"] for row in rows] == events


def test_what_is_no_report_is_refused_and_named(folder, tmp_path):
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")

    result = run("read", folder / "goma.txt", tmp_path / "picture.txt", tmp_path / "missing.txt")

    assert result.exit_code == 1
    assert "picture.txt: is a PNG picture" in result.stderr
    assert "missing.txt: cannot be opened" in result.stderr
    assert "Read 1 report:" in result.stderr
