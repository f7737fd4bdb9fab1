"""A real browser over a real server, with the shipped scenario."""

import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import sync_playwright

from dateline.cli import main
from tests.server.live import running

SCENARIO = Path(__file__).parents[2] / "examples" / "scenario-macomia" / "reports.jsonl"
CHROMIUM = os.environ.get("DATELINE_TEST_CHROMIUM") or shutil.which("chromium")
QUIET = (
    "--no-sandbox --disable-background-networking --disable-component-update --disable-sync "
    "--no-first-run --disable-quic --use-gl=angle --use-angle=swiftshader "
    "--enable-unsafe-swiftshader"
).split()


@pytest.fixture(scope="module")
def live(tmp_path_factory):
    """Serve the scenario."""
    address = str(tmp_path_factory.mktemp("e2e") / "record.db")
    added = CliRunner().invoke(main, ["add", str(SCENARIO), "--record", address])
    assert added.exit_code == 0, added.output
    with running(address, work=True) as server:
        yield server


@pytest.fixture(scope="module")
def browser():
    """Start Chromium without a screen."""
    assert CHROMIUM, "The tests need Chromium; tools/chromium.sh installs it"
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield started
        started.close()


@pytest.fixture
def page(live, browser):
    """Sign an analyst in; whatever the page says on its console, or asks of others, fails."""
    context = browser.new_context(base_url=live.base, viewport={"width": 1280, "height": 800})
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on(
        "request",
        lambda request: (
            faults.append(request.url)
            if not request.url.startswith((live.base, "blob:", "data:"))
            else None
        ),
    )
    opened.goto(live.link("ana", "analyst"))
    opened.get_by_role("button", name="Not now").click()
    yield opened
    context.close()
    assert faults == []
