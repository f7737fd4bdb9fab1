"""Read one source of the gold corpus; ``docs/gold.md`` describes the notation.

A source has three parts: the head (``key: value``), the text after ``=== text``, and the coding
after ``=== coding``.  The coding is read line by line: an event opens a block, the indented lines
below it are its fields and its figures, claims stand on lines of their own.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.quality.authoring.faults import SourceError
from benchmarks.quality.authoring.gold import Head

TEXT_MARK, CODING_MARK = "=== text", "=== coding"
HEAD_KEYS = frozenset({"title", "publisher", "published", "credits", "genre", "region"})


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a coding."""

    number: int
    indented: bool
    words: str


@dataclass(frozen=True, slots=True)
class Block:
    """A line at the margin with the indented lines below it."""

    first: Line
    fields: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """One source file in its three parts."""

    path: Path
    head: Head
    text: str
    blocks: tuple[Block, ...]


def read_source(path: Path) -> Source:
    """Split a source into head, text and coding."""
    lines = path.read_text(encoding="utf-8").splitlines()
    for mark in (TEXT_MARK, CODING_MARK):
        if lines.count(mark) != 1:
            message = f"{path.name}: needs one line {mark!r}"
            raise SourceError(message)
    start, end = lines.index(TEXT_MARK), lines.index(CODING_MARK)
    return Source(
        path=path,
        head=_head(path, lines[:start]),
        text="\n".join(lines[start + 1 : end]).strip("\n"),
        blocks=_blocks(path, lines, end + 1),
    )


def _head(path: Path, lines: list[str]) -> Head:
    """Read the head; the file's name is the report's id."""
    given = dict(_pair(path, line) for line in lines if line.strip())
    if unknown := sorted(given.keys() - HEAD_KEYS):
        message = f"{path.name}: unknown key in the head: {', '.join(unknown)}"
        raise SourceError(message)
    if missing := sorted(HEAD_KEYS - {"title", "credits"} - given.keys()):
        message = f"{path.name}: the head lacks {', '.join(missing)}"
        raise SourceError(message)
    credits_given = given.get("credits", "")
    return Head(
        id=path.stem,
        title=given.get("title"),
        publisher=given["publisher"],
        published=date.fromisoformat(given["published"]),
        credits=tuple(name.strip() for name in credits_given.split(";") if name.strip()),
        genre=given["genre"],
        region=given["region"],
    )


def _pair(path: Path, line: str) -> tuple[str, str]:
    key, colon, value = line.partition(":")
    if not colon:
        message = f"{path.name}: not 'key: value' in the head: {line!r}"
        raise SourceError(message)
    return key.strip(), value.strip()


def _blocks(path: Path, lines: list[str], start: int) -> tuple[Block, ...]:
    """Group the lines of a coding; comments begin with ``#``."""
    groups: list[list[Line]] = []
    for number, raw in enumerate(lines[start:], start=start + 1):
        if not raw.strip() or raw.lstrip().startswith("#"):
            continue
        line = Line(number, raw.startswith(" "), raw.strip())
        if not line.indented:
            groups.append([line])
        elif groups:
            groups[-1].append(line)
        else:
            message = f"{path.name}:{number}: an indented line without an event above it"
            raise SourceError(message)
    return tuple(Block(group[0], tuple(group[1:])) for group in groups)
