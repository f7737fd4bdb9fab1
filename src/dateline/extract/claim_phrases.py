"""Find cues that are no verbs: "according to X", "by the ministry's count", "X's claim that"."""

from dateline.extract.claim_cues import Cue
from dateline.extract.claim_view import BOUNDARIES, MARKS, View
from dateline.knowledge.cues import VerbGroup, load_cues

_FAR = 9  # tokens from "by" to the noun
_OPENS = 3  # tokens from the giver to "that"
_GIVERS = frozenset({"by", "from", "of"})
_ENDS = frozenset({"VBD", "VBZ", "VBP", "MD", "WDT", "WP"})


def find_phrases(view: View) -> list[Cue]:
    """Find the cue phrases outside of quotations."""
    nouns = load_cues().nouns
    out: list[Cue | None] = []
    for i, word in enumerate(view.parse.lowers):
        if view.quoted[i] >= 0:
            continue
        if word in {"according", "acc", "acc."}:
            out.append(_according(view, i))
        elif word == "per":
            out.append(_per(view, i))
        elif word == "by":
            out.append(_by_account(view, i))
        elif word in nouns:
            out.append(_noun_that(view, i))
    return [cue for cue in out if cue]


def _frames(stance: str, frame: str = "clause") -> dict[str, list[VerbGroup]]:
    return {frame: [VerbGroup(stance=stance, frame=frame)]}


def _according(view: View, i: int) -> Cue | None:
    lowers = view.parse.lowers
    _, stop = view.sentence(i)
    to = next((j for j in range(i + 1, min(i + 3, stop)) if lowers[j] == "to"), stop)
    if to + 1 >= stop:
        return None
    head, end = _noun_phrase(view, to, stop)
    if end == to + 1:
        return None
    return Cue(i, "according to", _frames("asserts"), head, i, end, phrase=True)


def _per(view: View, i: int) -> Cue | None:
    parse = view.parse
    first, stop = view.sentence(i)
    rate = parse.lowers[i + 1 : i + 2] in (["day"], ["cent"], ["head"])
    if i == first or i + 1 >= stop or parse.words[i - 1] != "," or rate:
        return None
    head, end = _noun_phrase(view, i, stop)
    return Cue(i, "per", _frames("asserts"), head, i, end, phrase=True)


def _noun_phrase(view: View, before: int, stop: int) -> tuple[int, int]:
    """Return head and end of the noun phrase that follows a preposition."""
    parse = view.parse
    objects = [c for c in parse.children[before] if parse.deps[c] == "pobj"]
    limit = min(stop, parse.edges[objects[0]][1]) if objects else stop
    end = before + 1
    while end < limit and not _stops(view, end):
        end += 1
    if end < stop and parse.tags[end] in {"WDT", "WP"} and parse.lowers[before] not in _GIVERS:
        while end < stop and not _marked(view, end):
            end += 1
    head = objects[0] if objects and objects[0] < end else end - 1
    return head, end


def _marked(view: View, i: int) -> bool:
    word = view.parse.words[i]
    return word in BOUNDARIES and word != "-"


def _stops(view: View, i: int) -> bool:
    quoted = view.quoted[i] >= 0 or view.parse.words[i] in MARKS
    return quoted or _marked(view, i) or view.parse.tags[i] in _ENDS


def _by_account(view: View, i: int) -> Cue | None:
    """Read "by the account of two nurses", "by the ministry's count", "by hospital counts"."""
    parse, phrases = view.parse, load_cues().phrases
    _, stop = view.sentence(i)
    for j in range(i + 1, min(i + _FAR, stop)):
        if _stops(view, j):
            return None
        word = parse.lowers[j]
        if word in phrases and parse.tags[j].startswith("NN"):
            giver, end = _giver(view, j, stop)
            return Cue(i, f"by {word}", _frames(phrases[word]), giver, i, end, phrase=True)
    return None


def _giver(view: View, noun: int, stop: int) -> tuple[int, int]:
    """Return the one whose account it is, and the end of the phrase."""
    parse = view.parse
    if noun + 1 < stop and parse.lowers[noun + 1] in _GIVERS:
        return _noun_phrase(view, noun + 1, stop)
    owner = parse.child(noun, "poss")
    return (noun if owner is None else owner), noun + 1


def _noun_that(view: View, i: int) -> Cue | None:
    """Read "Lomé's claim that ...", "reports by residents that ...", "Baku's version: ..."."""
    parse = view.parse
    _, stop = view.sentence(i)
    if not parse.tags[i].startswith("NN"):
        return None
    giver, end = _giver(view, i, stop)
    at = _opening(view, end, stop)
    if giver == i or at is None:
        return None
    word, limit = parse.lowers[i], max(parse.edges[i][1], at + 2)
    frames = _frames(load_cues().nouns[word], "that")
    return Cue(i, word, frames, giver, min(i, giver), at, phrase=True, limit=limit)


def _opening(view: View, end: int, stop: int) -> int | None:
    """Find the colon or the "that" that opens what is claimed."""
    parse = view.parse
    if end < stop and parse.words[end] == ":":
        return end
    near = range(end, min(end + _OPENS, stop))
    return next((j for j in near if parse.lowers[j] == "that" and parse.tags[j] != "DT"), None)
