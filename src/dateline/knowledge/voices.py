"""Whose voice an office is: an army's, a police force's, a government's."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dateline.knowledge.files import read_toml
from dateline.knowledge.gazetteer.folding import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A press office whose name does not say for whom it speaks."""

    names: tuple[str, ...]
    country: str
    voice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Words that say nothing of whose voice it is."""

    words: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Posts:
    """Media in which somebody posts in their own words."""

    media: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voices:
    """The lists of ``voices.toml``."""

    words: Mapping[str, frozenset[str]]
    beside: Beside
    posts: Posts
    office: tuple[Office, ...]

    def of(self, words: frozenset[str]) -> str | None:
        """Find the voice that folded words of a name tell."""
        return next((voice for voice, known in self.words.items() if words & known), None)

    def is_plain(self, words: frozenset[str]) -> bool:
        """Tell whether the words name a voice and nothing else."""
        return words <= frozenset().union(self.beside.words, *self.words.values())


@cache
def voices() -> Voices:
    """Read the lists once."""
    return read_toml(Path(__file__).parent / "voices.toml", Voices)


@cache
def offices() -> Mapping[str, Office]:
    """Map the folded names of press offices to the offices."""
    return {fold(name): office for office in voices().office for name in office.names}
