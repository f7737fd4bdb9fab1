"""Cue words: by which words a report gives a statement to a speaker, and where its content stands."""

from functools import cache
from pathlib import Path
from types import MappingProxyType

import msgspec

from dateline.knowledge.files import ROOM, read_toml

FRAMES = ("clause", "that", "object", "infinitive", "of", "predicate", "as", "at")
_VOWELS = "aeiou"


class VerbGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs that share a stance and a frame; ``match`` and ``no_match`` are whole sentences."""

    stance: str
    frame: str
    words: list[str]
    match: list[str]
    no_match: list[str]
    prepositions: list[str] = []
    objects: list[str] = []
    after: list[str] = []
    quoted: bool = False


class Lexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file of cue words as it stands."""

    irregular: dict[str, list[str]]
    verbs: list[VerbGroup]
    nouns: dict[str, list[str]]
    phrases: dict[str, list[str]]
    media: dict[str, list[str]]
    content: dict[str, list[str]]
    speakers: dict[str, list[str]]


class Cues:
    """Look-ups over the cue words, by the word as written in lower case."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Index every form of every verb."""
        frames: dict[str, dict[str, list[VerbGroup]]] = {}
        for group in lexicon.verbs:
            for word in group.words:
                frames.setdefault(word, {}).setdefault(group.frame, []).append(group)
        self.frames = MappingProxyType(frames)
        self.lemma_of = MappingProxyType(
            {form: word for word in frames for form in _forms(word, lexicon.irregular.get(word))}
        )
        # Verbs that are cues only before certain words, "have it that", and these words.
        self.bound = {
            word: {after for groups in by_frame.values() for group in groups for after in group.after}
            for word, by_frame in frames.items()
            if all(group.after for groups in by_frame.values() for group in groups)
        }
        self.nouns = _by_word(lexicon.nouns)
        self.phrases = _by_word(lexicon.phrases)
        self.media = {kind: frozenset(words) for kind, words in lexicon.media.items()}
        self.content = {kind: frozenset(words) for kind, words in lexicon.content.items()}
        self.speakers = {kind: frozenset(words) for kind, words in lexicon.speakers.items()}


def _by_word(groups: dict[str, list[str]]) -> dict[str, str]:
    return {word: stance for stance, words in groups.items() for word in words}


def _forms(word: str, irregular: list[str] | None) -> list[str]:
    stem = word[:-1] if word.endswith("e") else word
    past = irregular or [word + "d" if word.endswith("e") else word + "ed"]
    forms = [word, word + "s", stem + "ing", *past]
    if word.endswith("y") and word[-2] not in _VOWELS:
        forms = [word, word[:-1] + "ies", word + "ing", *(irregular or [word[:-1] + "ied"])]
    elif word.endswith(("s", "sh", "ch", "x")):
        forms[1] = word + "es"
    return forms


@cache
def load_cues(path: Path = ROOM / "lexicon" / "en" / "cues.toml") -> Cues:
    """Load the English cue words."""
    return Cues(read_toml(path, Lexicon))


@cache
def load_lexicon(path: Path = ROOM / "lexicon" / "en" / "cues.toml") -> Lexicon:
    """Load the file as it stands, with its examples."""
    return read_toml(path, Lexicon)
