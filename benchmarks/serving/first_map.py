"""The first map: ``python -m benchmarks.serving.first_map [COUNT]``.

A browser without a screen, which draws by software, opens the situation page of a record of COUNT
incidents, with nothing in its cache: how long until the map is drawn and at rest?
"""

import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, StorageState, sync_playwright

from benchmarks.record.search import fill
from dateline.store import open_store
from tests.e2e.chromium import CHROMIUM, QUIET
from tests.server.live import Live, running

COUNT, TIMES = 100_000, 5
BAR = 3.0  # seconds


def main() -> None:
    """Print how long the first map takes, several times over."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        address = str(Path(folder) / "record.db")
        with open_store(address) as store:
            fill(store, count)
        browser = play.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        with running(address) as live:
            known = signed_in(live, browser)
            took = sorted(drawn(live, browser, known) for _ in range(TIMES))
    print(f"first map of {count:,}: median {took[TIMES // 2]:.2f} s (≤ {BAR:.0f}), all: ", end="")
    print(", ".join(f"{each:.2f}" for each in took))


def signed_in(live: Live, browser: Browser) -> StorageState:
    """Sign in once; what is given lets other windows in."""
    page = browser.new_page(base_url=live.base)
    page.goto(live.link("ana", "analyst"))
    page.get_by_role("button", name="Not now").click()
    page.wait_for_load_state("networkidle")
    return page.context.storage_state()


def drawn(live: Live, browser: Browser, known: StorageState) -> float:
    """Open the map in a new window, and give the seconds until it is at rest."""
    context = browser.new_context(
        base_url=live.base, viewport={"width": 1280, "height": 800}, storage_state=known
    )
    page = context.new_page()
    started = time.perf_counter()
    page.goto("/")
    page.wait_for_selector(".map[aria-busy=false]")
    took = time.perf_counter() - started
    context.close()
    return took


if __name__ == "__main__":
    main()
