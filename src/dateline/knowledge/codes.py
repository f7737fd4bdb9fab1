"""The codebook's small code lists, with what they mean."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.files import ROOM, read_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeLists:
    """Codes in the order in which they are offered; grades and roles with their meaning."""

    measures: tuple[str, ...]
    qualifiers: tuple[str, ...]
    populations: tuple[str, ...]
    stances: tuple[str, ...]
    date_precisions: tuple[str, ...]
    grades: Mapping[str, str]
    roles: Mapping[str, str]


@cache
def code_lists() -> CodeLists:
    """Read the lists once."""
    return read_toml(ROOM / "codes.toml", CodeLists)
