"""Find the words that a cue gives to its speaker: the content of the claim, frame by frame."""

from collections.abc import Callable
from dataclasses import dataclass

from dateline.extract.claim_cues import Cue
from dateline.extract.claim_edges import (
    Span,
    finite,
    quotation_at,
    quotation_before,
    quotation_in,
    stop_of,
)
from dateline.extract.claim_objects import (
    find_as,
    find_at,
    find_infinitive,
    find_object,
    find_of,
    find_predicate,
)
from dateline.extract.claim_view import BOUNDARIES, MARKS, View
from dateline.extract.parse import Parse
from dateline.knowledge.cues import VerbGroup

_CONDITIONS = {"if", "should", "unless", "when", "were", "had", "once", "until", "whoever"}
_DASHES = {"-", "–", "—", "--", ":"}
_DATELINE = 14  # tokens; the longest dateline with agency and date in the gold corpus has 13


@dataclass(frozen=True, slots=True)
class Content:
    """Tokens ``first`` to before ``end``, and the frame and stance by which the cue reached them."""

    first: int
    end: int
    frame: str
    stance: str


def find_content(view: View, cue: Cue, later: list[Cue]) -> Content | None:
    """Find the content of a cue; ``later`` are the cues behind it in its sentence."""
    stop = stop_of(view, cue, later)
    for frame, find in _FRAMES.items():
        for group in cue.frames.get(frame, ()):
            span = find(view, cue, group, stop) if _stands_before(view, cue, group) else None
            if span and group.quoted:
                span = quotation_in(view, *span)
            if span and span[0] < span[1]:
                return Content(*span, frame, group.stance)
    return None


def _stands_before(view: View, cue: Cue, group: VerbGroup) -> bool:
    lowers = view.parse.lowers
    return not group.after or (cue.token + 1 < len(lowers) and lowers[cue.token + 1] in group.after)


def find_clause(view: View, cue: Cue, group: VerbGroup, stop: int) -> Span | None:
    """Take the clause or quotation behind the cue, or the sentence that the cue stands in."""
    parse, at = view.parse, cue.end
    found = _announced(view, cue, stop)
    if found or at >= stop:
        return found or _left(view, cue)
    if parse.lowers[at] == "to" and parse.tags[at] == "TO":
        return None
    quote = quotation_at(view, at)
    if quote and not _runs_on(view, quote[1], stop):
        return quote
    if parse.words[at] in BOUNDARIES:
        return _left(view, cue) or _right(view, cue, stop)
    if _left_mark(view, cue) and parse.tags[at] in {"IN", "RB", "VBG", "CC"} and not quote:
        return _left(view, cue)
    return (at, stop) if quote or finite(parse, at, stop) else None


def _runs_on(view: View, at: int, stop: int) -> bool:
    """Tell whether the clause goes on behind a quotation: "said “volunteers” had come"."""
    parse = view.parse
    while at < stop and parse.words[at] in MARKS:
        at += 1
    if at >= stop or parse.words[at] in BOUNDARIES or parse.lowers[at] in _CONDITIONS:
        return False
    return parse.tags[at] not in {"IN", "CC"} and finite(parse, at, stop)


def find_that(view: View, cue: Cue, group: VerbGroup, stop: int) -> Span | None:
    """Take a that-clause or a quotation only, for verbs that mean other things besides."""
    parse, at = view.parse, cue.end
    found = _announced(view, cue, stop)
    if found:
        return found
    quote = quotation_at(view, at) if at < stop else None
    if quote is None and (at >= stop or parse.words[at] in BOUNDARIES):
        quote = quotation_before(view, cue.first)
    return quote if quote and quote[1] - quote[0] > 2 else None


def _announced(view: View, cue: Cue, stop: int) -> Span | None:
    """Take what "that", a colon or a comma before a quotation announce."""
    parse, at = view.parse, cue.end
    that = _that_clause(parse, cue, stop)
    if that is not None:
        return that, stop
    if at >= len(parse) or at > stop:
        return None
    quote = quotation_at(view, at + 1)
    if parse.words[at] == ":":
        return quote or (at + 1, stop)
    return quote if parse.words[at] == "," and at < stop else None


def _that_clause(parse: Parse, cue: Cue, stop: int) -> int | None:
    """Find a that-clause of the cue, also behind an insertion: "said, without naming it, that"."""
    for c in parse.children[cue.token]:
        first = parse.edges[c][0]
        if cue.token < first < stop and parse.lowers[first] == "that" and parse.tags[first] == "IN":
            return first + 1
    at = cue.end
    return at + 1 if at < stop and parse.lowers[at] == "that" and parse.tags[at] != "DT" else None


def _left_mark(view: View, cue: Cue) -> bool:
    words = view.parse.words
    first, _ = view.sentence(cue.token)
    before = words[cue.first - 1] if cue.first > first else ""
    return before in {",", "–", "—", "--", "("} or before in MARKS or view.parse.lowers[cue.first] == "as"


def _left(view: View, cue: Cue) -> Span | None:
    """Take what stands before "..., X said", from the start of the sentence."""
    parse = view.parse
    first, end = view.sentence(cue.token)
    start = _after_dateline(view, first, cue.first)
    for i in range(cue.first - 1, start, -1):
        if parse.words[i] == ";" and view.quoted[i] < 0:
            start = i + 1
            break
    if not any(w.isalnum() for w in parse.words[start : cue.first]):
        alone = not cue.phrase and (cue.inverted or cue.first == first)
        return quotation_before(view, cue.first) if alone else None
    if not cue.phrase and not _left_mark(view, cue):
        return None
    quote = quotation_before(view, cue.first)
    if quote and (not finite(parse, start, quote[0] - 1) or parse.words[quote[0] - 2] == ":"):
        return quote
    return _around(view, cue, start, end) or (start, cue.first)


def _right(view: View, cue: Cue, stop: int) -> Span | None:
    """Take what follows "According to X, ..." or "As X put it, ..."."""
    words, at = view.parse.words, cue.end
    if words[at] not in {",", "–", "—", "--"} or not finite(view.parse, at + 1, stop):
        return None
    return (at + 1, stop) if view.parse.tags[at + 1] != "VBG" else None


def _around(view: View, cue: Cue, start: int, stop: int) -> Span | None:
    """Take both sides of "..., X said, ..." where the first is not whole without the second."""
    parse = view.parse
    right = _right(view, cue, stop) if cue.end + 1 < stop else None
    if finite(parse, start, cue.first):
        return (start, stop) if right and parse.lowers[start] in _CONDITIONS else None
    if right and (cue.phrase or parse.tags[start] == "IN"):
        return right
    return (start, stop) if right else None


def _after_dateline(view: View, first: int, end: int) -> int:
    """Skip "KABUL, May 3 (AN) -" or "10:15 Tehran:" at the start of a line."""
    parse = view.parse
    if first and "\n" not in parse.words[first - 1]:
        return first
    for i in range(first, min(first + _DATELINE, end)):
        if finite(parse, i, i + 1) and not parse.words[i].isupper():
            return first
        loose = parse.starts[i] > parse.ends[i - 1] if i else False
        if parse.words[i] in _DASHES and (loose or parse.words[i] == ":") and i + 1 < end:
            return i + 1
    return first


_FRAMES: dict[str, Callable[[View, Cue, VerbGroup, int], Span | None]] = {
    "of": find_of,
    "at": find_at,
    "as": find_as,
    "predicate": find_predicate,
    "infinitive": find_infinitive,
    "clause": find_clause,
    "that": find_that,
    "object": find_object,
}
