"""The mixed stream of the speed card: nine reports in ten tell of no conflict."""

import json
from collections.abc import Iterator
from pathlib import Path

from benchmarks.training.gold import load_coded
from benchmarks.training.quiet import read_quiet
from benchmarks.training.told import load_told
from dateline.records import Report

OTHERS = 9  # reports of something else to one of conflict


def mixed(path: Path | None) -> list[Report]:
    """Put a report of conflict after every nine texts of a file, or of the invented local news."""
    others = _texts_of(path) if path else read_quiet()
    conflict = _spread(list(_conflict()), len(others) // OTHERS)
    stream: list[Report] = []
    for number, text in enumerate(others, start=1):
        stream.append(Report(id=f"other-{number}", text=text))
        if number % OTHERS == 0:
            stream.append(conflict[number // OTHERS - 1])
    return stream


def _texts_of(path: Path) -> list[str]:
    with path.open(encoding="utf-8") as lines:  # a text may hold other marks that end a line
        return [json.loads(line)["text"] for line in lines]


def _conflict() -> Iterator[Report]:
    """Yield the project's own reports that tell of events."""
    yield from (report for report, coded in load_coded() if coded["events"])
    yield from (told.report for told in load_told() if told.marks)


def _spread(reports: list[Report], number: int) -> list[Report]:
    return [reports[at * len(reports) // number] for at in range(number)]
