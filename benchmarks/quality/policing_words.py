"""Words that tell of the police at work."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dateline.knowledge.files import read_toml

_FILE = Path(__file__).with_name("policing.toml")


@dataclass(frozen=True, slots=True)
class Policing:
    """Lists of words, by what they tell; the file says which."""

    police: frozenset[str]
    posts: frozenset[str]
    authorities: frozenset[str]
    force: frozenset[str]
    shooting: frozenset[str]
    strikes: frozenset[str]
    arrests: frozenset[str]
    people: frozenset[str]
    failings: frozenset[str]
    undone: frozenset[str]
    deaths: frozenset[str]
    wishes: frozenset[str]
    into: frozenset[str]
    not_before: frozenset[str]
    not_after: frozenset[str]
    things: frozenset[str]
    idle: tuple[str, ...]
    harms: frozenset[str]
    militants: frozenset[str]


@cache
def load_policing() -> Policing:
    """Load the lists once."""
    return read_toml(_FILE, Policing)
