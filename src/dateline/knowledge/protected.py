"""Names of sites and persons under special protection, told from those that only sound like it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple, TypeAlias

from dateline.knowledge.actors.folding import fold_name
from dateline.knowledge.files import read_toml

_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*'?")
_POSSESSIVE = re.compile(r"'s?$")
_LONGEST = 6  # words of a phrase
_PLURALS = (
    (re.compile(r"man$"), "men"),
    (re.compile(r"(?<![aeiou])y$"), "ies"),
    (re.compile(r"(s|x|ch|sh)$"), r"\1es"),
    (re.compile(r"$"), "s"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectedClass:
    """The words and the proper names of one class."""

    sites: frozenset[str]
    persons: frozenset[str]
    names: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """How the words of a name stand to each other."""

    streets: frozenset[str]
    former: frozenset[str]
    people: frozenset[str]
    groups: frozenset[str]
    within: frozenset[str]
    apart: frozenset[str]
    parts: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Struck:
    """How a sentence says that a site was hit."""

    verbs: frozenset[str]
    into: frozenset[str]
    joints: frozenset[str]
    auxiliaries: frozenset[str]
    breaks: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectedWords:
    """The lists of ``protected.toml``."""

    classes: Mapping[str, ProtectedClass]
    unlike: Mapping[str, frozenset[str]]
    drill: Mapping[str, frozenset[str]]
    grammar: Grammar
    struck: Struck


class Sort(NamedTuple):
    """A class, and whether a person of it is meant."""

    site: str
    person: bool


class Reading(NamedTuple):
    """What a name says; ``silent`` where it holds no word of any class, so that a role may tell."""

    sorts: tuple[Sort, ...]
    silent: bool


class Match(NamedTuple):
    """A phrase of a class among words; ``sort`` is None where it only looks like one."""

    start: int
    end: int
    sort: Sort | None


Table: TypeAlias = Mapping[tuple[str, ...], Sort | None]


@cache
def protected_words() -> ProtectedWords:
    """Read the lists once."""
    return read_toml(Path(__file__).parent / "protected.toml", ProtectedWords)


@lru_cache(maxsize=20_000)
def read_name(name: str) -> Reading:
    """Tell of which classes a party or a place is, by its name alone."""
    tokens = tuple(_TOKEN.findall(fold_name(name)))
    by_words, by_names = find_phrases(tokens), _find(tuple(map(bare, tokens)), _names())
    found = (_sort(tokens, by_words), _sort(tokens, by_names))
    sorts = tuple(dict.fromkeys(sort for sort in found if sort))
    return Reading(sorts, silent=not by_words and not by_names)


def words_of(text: str) -> tuple[str, ...]:
    """Split a text into folded words."""
    return tuple(map(bare, _TOKEN.findall(fold_name(text))))


def bare(token: str) -> str:
    """Drop the ending of the possessive and the apostrophes."""
    return _POSSESSIVE.sub("", token).replace("'", "")


def find_phrases(tokens: Sequence[str], *, names: bool = False) -> list[Match]:
    """Find the phrases of all classes, and what looks like them; or the proper names."""
    return _find(tuple(map(bare, tokens)), _names() if names else _phrases())


def is_street(tokens: Sequence[str], match: Match) -> bool:
    """Tell whether the words behind make a street or a quarter of it: "Hospital Street"."""
    behind = (bare(token) for token in _same_part(tokens, match.end))
    return any(word in protected_words().grammar.streets for word in behind)


def _find(words: tuple[str, ...], table: Table) -> list[Match]:
    found, at = [], 0
    while at < len(words):
        ends = range(min(len(words), at + _LONGEST), at, -1)
        end = next((end for end in ends if words[at:end] in table), None)
        if end is not None:
            found.append(Match(at, end, table[words[at:end]]))
        at = end or at + 1
    return found


def _sort(tokens: tuple[str, ...], matches: list[Match]) -> Sort | None:
    """Give the class of what the name is about: its head, else what that is of, in or at."""
    grammar, head = protected_words().grammar, ""
    for joint, start, end in _parts(tokens, matches):
        if joint in grammar.apart:
            return None
        within = [match for match in matches if start <= match.start < end]
        last = bare(tokens[end - 1]) if end > start else ""
        if within:
            return _about(tokens[:end], start, within[-1], head=head if joint else None)
        if last in grammar.streets:
            return None
        head = head or last
    return None


def _about(tokens: tuple[str, ...], start: int, match: Match, *, head: str | None) -> Sort | None:
    grammar = protected_words().grammar
    before = [bare(token) for token in tokens[start : match.start]]
    behind = [bare(token) for token in tokens[match.end :]]
    if match.sort is None or is_street(tokens, match) or grammar.former.intersection(before):
        return None
    if match.sort.site == "education" and _is_drill(before):
        return None
    of_people = bool(grammar.people.intersection([*behind, head or ""]))
    if match.sort.person and not of_people and head not in (None, *grammar.groups):
        return None
    owners = tokens[match.end - match.sort.person : -1]
    if any(_POSSESSIVE.search(token) for token in owners):  # "the director's car"
        return None
    return Sort(match.sort.site, person=match.sort.person or of_people)


def _is_drill(before: list[str]) -> bool:
    return bool(before) and before[-1] in protected_words().drill["words"]


def _parts(tokens: tuple[str, ...], matches: list[Match]) -> Iterator[tuple[str, int, int]]:
    """Cut a name at its prepositions: "roof | of the hospital"; each part with the one before."""
    grammar = protected_words().grammar
    covered = {n for match in matches for n in range(match.start, match.end)}
    joint, start = "", 0
    for number, token in enumerate(tokens):
        if number not in covered and (token in grammar.within or token in grammar.apart):
            yield joint, start, number
            joint, start = token, number + 1
    yield joint, start, len(tokens)


def _same_part(tokens: Sequence[str], start: int) -> Iterator[str]:
    grammar = protected_words().grammar
    for token in tokens[start:]:
        if token in grammar.within or token in grammar.apart:
            return
        yield token


@cache
def _phrases() -> Table:
    table: dict[tuple[str, ...], Sort | None] = {}
    for site, words in protected_words().classes.items():
        table |= dict.fromkeys(_forms(words.sites), Sort(site, person=False))
        table |= dict.fromkeys(_forms(words.persons), Sort(site, person=True))
    return table | dict.fromkeys(_forms(protected_words().unlike["phrases"]))


@cache
def _names() -> Table:
    table: dict[tuple[str, ...], Sort | None] = {}
    for site, words in protected_words().classes.items():
        table |= dict.fromkeys(_forms(words.names), Sort(site, person=False))
    return table


def _forms(phrases: frozenset[str]) -> Iterator[tuple[str, ...]]:
    for phrase in phrases:
        *front, last = phrase.split()
        yield (*front, last)
        yield (*front, _plural(last))


def _plural(word: str) -> str:
    ending, plural = next((e, p) for e, p in _PLURALS if e.search(word))
    return ending.sub(plural, word, count=1)
