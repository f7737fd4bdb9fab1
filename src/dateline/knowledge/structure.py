"""What is known of a report's make-up: kinds of lines, words of datelines, news agencies."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

import msgspec

from dateline.errors import KnowledgeError
from dateline.knowledge.files import ROOM, read_table, read_toml

_FOLDER = ROOM / "lexicon" / "en"
# A person's name: capitalised words, initials and the small words between them.
_NAME = (
    r"[A-Z][\w.'’-]*"
    r"(?:\s+(?:(?:de|da|del|di|du|van|von|der|bin|al|el|la|le)\s+)*[A-Z][\w.'’-]*){0,4}"
)

Where = Literal["any", "head", "tail"]


class LinePattern(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A pattern for one kind of line, where it may stand, and its examples."""

    kind: str
    pattern: str
    where: Where = "any"
    ignore_case: bool = True
    yes: list[str]
    no: list[str]


class _File(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    connectors: frozenset[str]
    articled: frozenset[str]
    labels: frozenset[str]
    unfinished: frozenset[str]
    months: list[str]
    weekdays: list[str]
    line: list[LinePattern]


@dataclass(frozen=True)
class Structure:
    """Lists and compiled patterns; ``agencies`` gives the short form of every known form."""

    connectors: frozenset[str]
    articled: frozenset[str]
    labels: frozenset[str]
    unfinished: frozenset[str]
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    lines: tuple[tuple[LinePattern, re.Pattern[str]], ...]
    agencies: dict[str, str]
    agency: re.Pattern[str]


@cache
def load_structure() -> Structure:
    """Load the lists once."""
    path = _FOLDER / "structure.toml"
    file = read_toml(path, _File)
    agencies = dict(_agency_forms())
    words = {
        "agency": "|".join(re.escape(form) for form in sorted(agencies, key=len, reverse=True)),
        "month": "(?:" + "|".join(file.months) + ")",
        "weekday": "(?:" + "|".join(file.weekdays) + ")",
        "name": _NAME,
    }
    return Structure(
        connectors=file.connectors,
        articled=file.articled,
        labels=file.labels,
        unfinished=file.unfinished,
        months=tuple(file.months),
        weekdays=tuple(file.weekdays),
        lines=tuple((line, _compile(line, words)) for line in file.line),
        agencies=agencies,
        agency=re.compile(rf"(?<!\w)(?:{words['agency']})(?!\w)"),
    )


def _agency_forms() -> list[tuple[str, str]]:
    rows = read_table(_FOLDER / "agencies.tsv")
    return [(form, short) for short, others in rows for form in (short, *others.split("|"))]


def _compile(line: LinePattern, words: dict[str, str]) -> re.Pattern[str]:
    pattern = line.pattern
    for name, value in words.items():
        pattern = pattern.replace(f"{{{name}}}", value)
    try:
        return re.compile(pattern, re.IGNORECASE if line.ignore_case else 0)
    except re.error as error:
        message = f"structure.toml: the pattern {line.pattern!r} is wrong: {error}"
        raise KnowledgeError(message, path="structure.toml") from error
