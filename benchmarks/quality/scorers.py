"""The gold files and scorers beside the checkout, where there are any."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

_BESIDE = Path(__file__).parents[3] / "shared" / "bench"
BENCH = Path(os.environ.get("DATELINE_BENCH", _BESIDE))


def run_scorer(scorer: str, *words: str) -> dict[str, Any]:
    """Let a scorer score, and give what it prints as JSON."""
    printed = subprocess.run(  # noqa: S603 - the scorer beside the gold files
        [sys.executable, str(BENCH / scorer), *words], capture_output=True, check=True, text=True
    )
    return dict(json.loads(printed.stdout))
