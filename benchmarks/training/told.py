"""Reports whose triggers are marked where they stand: ``told/*.txt``.

A report opens with ``=== id | date | genre | publisher``; a headline comes first. A mark
is one word and what it tells: ``[struck|airstrike]``, ``[deploy|deployment|planned]``,
``[pact|agreement|?]`` where coders may leave it out, ``[raid|=]`` where it is told elsewhere too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from dateline.records import Report

FOLDER = Path(__file__).parent / "told"
AGAIN = "="
_MARK = re.compile(r"\[([^\[\]|]+)\|([^\[\]|]+)((?:\|[^\[\]|]+)*)\]")
_HEADER = re.compile(r"^=== *(.+?) *\| *(\d{4}-\d\d-\d\d) *\| *(.+?) *\| *(.+?) *$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked word: where it starts, what it tells, and how surely."""

    start: int
    kind: str
    factuality: str = "occurred"
    optional: bool = False


@dataclass(slots=True)
class Told:
    """A report and its marks, in the order of the text."""

    report: Report
    marks: list[Mark] = field(default_factory=list)


def load_told(folder: Path = FOLDER) -> Iterator[Told]:
    """Yield every report of a folder of marked reports, files in the order of their names."""
    for path in sorted(folder.glob("*.txt")):
        _, *parts = _HEADER.split(path.read_text(encoding="utf-8"))
        for at in range(0, len(parts), 5):
            yield _told(*parts[at : at + 5])


def _told(name: str, day: str, _genre: str, publisher: str, marked: str) -> Told:
    text, marks = unmarked(marked.strip())
    title = text.split("\n", 1)[0]
    published = date.fromisoformat(day)
    report = Report(id=name, text=text, title=title, publisher=publisher, published=published)
    return Told(report, marks)


def unmarked(marked: str) -> tuple[str, list[Mark]]:
    """Take the marks out of a text, and say where they stood."""
    text, marks, done = "", [], 0
    for found in _MARK.finditer(marked):
        text += marked[done : found.start()]
        further = found[3].split("|")[1:]
        factuality = next((word for word in further if word != "?"), "occurred")
        marks.append(Mark(len(text), found[2], factuality, "?" in further))
        text += found[1]
        done = found.end()
    return text + marked[done:], marks
