"""A bar where somebody sees it, and it pays."""

from io import StringIO

import pytest

from dateline.cli import _progress
from dateline.cli._progress import shown
from dateline.cli._reports import Reports
from dateline.records import Record, Report


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self):
        """Say so."""
        return True


RECORDS = [Record(report=Report(id=name, text="", source=name)) for name in "abcde"]


@pytest.mark.parametrize(
    ("errors", "output", "files", "bar"),
    [
        pytest.param(Terminal(), StringIO(), "abcde", True, id="many files to a file"),
        pytest.param(Terminal(), Terminal(), "abcde", False, id="the output is what is watched"),
        pytest.param(StringIO(), StringIO(), "abcde", False, id="nobody watches"),
        pytest.param(Terminal(), StringIO(), "abc", False, id="a few files"),
    ],
)
def test_a_bar_only_where_it_pays(monkeypatch, errors, output, files, bar):
    drawn = []
    monkeypatch.setattr(
        _progress, "_with_bar", lambda records, files: drawn.append(files) or records
    )
    monkeypatch.setattr("sys.stderr", errors)

    list(shown(RECORDS, Reports(files), output))

    assert drawn == [5] * bar


def test_records_pass_unchanged(monkeypatch):
    errors = Terminal()
    monkeypatch.setattr("sys.stderr", errors)

    assert list(shown(RECORDS, Reports("abcde"), StringIO())) == RECORDS
    assert "Reading" in errors.getvalue()


def test_files_in_folders_and_lines_of_json_are_counted(tmp_path):
    (tmp_path / "deep").mkdir()
    for name in ("a.txt", "deep/b.txt"):
        (tmp_path / name).touch()
    (tmp_path / "many.jsonl").write_text("{}\n\n{}\n{}")

    assert Reports([str(tmp_path), "-"]).count() == 6


def test_a_command_that_writes_nothing_shows_its_bar_on_any_terminal(monkeypatch):
    errors = Terminal()
    monkeypatch.setattr("sys.stderr", errors)
    list(shown(RECORDS, Reports("abcde")))

    assert "Reading" in errors.getvalue()
