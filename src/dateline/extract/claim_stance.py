"""Tell the stance of a claim from its cue, and from its content where the cue is neutral.

The rules stand in the order in which they are asked; each looks at the words of the content.
"""

from collections.abc import Callable

from dateline.extract.claim_content import Content
from dateline.extract.claim_view import View
from dateline.knowledge.cues import load_cues

_OPENING = 7  # words; a denial comes at once: "no bomb had fallen", "it had no hand in"
_CLAUSE = 10  # words; verb and time of the first clause stand within them
_DEED = 5  # words; "it was behind the attack"
_CLEFT = 5  # words of the shortest "it was Kigali that ..."
_PERFECT = frozenset({"had", "has", "have", "did"})
_POINTING = frozenset({"this", "that", "it", "these", "those"})


class _Words:
    """The words of a content with what the rules ask of them."""

    def __init__(self, view: View, content: Content, speaker: str) -> None:
        """Index the words of a content in lower case."""
        self.parse = view.parse
        self.first = content.first
        self.lowers = view.parse.lowers[content.first : content.end]
        self.words = set(self.lowers)
        self.speaker = speaker
        self.quoted = view.quoted[content.first] >= 0
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


def find_stance(view: View, content: Content, speaker: str) -> str:
    """Tell the stance of a claim."""
    words = _Words(view, content, speaker)
    if content.stance == "promises" and content.frame != "object" and _threat(words):
        return "warns"
    if content.stance != "asserts" or content.frame == "at":
        return content.stance
    rules = _JUDGEMENTS if content.frame in {"predicate", "as"} else _STATEMENTS
    return next((stance for stance, rule in rules if rule(words)), content.stance)


def _denial(words: _Words) -> bool:
    if words.early("future") or words.early("could") or words.early("tally"):
        return False
    tags = words.parse.tags[words.first : words.first + _CLAUSE]
    told = "VBD" in tags or "VBN" in tags or bool(_PERFECT & set(words.lowers[:_CLAUSE]))
    return told and words.early("negative")


def _threat(words: _Words) -> bool:
    return words.any("harm") or words.any("conditional")


def _warning(words: _Words) -> bool:
    ahead = _ahead(words) or words.early("could", _CLAUSE)
    return ahead and _threat(words)


def _promise(words: _Words) -> bool:
    return _ahead(words) and not words.early("negative")


def _ahead(words: _Words) -> bool:
    """Tell whether the content speaks of what is to come; "would have" and "would-be" do not."""
    for i, word in enumerate(words.lowers[:_CLAUSE]):
        if word in words.lists["future"]:
            return words.lowers[i + 1 : i + 2] not in (["have"], ["-"])
    return False


def _ownership(words: _Words) -> bool:
    return words.own and words.early("owned", _DEED)


def _demand(words: _Words) -> bool:
    return words.any("oblige")


def _accusation(words: _Words) -> bool:
    speaker = set(words.speaker.lower().split())
    if words.lists["neutral"] & speaker and not words.early("guilt"):
        return False
    if words.any("abuse") or (words.any("guilt") and not words.own):
        return True
    armed = words.any("armed") and words.any("violent")
    if armed and words.lists["victims"] & speaker:
        return True
    pointing = words.lowers[0] in _POINTING and words.early("blame", _CLAUSE)
    return pointing or _cleft(words)


def _cleft(words: _Words) -> bool:
    """Read "it was Kigali that ..." and "the soldiers did it"."""
    lowers = words.lowers
    if lowers[-2:] == ["did", "it"] and not words.own:
        return True
    pointed = len(lowers) >= _CLEFT and lowers[0] == "it" and lowers[1] in {"is", "was"}
    named = pointed and words.parse.tags[words.first + 2].startswith("NNP")
    return named and not words.words.isdisjoint({"that", "which", "who"})


_JUDGEMENTS: list[tuple[str, Callable[[_Words], bool]]] = [
    ("denies", lambda words: words.any("false")),
    ("doubts", lambda words: words.any("exaggerated")),
    ("accuses", lambda words: words.any("blame") or words.quoted),
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
