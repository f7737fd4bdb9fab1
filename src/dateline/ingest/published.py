"""The day a report came out, as its first lines give it."""

from collections.abc import Iterator
from datetime import date

from dateline.ingest.options import ReadOptions
from dateline.knowledge.datelines import find_dateline, find_day, read_day
from dateline.knowledge.structure import load_structure

_LINES = 6  # headline, deck, byline, date line, first paragraph, and one more
_REACH = 200  # characters of a line


def find_published(text: str, options: ReadOptions) -> date | None:
    """Read the day off a dateline or a date line with a year; better none than a wrong one."""
    days = (day for line in _first_lines(text) if (day := _day_of_line(line)))
    return next((day for day in days if options.is_plausible(day)), None)


def _first_lines(text: str) -> Iterator[str]:
    lines = (line.strip() for line in text[: _LINES * 2_000].splitlines())
    filled = [line for line in lines if line]
    yield from (line[:_REACH] for line in filled[:_LINES])


def _day_of_line(line: str) -> date | None:
    dateline = find_dateline(line)
    if dateline and dateline.date:
        return read_day(dateline.date)
    labelled = (p for known, p in load_structure().lines if known.kind == "dateline")
    return find_day(line) if any(p.search(line) for p in labelled) else None
