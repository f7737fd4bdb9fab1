"""What makes tellings of different reports alike: silent words, things by their words, families."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dateline.knowledge.files import read_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class LikenessWords:
    """The lists of ``likeness.toml``, folded and in the plural or singular as listed."""

    silent: frozenset[str]
    generic: frozenset[str]
    houses: frozenset[str]
    papers: frozenset[str]
    offices: frozenset[str]
    credits: frozenset[str]
    things: Mapping[str, frozenset[str]]
    families: Mapping[str, frozenset[str]]
    weapons: Mapping[str, frozenset[str]]

    def same_family(self, left: str, right: str) -> bool:
        """Tell whether one family holds both kinds."""
        return any(left in kinds and right in kinds for kinds in self.families.values())

    def same_means(self, left: str, right: str) -> bool:
        """Tell whether reports take one weapon for the other."""
        return any(left in group and right in group for group in self.weapons.values())


@cache
def likeness_words() -> LikenessWords:
    """Read the lists once."""
    return read_toml(Path(__file__).parent / "likeness.toml", LikenessWords)
