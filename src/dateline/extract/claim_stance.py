"""Tell the stance of a claim from its cue, and from its content where the cue is neutral.

The rules stand in the order in which they are asked; each looks at the words of the content.
"""

from collections.abc import Callable

from dateline.extract.claim_content import Content
from dateline.extract.claim_cues import Cue
from dateline.extract.claim_view import View
from dateline.extract.parse import Parse
from dateline.knowledge.cues import load_cues

_OPENING = 7  # words; a denial comes at once: "no bomb had fallen", "it had no hand in"
_THINGS = 10
_PERFECT = {"had", "has", "have", "did"}
_POINTING = {"this", "that", "it", "these", "those"}


class _Words:
    """The words of a content with what the rules ask of them."""

    def __init__(self, parse: Parse, content: Content, speaker: str, frame: str) -> None:
        """Index the words of a content in lower case."""
        self.parse = parse
        self.first, self.end = content.first, content.end
        self.lowers = parse.lowers[content.first : content.end]
        self.words = set(self.lowers)
        self.speaker = speaker
        self.frame = frame
        self.lists = load_cues().content

    def any(self, kind: str) -> bool:
        """Tell whether a word of a list stands in the content."""
        return not self.words.isdisjoint(self.lists[kind])

    def early(self, kind: str, within: int = _OPENING) -> bool:
        """Tell whether a word of a list stands near the start."""
        return not self.lists[kind].isdisjoint(self.lowers[:within])

    @property
    def own(self) -> bool:
        """Tell whether the speaker is the one the content begins with."""
        return bool(self.lowers) and self.lowers[0] in self.lists["self"]


def find_stance(view: View, cue: Cue, content: Content, speaker: str) -> str:
    """Tell the stance of a claim."""
    words = _Words(view.parse, content, speaker, content.frame)
    if content.stance == "promises" and content.frame != "object" and _threat(words):
        return "warns"
    if content.stance != "asserts" or content.frame == "at":
        return content.stance
    rules = _JUDGEMENTS if content.frame in {"predicate", "as"} else _STATEMENTS
    return next((stance for stance, rule in rules if rule(words)), content.stance)


def _denial(words: _Words) -> bool:
    if words.early("future") or words.early("could") or words.early("tally"):
        return False
    tags = words.parse.tags[words.first : words.first + _THINGS]
    told = "VBD" in tags or "VBN" in tags or bool(_PERFECT & set(words.lowers[:_THINGS]))
    return told and words.early("negative")


def _threat(words: _Words) -> bool:
    return words.any("harm") or words.any("conditional")


def _warning(words: _Words) -> bool:
    return (words.early("future", _THINGS) or words.early("could", _THINGS)) and _threat(words)


def _promise(words: _Words) -> bool:
    return words.early("future", _THINGS) and not words.early("negative")


def _ownership(words: _Words) -> bool:
    return words.own and words.early("owned", 5)


def _demand(words: _Words) -> bool:
    return words.any("oblige")


def _accusation(words: _Words) -> bool:
    speaker = set(words.speaker.lower().split())
    if words.lists["neutral"] & speaker and not words.early("guilt"):
        return False
    if words.any("abuse") or (words.any("guilt") and not words.own):
        return True
    armed = words.any("armed") and words.any("violent")
    if armed and (words.lists["victims"] & speaker or _foreign(words)):
        return True
    return words.lowers[0] in _POINTING and words.early("blame", _THINGS) or _cleft(words)


def _foreign(words: _Words) -> bool:
    """Tell whether the content begins with people of another country than the speaker's."""
    named = [w for w in words.speaker.split() if w[:1].isupper()]
    for entity in words.parse.entities:
        if words.first <= entity.first <= words.first + 3 and entity.label in {"NORP", "GPE"}:
            stem = words.parse.words[entity.first][:4]
            return bool(named) and not any(w.startswith(stem) for w in named)
    return False


def _cleft(words: _Words) -> bool:
    """Read "it was Kigali that ..." and "the soldiers did it"."""
    lowers = words.lowers
    pointed = len(lowers) > 4 and lowers[0] == "it" and lowers[1] in {"is", "was"}
    named = pointed and words.parse.tags[words.first + 2].startswith("NNP")
    return (named and not words.words.isdisjoint({"that", "which", "who"})) or (
        lowers[-2:] == ["did", "it"] and not words.own)


_JUDGEMENTS: list[tuple[str, Callable[[_Words], bool]]] = [
    ("denies", lambda words: words.any("false")),
    ("doubts", lambda words: words.any("exaggerated")),
    ("accuses", lambda words: words.any("blame")),
]
_STATEMENTS: list[tuple[str, Callable[[_Words], bool]]] = [
    ("doubts", lambda words: words.any("exaggerated")),
    ("denies", lambda words: words.early("false")),
    ("warns", _warning),
    ("promises", _promise),
    ("denies", _denial),
    ("confirms", _ownership),
    ("demands", _demand),
    ("accuses", _accusation),
]
