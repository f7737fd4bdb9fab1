"""The view for a terminal."""

from dataclasses import replace
from io import StringIO

import pytest

from dateline.publish import EXPORTS, Options

WIDTHS = [24, 40, 80, 120, 300]


def shown(record, **options):
    stream = StringIO()
    EXPORTS["table"].write([record], stream, Options(**({"width": 100} | options)))
    return stream.getvalue()


def test_a_report_as_a_person_reads_it(record):
    assert shown(record, width=80).splitlines()[1:] == [
        "Shells hit market in Sirte",
        "Gulf of Sidra Courier · 5 Jun 2019 · draws on LANA and AFP",
        "",
        "4 Jun 2019       shelling, Sirte, Libya — disputed by army  e1",
        "                 nobody named → market · artillery",
        "                 at least 4 killed (including 2 children), according to mayor",
        "                 └── shelling, Sirte, Libya  e2",
        "",
        "7 Jun 2019       withdrawal — planned, not yet done  e3",
        "                 militia",
        "",
        "BACKGROUND",
        "2011             siege or blockade  e4",
        "",
        "STATEMENTS",
        "  Salma Aref (says): “We heard the first one at noon,”",
        "",
    ]


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_terminal(record, width):
    assert max(len(line) for line in shown(record, width=width).splitlines()) <= width


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("word", ["shelling", "militia", "e4", "2011", "noon"])
def test_no_width_loses_a_word(record, width, word):
    assert word in shown(record, width=width)


def test_no_line_ends_in_blanks(record):
    assert not any(line.endswith(" ") for line in shown(record).splitlines())


@pytest.mark.parametrize(
    ("colour", "escapes"), [pytest.param(True, True, id="on"), pytest.param(False, False, id="off")]
)
def test_colours_only_where_wanted(record, colour, escapes):
    assert ("\x1b[" in shown(record, colour=colour)) is escapes


def test_a_file_gets_no_colours(record):
    assert "\x1b[" not in shown(record)


def test_no_color_is_respected(record, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("FORCE_COLOR", "1")

    assert "\x1b[3" not in shown(record)


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("event", "Shells hit a market"),
        ("date", "on Tuesday"),
        ("killed", "at least four people"),
        ("army denies", "firing on the city"),
    ],
)
def test_evidence_shows_the_words_under_each_field(record, field, words):
    lines = [line.split("“") for line in shown(record, evidence=True).splitlines()]

    assert [field, f"{words}”"] in [[cell.strip() for cell in line] for line in lines]


def test_markup_of_a_report_is_text(record):
    report = replace(record.report, title="[bold]Ten[/bold] \x1b]0;gone\x07 killed")

    assert "[bold]Ten[/bold] ]0;gone killed" in shown(replace(record, report=report))


def test_a_report_without_events_says_so(record):
    assert "No events." in shown(replace(record, events=(), figures=(), claims=()))


def test_a_report_without_a_title_shows_its_first_line(record):
    report = replace(record.report, title=None, text="\nFirst line\nsecond")

    assert "First line\n" in shown(replace(record, report=report))


def test_figures_of_no_event_are_kept(record):
    figures = tuple(replace(figure, event=None) for figure in record.figures)

    assert "FIGURES OF NO SINGLE EVENT\n  at least 4" in shown(replace(record, figures=figures))
