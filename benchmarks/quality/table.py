"""One table of all corpora: ``python -m benchmarks.quality.table [CORPUS…]``.

Gold files and their scorers stand beside the checkout (``../shared/bench``, or what
``DATELINE_BENCH`` names); without them there is nothing to measure.
"""

import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.quality.predict import main as predict
from benchmarks.quality.scorers import BENCH, run_scorer

BARS = Path(__file__).with_name("bars.toml")


def main() -> None:
    """Measure the corpora that are named, or all, and print what is reached."""
    asked = sys.argv[1:]
    if not BENCH.is_dir():
        print(f"no gold files at {BENCH}: nothing to compare with others")
        return
    table = Table("corpus", "measure", "Dateline", "must reach", "others")
    for row in rows(asked):
        table.add_row(*row)
    Console(width=150).print(table)


def rows(asked: list[str]) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the table."""
    bars = tomllib.loads(BARS.read_text(encoding="utf-8"))
    for one in bars["corpora"]:
        if asked and one["corpus"] not in asked:
            continue
        printed = scored(one["corpus"], BENCH / one["gold"], bars["scorers"][one["corpus"]])
        for measure in one["measures"]:
            value = found(printed, measure["at"]) * measure["scale"]
            short = "" if value >= measure["bar"] else "  short"
            shown = f"{value:.1f}{short}"
            yield one["gold"], measure["name"], shown, f"{measure['bar']}", measure["peers"]


def scored(corpus: str, gold: Path, scorer: list[str]) -> dict[str, Any]:
    """Answer a gold file, and let its scorer score the answers."""
    with tempfile.TemporaryDirectory() as folder:
        answers = str(Path(folder) / "answers.jsonl")
        predict([corpus, str(gold), answers])
        words = [word.format(gold=gold, answers=answers) for word in scorer]
        return run_scorer(*words)


def found(scores: Any, at: str) -> float:
    """Look a number up by the names on the way to it, which may hold points themselves."""
    if isinstance(scores, int | float):
        return float(scores)
    name = max((key for key in scores if f"{at}.".startswith(f"{key}.")), key=len)
    return found(scores[name], at[len(name) + 1 :])


if __name__ == "__main__":
    main()
