"""What reports of each genre are made of: their words, and shapes such as a score or a rating."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

import msgspec

from dateline.errors import KnowledgeError
from dateline.knowledge.actors.names import known_names
from dateline.knowledge.files import ROOM, read_toml

_PATH = ROOM / "lexicon" / "en" / "genres.toml"
GENRE_WEIGHTS = ROOM / "lexicon" / "en" / "genre_weights.toml"
_STRENGTHS = MappingProxyType({"sure": 3.0, "typical": 2.0, "weak": 1.0})
CONFLICT = "conflict"
_HYPHEN = re.compile(r"(?<=[^\W\d])-(?=[^\W\d])")
_POSSESSIVE = re.compile(r"(?<=\w)('s|')(?=\s|$)")

Weights = tuple[tuple[str, float], ...]
Phrases = tuple[tuple[tuple[str, ...], Weights], ...]


class Shape(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A pattern in the text as written, what it counts, and its examples."""

    pattern: str
    weight: float
    yes: list[str]
    no: list[str]


class GenreEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One genre as the file has it.

    ``loud`` where its reports tell of what is coded, ``retold`` where they tell of war in plain
    words and it is a plot, a game or the distant past.
    """

    name: str
    loud: bool = False
    retold: bool = False
    sure: str = ""
    typical: str = ""
    weak: str = ""
    shape: list[Shape] = []


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    reporting: str
    genre: list[GenreEntry]


class GenreWeights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How much each measure of a paragraph, and of the report around it, speaks for quiet."""

    bias: float
    paragraph: dict[str, float]
    report: dict[str, float]


@dataclass(frozen=True)
class Genres:
    """Look-ups from words to the genres they speak for.

    ``phrases`` lists, under its first and second word, the further words of each phrase, the
    longest first; ``reporting`` holds the words by which news tells who said so, and on which day.
    """

    reporting: frozenset[str]
    loud: frozenset[str]
    retold: frozenset[str]
    names: tuple[str, ...]
    words: dict[str, Weights]
    phrases: dict[str, dict[str, Phrases]]
    shapes: tuple[tuple[str, float, re.Pattern[str]], ...]


@cache
def load_genres() -> Genres:
    """Index the lists once."""
    file = _load_file()
    entries = file.genre
    weights = _weigh(entries)
    return Genres(
        reporting=frozenset(file.reporting.replace(",", " ").split()),
        loud=frozenset(entry.name for entry in entries if entry.loud),
        retold=frozenset(entry.name for entry in entries if entry.retold),
        names=tuple(entry.name for entry in entries),
        words={pieces[0]: found for pieces, found in weights.items() if len(pieces) == 1},
        phrases=_index_phrases(weights),
        shapes=tuple(
            (entry.name, shape.weight, compile_shape(shape))
            for entry in entries
            for shape in entry.shape
        ),
    )


@cache
def load_genre_weights() -> GenreWeights:
    """Load the fitted weights once."""
    return read_toml(GENRE_WEIGHTS, GenreWeights)


def load_genre_entries() -> Sequence[GenreEntry]:
    """Load the genres as the file has them, with their examples."""
    return _load_file().genre


@cache
def _load_file() -> _File:
    return read_toml(_PATH, _File)


def compile_shape(shape: Shape) -> re.Pattern[str]:
    """Compile the pattern of a shape."""
    try:
        return re.compile(shape.pattern)
    except re.error as error:
        message = f"genres.toml: the pattern {shape.pattern!r} is wrong: {error}"
        raise KnowledgeError(message, path="genres.toml") from error


def _index_phrases(weights: dict[tuple[str, ...], Weights]) -> dict[str, dict[str, Phrases]]:
    index: dict[str, dict[str, Phrases]] = {}
    for pieces in sorted(weights, key=len, reverse=True):
        if len(pieces) > 1:
            by_second = index.setdefault(pieces[0], {})
            by_second[pieces[1]] = (*by_second.get(pieces[1], ()), (pieces[2:], weights[pieces]))
    return index


def _weigh(entries: Sequence[GenreEntry]) -> dict[tuple[str, ...], Weights]:
    """Give each word or phrase its weight in each genre; the strongest list of a genre counts."""
    found: dict[tuple[str, ...], dict[str, float]] = {}
    for entry in entries:
        for strength, weight in _STRENGTHS.items():
            for written in getattr(entry, strength).split(","):
                pieces = _pieces(written)
                if pieces:
                    found.setdefault(pieces, {}).setdefault(entry.name, weight)
    for pieces in _armed_groups():
        found.setdefault(pieces, {}).setdefault(CONFLICT, _STRENGTHS["sure"])
    return {pieces: tuple(weights.items()) for pieces, weights in found.items()}


def _armed_groups() -> list[tuple[str, ...]]:
    """List the names of armed groups that are not also common words or short abbreviations."""
    names = (
        alias
        for aliases in known_names().values()
        for alias in aliases
        if not (alias.weak or alias.plain or alias.exact)
        and all(known.role == "REB" for known in alias.bearers)
    )
    return [_pieces(alias.written) for alias in names]


def _pieces(written: str) -> tuple[str, ...]:
    """Part a word or phrase as the language model parts it into tokens."""
    plain = _HYPHEN.sub(" - ", written.lower().replace("’", "'"))
    return tuple(_POSSESSIVE.sub(r" \1", plain).split())
