"""Words that say what a name beside them is: an office, a site, a river, a person, a place."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dateline.knowledge.files import read_table, read_toml

_WORDS = Path(__file__).parent / "name_words.toml"
_ABBREVIATIONS = Path(__file__).parent / "abbreviations.tsv"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWords:
    """Lists of lower-case words and phrases; ``name_words.toml`` says what each is for."""

    organization: frozenset[str]
    site: frozenset[str]
    street: frozenset[str]
    natural: frozenset[str]
    front: frozenset[str]
    settlement: frozenset[str]
    titles: frozenset[str]
    ships: frozenset[str]
    before_name: frozenset[str]
    not_places: frozenset[str]
    compass: dict[str, float]
    speech: frozenset[str]
    lead: frozenset[str]
    site_adjectives: frozenset[str]
    roads: frozenset[str]
    ground: dict[str, str]
    place_verbs: frozenset[str]


@cache
def name_words() -> NameWords:
    """Read the lists."""
    return read_toml(_WORDS, NameWords)


@cache
def unit_abbreviations() -> dict[str, str]:
    """Map the short forms of US and Canadian units to country and code ("La." -> "USA.LA")."""
    return {
        short: code for code, shorts in read_table(_ABBREVIATIONS) for short in shorts.split("|")
    }
