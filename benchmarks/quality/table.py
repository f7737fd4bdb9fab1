"""One table of all corpora: ``python -m benchmarks.quality.table [CORPUS…]``.

With ``--page`` it measures everything and writes docs/accuracy.md as well. Gold files and their
scorers stand beside the checkout (``../shared/bench``, or what ``DATELINE_BENCH`` names); without
them there is nothing to measure.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.quality.bars import Bars, load_bars
from benchmarks.quality.gate import GOLD
from benchmarks.quality.gate import SCENARIOS as OWN
from benchmarks.quality.measuring import Answers, Measured, measured
from benchmarks.quality.over_reports import BESIDE, Scenarios, lines, scenarios
from benchmarks.quality.page import PAGE, Findings, newest_day, written
from benchmarks.quality.scorers import BENCH
from dateline.measure.card import card
from dateline.measure.gold import read_gold
from dateline.records import Card

_SCENARIOS = "scenarios"


def main(arguments: list[str] | None = None) -> int:
    """Measure the corpora that are named, or all, and print what is reached."""
    bars = load_bars()
    asked = _parse(bars, arguments)
    named = asked.corpora or [_SCENARIOS, *(one.corpus for one in bars)]
    wanted = [one for one in bars if one.corpus in named]
    missing = _missing(wanted)
    for path in missing:
        print(f"no gold at {path}: nothing to compare with others")
    if BENCH in missing or (asked.page and missing):
        return int(asked.page)
    day = asked.date or newest_day() if asked.page else None
    answers = Answers()
    reached = [measured(one, answers) for one in wanted if one.path not in missing]
    _print(reached)
    if _SCENARIOS in named:
        beside = scenarios(BESIDE, answers.reader)
        print(*lines(beside), sep="\n")
        if day:
            found = _findings(day, reached, answers, beside)
            PAGE.write_text(written(found), encoding="utf-8")
            print(f"wrote {PAGE}")
    return 0


def _missing(wanted: Sequence[Bars]) -> list[Path]:
    """List what is not there: the folder, or some of what lies in it."""
    if not BENCH.is_dir():
        return [BENCH]
    return [path for path in (*(one.path for one in wanted), BESIDE) if not path.exists()]


def _findings(
    day: date, reached: Sequence[Measured], answers: Answers, beside: Scenarios
) -> Findings:
    """Gather what the page tells beyond the table."""
    dev = next(one for one in reached if one.bars.corpus == "record")
    return Findings(
        day=day,
        reached=reached,
        cards=(_card(GOLD, answers), _card(dev.bars.path, answers)),
        scenarios=(scenarios(OWN, answers.reader), beside),
    )


def _card(gold: Path, answers: Answers) -> Card:
    _, found = answers.to("record", gold)
    coded = {one["report"]["id"]: one for one in found}
    return card(read_gold(gold), coded, corpus=gold.stem, version=version("dateline"))


def _print(reached: Sequence[Measured]) -> None:
    if reached:
        table = Table("corpus", "measure", "Dateline", "95 %", "must reach", "others")
        for row in rows(reached):
            table.add_row(*row)
        Console(width=160).print(table)


def rows(reached: Sequence[Measured]) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the table."""
    for one in reached:
        for value in one.values:
            short = "  short" if value.is_short else ""
            measure, shown = value.measure, f"{value.value:.1f}{short}"
            beside = value.shown_edges, measure.aim, one.bars.others(measure)
            yield one.bars.gold, measure.name, shown, *beside


def _parse(bars: tuple[Bars, ...], arguments: list[str] | None) -> argparse.Namespace:
    known = sorted({one.corpus for one in bars} | {_SCENARIOS})
    parser = argparse.ArgumentParser(description="Measure Dateline beside others.")
    parser.add_argument("corpora", nargs="*", metavar="CORPUS", help=f"of {', '.join(known)}")
    parser.add_argument("--page", action="store_true", help=f"write {PAGE.name} as well")
    parser.add_argument(
        "--date", type=_day, help="the day the page bears; else the newest commit's"
    )
    asked = parser.parse_args(arguments)
    if unknown := set(asked.corpora) - set(known):
        parser.error(f"unknown: {', '.join(sorted(unknown))}; known are: {', '.join(known)}")
    if asked.page and asked.corpora:
        parser.error("--page measures all corpora; name none")
    return asked


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        message = f"{words!r} is no day; write it as YYYY-MM-DD"
        raise argparse.ArgumentTypeError(message) from error


if __name__ == "__main__":
    sys.exit(main())
