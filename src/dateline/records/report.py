"""One published item, and what could not be read."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class BlockKind(StrEnum):
    """The parts a report is made of; only some of them tell of events."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    BYLINE = "byline"
    BODY = "body"
    HEADING = "heading"
    CAPTION = "caption"
    CREDIT = "credit"
    CORRECTION = "correction"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of the text that plays one part in the report's make-up."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One published text; ``text`` is kept as it is and every offset points into it."""

    id: str
    text: str = field(repr=False)
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    credits: tuple[str, ...] = ()
    language: str | None = None
    url: str | None = None
    source: str | None = None  # the file it was read from


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """A file, or a line of a file, that was not read, and why."""

    source: str
    reason: str
