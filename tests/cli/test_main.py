"""The door: quick, and clear about mistakes."""

import subprocess
import sys

import pytest

from dateline.cli import COMMANDS

HEAVY = [
    *("spacy", "numpy", "rich", "lxml", "trafilatura", "sqlalchemy", "jinja2", "pyarrow", "typst"),
    "dateline.pipeline",
]


def python(code):
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout


def test_help_lists_every_command(run):
    shown = run("--help").stdout

    assert all(name in shown for name in COMMANDS.names())


@pytest.mark.parametrize(
    "arguments",
    [["--help"], *([name, "--help"] for name in ("read", "codes", "add", "incidents", "sitrep"))],
)
def test_help_imports_nothing_heavy(arguments):
    loaded = python(
        "import sys; from dateline.cli import main; "
        f"main({arguments}, standalone_mode=False); print('|', *sys.modules)"
    )

    assert not set(HEAVY) & set(loaded.partition("|")[2].split())


def test_a_command_is_imported_when_it_is_run():
    loaded = python("import sys, dateline.cli; print(*sys.modules)").split()

    assert "dateline.cli.read" not in loaded


def test_the_version_is_told(run):
    assert run("--version").stdout.startswith("dateline ")


@pytest.mark.parametrize("name", COMMANDS.names())
def test_a_command_is_named_after_its_file(name):
    assert COMMANDS[name].name == name


@pytest.mark.parametrize(
    "arguments", [["write"], ["read"], ["read", "--format", "docx", "a.txt"], ["codes", "warfare"]]
)
def test_what_is_not_understood_exits_with_2(run, arguments):
    assert run(*arguments).exit_code == 2


def test_an_unknown_name_is_answered_with_the_known_ones(run):
    assert "shelling" in run("codes", "warfare").stderr
