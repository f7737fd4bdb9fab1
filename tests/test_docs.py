"""The documentation names everything there is, and its generated pages are fresh."""

import re
from pathlib import Path

import pytest

from dateline.cli import COMMANDS
from dateline.folder import Folder
from dateline.ingest import formats
from dateline.knowledge.ontology import TYPES, kinds
from dateline.publish import EXPORTS, INCIDENT_EXPORTS
from tools.pages import pages

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
ROOMS = sorted(path.parent.name for path in (ROOT / "src/dateline").glob("*/__init__.py"))


def headings(page):
    return re.findall(r"^#+ (.+)$", (DOCS / page).read_text(), re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS.names())
def test_every_command_has_its_heading(command):
    assert command in headings("cli.md")


@pytest.mark.parametrize(
    "option",
    [
        pytest.param(option, id=f"{name} {option}")
        for name, command in COMMANDS.items()
        for parameter in command.params
        for option in parameter.opts
        if option.startswith("--")
    ],
)
def test_every_option_is_explained(option):
    assert f"`{option}" in (DOCS / "cli.md").read_text()


@pytest.mark.parametrize("name", EXPORTS.names())
def test_every_export_has_its_page(name):
    assert headings(f"exports/{name}.md")[0] == name


@pytest.mark.parametrize("name", INCIDENT_EXPORTS.names())
def test_every_export_of_incidents_has_its_page(name):
    assert headings(f"incident-exports/{name}.md")[0] == name


@pytest.mark.parametrize("name", Folder(formats, "FORMAT", object).names())
def test_every_format_has_its_page(name):
    assert headings(f"formats/{name}.md")[0] == name


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_has_its_page(room):
    assert headings(f"rooms/{room}.md")[0] == room


@pytest.mark.parametrize("name", [*TYPES, *kinds()])
def test_every_type_and_kind_is_in_the_codebook(name):
    assert name in headings("codebook.md")


@pytest.mark.parametrize(
    ("path", "text"),
    [pytest.param(path, text, id=path.name) for path, text in pages().items()],
)
def test_a_generated_page_is_fresh(path, text):
    assert path.read_text() == text, "run `make format`"


def targets():
    return re.findall(r"^(\w+):.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE)


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_every_make_target_that_is_named_exists(page):
    named = re.findall(r"`make (\w+)|^\$? *make (\w+)", (ROOT / page).read_text(), re.MULTILINE)

    assert {first or second for first, second in named} <= set(targets())


def test_the_targets_fit_on_a_screen():
    assert len(targets()) <= 14
