"""Cue words: by which a report gives words to a speaker, and where in the sentence these stand."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

from dateline.knowledge.files import ROOM, read_toml

FRAMES = ("clause", "that", "object", "infinitive", "of", "predicate", "as", "at")
STANCES = (
    "asserts",
    "denies",
    "estimates",
    "accuses",
    "warns",
    "promises",
    "demands",
    "confirms",
    "doubts",
)
FILE = ROOM / "lexicon" / "en" / "cues.toml"
_VOWELS = "aeiou"

Words = Mapping[str, frozenset[str]]


class VerbGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs that share a stance and a frame; ``match`` and ``no_match`` are whole sentences."""

    stance: str
    frame: str
    words: list[str] = []
    match: list[str] = []
    no_match: list[str] = []
    prepositions: list[str] = []
    objects: list[str] = []
    not_objects: list[str] = []
    after: list[str] = []
    quoted: bool = False
    number: bool = False


class Lexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file of cue words as it stands."""

    irregular: dict[str, list[str]]
    verbs: list[VerbGroup]
    nouns: dict[str, list[str]]
    phrases: dict[str, list[str]]
    media: dict[str, list[str]]
    sent_by: dict[str, str]
    grammar: dict[str, frozenset[str]]
    content: dict[str, frozenset[str]]
    speakers: dict[str, frozenset[str]]


class Cues:
    """Look-ups over the cue words, by the word as written in lower case."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Index every form of every verb."""
        frames: dict[str, dict[str, list[VerbGroup]]] = {}
        for group in lexicon.verbs:
            for word in group.words:
                frames.setdefault(word, {}).setdefault(group.frame, []).append(group)
        self.frames = frames
        self.lemma_of: dict[str, str] = {
            form: word for word in frames for form in _forms(word, lexicon.irregular.get(word))
        }
        self.bound = {word: bound for word in frames if (bound := _bound(frames[word]))}
        self.nouns = _by_word(lexicon.nouns)
        self.phrases = _by_word(lexicon.phrases)
        self.media: Words = {kind: frozenset(words) for kind, words in lexicon.media.items()}
        self.sent_by: Mapping[str, str] = lexicon.sent_by
        self.grammar: Words = lexicon.grammar
        self.content: Words = lexicon.content
        self.speakers: Words = lexicon.speakers


def _bound(by_frame: Mapping[str, list[VerbGroup]]) -> frozenset[str]:
    """Collect the words that must follow a verb; none where it is a cue before any word."""
    groups = [group for listed in by_frame.values() for group in listed]
    free = any(not group.after for group in groups)
    return frozenset() if free else frozenset(word for group in groups for word in group.after)


def _by_word(groups: Mapping[str, list[str]]) -> dict[str, str]:
    return {word: stance for stance, words in groups.items() for word in words}


def _forms(word: str, irregular: list[str] | None) -> list[str]:
    """Inflect a verb by the rules of spelling, but for its irregular forms."""
    if word.endswith("y") and word[-2] not in _VOWELS:
        return [word, word[:-1] + "ies", word + "ing", *(irregular or [word[:-1] + "ied"])]
    third = "es" if word.endswith(("s", "sh", "ch", "x")) else "s"
    past = "d" if word.endswith("e") else "ed"
    return [word, word + third, word.removesuffix("e") + "ing", *(irregular or [word + past])]


@cache
def load_lexicon(path: Path = FILE) -> Lexicon:
    """Load the file as it stands, with its examples."""
    return read_toml(path, Lexicon)


@cache
def load_cues(path: Path = FILE) -> Cues:
    """Load the English cue words."""
    return Cues(load_lexicon(path))
