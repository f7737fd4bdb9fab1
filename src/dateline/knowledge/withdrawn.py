"""How a report takes a figure back: patterns before and after the number."""

import re
from functools import cache
from typing import NamedTuple

import msgspec

from dateline.knowledge.files import ROOM, read_toml


class WithdrawnPattern(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A pattern with sentences, the number in [ ], that it must and must not find."""

    pattern: str
    yes: list[str]
    no: list[str]


class WithdrawnPatterns(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The patterns for what stands before a number, and for what stands after it."""

    before: list[WithdrawnPattern]
    after: list[WithdrawnPattern]


class _Compiled(NamedTuple):
    before: tuple[re.Pattern[str], ...]
    after: tuple[re.Pattern[str], ...]


@cache
def withdrawn_patterns() -> WithdrawnPatterns:
    """Read the patterns once."""
    return read_toml(ROOM / "lexicon" / "en" / "withdrawn.toml", WithdrawnPatterns)


def takes_back(before: str, after: str) -> bool:
    """Tell whether the words around a number take it back."""
    compiled = _compiled()
    return any(p.search(before) for p in compiled.before) or any(
        p.search(after) for p in compiled.after
    )


@cache
def _compiled() -> _Compiled:
    patterns = withdrawn_patterns()
    return _Compiled(
        tuple(re.compile(p.pattern, re.IGNORECASE) for p in patterns.before),
        tuple(re.compile(p.pattern, re.IGNORECASE) for p in patterns.after),
    )
