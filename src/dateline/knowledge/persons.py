"""Words that give a person's name away."""

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.files import ROOM, read_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonWords:
    """Titles before a name, particles inside it, verbs of speech, words of bodies and days.

    ``joined`` are the words that a hyphen joins to names that are no person's.
    """

    titles: frozenset[str]
    particles: frozenset[str]
    joined: frozenset[str]
    says: frozenset[str]
    bodies: frozenset[str]
    days: frozenset[str]


@cache
def person_words() -> PersonWords:
    """Read the words, once."""
    return read_toml(ROOM / "lexicon" / "en" / "persons.toml", PersonWords)
