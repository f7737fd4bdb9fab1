"""Words that tell a person's name from that of a site, a place or a group."""

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.files import ROOM, read_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateNameWords:
    """What belongs to somebody, site nouns that are surnames, more sites, words before a name."""

    owned: frozenset[str]
    surnames: frozenset[str]
    sites: frozenset[str]
    openers: frozenset[str]


@cache
def private_name_words() -> PrivateNameWords:
    """Read the words, once."""
    return read_toml(ROOM / "lexicon" / "en" / "private_names.toml", PrivateNameWords)
