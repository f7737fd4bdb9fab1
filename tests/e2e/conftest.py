"""A real browser over a real server, with the shipped scenario."""

import re
import shutil
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import expect, sync_playwright

from dateline.cli import main
from tests.e2e.chromium import CHROMIUM, QUIET
from tests.server.live import running

SCENARIO = Path(__file__).parents[2] / "examples" / "scenario-macomia" / "reports.jsonl"


# The map adds to the address where one looks, sooner or later.
SITUATION = re.compile(r"^[a-z]+://[^/]+/(\?.*)?$")


expect.set_options(timeout=20_000)  # machines that test are busy


@pytest.fixture(scope="session")
def record(tmp_path_factory):
    """Read the scenario into a record, once."""
    address = tmp_path_factory.mktemp("record") / "record.db"
    added = CliRunner().invoke(main, ["add", str(SCENARIO), "--record", str(address)])
    assert added.exit_code == 0, added.output
    return address


@pytest.fixture(scope="module")
def live(record, tmp_path_factory):
    """Serve a copy of the scenario's record."""
    address = tmp_path_factory.mktemp("e2e") / "record.db"
    shutil.copy(record, address)
    with running(str(address), work=True) as server:
        yield server


@pytest.fixture(scope="session")
def browser():
    """Start Chromium without a screen."""
    assert CHROMIUM, "The tests need Chromium; tools/chromium.sh installs it"
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield started
        started.close()


@pytest.fixture
def open_page(live, browser):
    """Open windows; what a page says on its console, or asks of others, fails the test."""
    with ExitStack() as windows:
        yield lambda **settings: windows.enter_context(_window(live, browser, settings))


@contextmanager
def _window(live, browser, settings):
    size = {"width": 1280, "height": 800}
    context = browser.new_context(base_url=live.base, viewport=size, **settings)
    context.set_default_timeout(60_000)  # machines that test are busy
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("request", lambda request: faults.extend(_elsewhere(live, request.url)))
    yield opened
    context.close()
    assert faults == []


def _elsewhere(live, url):
    return [] if url.startswith((live.base, "blob:", "data:")) else [url]


@pytest.fixture
def sign_in(live, open_page):
    """Sign somebody in by a link, in a window of their own."""

    def signed(name, role="analyst", **settings):
        page = open_page(**settings)
        page.goto(live.link(name, role))
        page.get_by_role("button", name="Not now").click()
        page.wait_for_url(SITUATION)
        return page

    return signed


@pytest.fixture
def page(sign_in):
    """Give the window of an analyst."""
    return sign_in("ana")
