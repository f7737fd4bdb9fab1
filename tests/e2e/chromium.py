"""The browser that tests drive, and how it is kept quiet and without a screen."""

import os
import shutil

CHROMIUM = os.environ.get("DATELINE_TEST_CHROMIUM") or shutil.which("chromium")
QUIET = (
    "--no-sandbox --disable-background-networking --disable-component-update --disable-sync "
    "--no-first-run --disable-quic --use-gl=angle --use-angle=swiftshader "
    "--enable-unsafe-swiftshader"
).split()
