"""Find cues that are no verbs: "according to X", "by the ministry's count", "X's claim that"."""

from collections.abc import Iterator

from dateline.extract.claim_cues import Cue
from dateline.extract.claim_view import BOUNDARIES, MARKS, View
from dateline.extract.parse import Parse
from dateline.knowledge.cues import VerbGroup, load_cues

_FAR = 9  # tokens from "by" to the noun, or from the noun to "that"
_GIVERS = {"by", "from", "of"}


def find_phrases(view: View) -> list[Cue]:
    """Find the cue phrases outside of quotations."""
    out: list[Cue] = []
    for i, word in enumerate(view.parse.lowers):
        if view.quoted[i] >= 0:
            continue
        cue = None
        if word in {"according", "acc", "acc."}:
            cue = _according(view, i)
        elif word == "per":
            cue = _per(view, i)
        elif word == "by":
            cue = _by_account(view, i)
        elif word in _nouns():
            cue = _noun_that(view, i)
        if cue:
            out.append(cue)
    return out


def _nouns() -> dict[str, str]:
    return load_cues().nouns


def _group(stance: str, frame: str = "clause") -> dict[str, list[VerbGroup]]:
    group = VerbGroup(stance=stance, frame=frame, words=[], match=[], no_match=[])
    return {frame: [group]}


def _according(view: View, i: int) -> Cue | None:
    parse = view.parse
    _, stop = view.sentence(i)
    to = next((j for j in range(i + 1, min(i + 3, stop)) if parse.lowers[j] == "to"), None)
    if to is None or to + 1 >= stop:
        return None
    head, end = _noun_phrase(view, to, stop)
    return Cue(i, "according to", _group("asserts"), head, i, end, phrase=True) if end > to + 1 else None


def _per(view: View, i: int) -> Cue | None:
    parse = view.parse
    first, stop = view.sentence(i)
    if i == first or i + 1 >= stop or parse.words[i - 1] != "," or parse.lowers[i + 1] in {"day", "cent"}:
        return None
    head, end = _noun_phrase(view, i, stop)
    return Cue(i, "per", _group("asserts"), head, i, end, phrase=True)


def _noun_phrase(view: View, before: int, stop: int) -> tuple[int, int]:
    """Return head and end of the noun phrase that follows a preposition."""
    parse = view.parse
    objects = [c for c in parse.children[before] if parse.deps[c] == "pobj"]
    end = before + 1
    limit = parse.edges[objects[0]][1] if objects else stop
    while end < min(stop, limit) and not _stops(view, end):
        end += 1
    if end < stop and parse.tags[end] in {"WDT", "WP"}:
        end = _relative_end(view, end, stop)
    head = objects[0] if objects and objects[0] < end else end - 1
    return head, end


def _relative_end(view: View, at: int, stop: int) -> int:
    while at < stop and view.parse.words[at] not in BOUNDARIES - {"-"}:
        at += 1
    return at


def _stops(view: View, i: int) -> bool:
    word = view.parse.words[i]
    return (word in BOUNDARIES - {"-"} or word in MARKS or view.quoted[i] >= 0
            or view.parse.tags[i] in {"VBD", "VBZ", "VBP", "MD", "WDT", "WP"})


def _by_account(view: View, i: int) -> Cue | None:
    """Read "by the account of two nurses", "by the ministry's count", "by hospital counts"."""
    parse, phrases = view.parse, load_cues().phrases
    _, stop = view.sentence(i)
    for j in range(i + 1, min(i + _FAR, stop)):
        if _stops(view, j):
            return None
        if parse.lowers[j] in phrases and parse.tags[j].startswith("NN"):
            giver, end = _giver(view, j, stop)
            return Cue(i, f"by {parse.lowers[j]}", _group(phrases[parse.lowers[j]]), giver, i, end,
                       phrase=True)
    return None


def _giver(view: View, noun: int, stop: int) -> tuple[int, int]:
    """Return the one whose account it is, and the end of the phrase."""
    parse = view.parse
    if noun + 1 < stop and parse.lowers[noun + 1] in _GIVERS:
        return _noun_phrase(view, noun + 1, stop)
    for c in parse.children[noun]:
        if parse.deps[c] == "poss":
            return c, noun + 1
    return noun, noun + 1


def _noun_that(view: View, i: int) -> Cue | None:
    """Read "Lomé's claim that ...", "reports by residents that ...", "Baku's version: ..."."""
    parse = view.parse
    _, stop = view.sentence(i)
    if not parse.tags[i].startswith("NN"):
        return None
    giver, end = _giver(view, i, stop)
    if giver == i:
        return None
    frames = _group(load_cues().nouns[parse.lowers[i]], "that")
    for j in _opening(view, i, end, stop):
        reach = max(parse.edges[i][1], j + 2)
        return Cue(i, parse.lowers[i], frames, giver, min(i, giver), j, phrase=True, reach=reach)
    return None


def _opening(view: View, noun: int, end: int, stop: int) -> Iterator[int]:
    parse: Parse = view.parse
    if end < stop and parse.words[end] == ":":
        yield end
    for j in range(end, min(end + 3, stop)):
        if parse.lowers[j] == "that" and parse.tags[j] in {"IN", "WDT"}:
            yield j
