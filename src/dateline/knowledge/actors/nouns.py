"""Nouns, modifiers and peoples: the words that give a phrase its role or its country."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dateline.errors import KnowledgeError
from dateline.knowledge.actors.folding import fold_name
from dateline.knowledge.files import read_table

_HERE = Path(__file__).parent
NATURES = frozenset({"person", "people", "body", "thing", "area"})
ROLES = frozenset(
    "GOV MIL POL REB CRM CVL OPP MED AID IGO NGO LEG JUD SPY BUS REL EDU REF UNK".split()
)


@dataclass(frozen=True, slots=True)
class Noun:
    """What a noun says of a party; an open noun takes the role of its modifier."""

    role: str
    nature: str
    open: bool


@cache
def nouns() -> dict[str, Noun]:
    """Map nouns and compounds, in the singular, to what they say of a party."""
    out: dict[str, Noun] = {}
    for role, nature, hold, words in read_table(_HERE / "nouns.tsv"):
        if role not in ROLES or nature not in NATURES or hold not in {"open", "fixed"}:
            message = f"nouns.tsv: no such role, nature or hold: {role}, {nature}, {hold}"
            raise KnowledgeError(message, path="nouns.tsv")
        noun = Noun(role, nature, hold == "open")
        for word in _parts(words):
            out.setdefault(fold_name(word), noun)
    return out


@cache
def compound_ends() -> frozenset[str]:
    """List the last words of nouns of several words, so that others need one look-up only."""
    return frozenset(noun.rsplit(" ", 1)[1] for noun in nouns() if " " in noun)


@cache
def modifier_roles() -> dict[str, str]:
    """Map modifiers ("naval", "parliamentary") to the role they give an open noun."""
    rows = read_table(_HERE / "modifiers.tsv")
    return {word: role for role, words in rows for word in _parts(words)}


@cache
def peoples() -> dict[str, tuple[str, ...]]:
    """Map peoples and regions of no state of their own to their countries, home first."""
    out: dict[str, tuple[str, ...]] = {}
    for codes, words in read_table(_HERE / "peoples.tsv"):
        for word in _parts(words):
            out.setdefault(word.lower(), tuple(codes.split()))
    return out


@cache
def garrisons() -> dict[tuple[str, str], str]:
    """Map a territory and a role or noun to the country whose people are meant there."""
    rows = read_table(_HERE / "garrisons.tsv")
    return {(territory, who): country for territory, who, country in rows}


@cache
def word_list(name: str) -> frozenset[str]:
    """Return one of the small lists of words.tsv, in lower case."""
    return _word_lists()[name]


@cache
def _word_lists() -> dict[str, frozenset[str]]:
    rows = read_table(_HERE / "words.tsv")
    return {name: frozenset(word.lower() for word in _parts(words)) for name, words in rows}


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(",") if part.strip()]
