"""Find content that is a clause, a quotation, or the sentence around "..., X said"."""

from dateline.extract.claim_cues import Cue
from dateline.extract.claim_edges import Reach, Span, quotation_at, quotation_before
from dateline.extract.claim_view import BOUNDARIES, MARKS, View

_CONDITIONS = frozenset("if should unless when were had once until whoever".split())
_TAILS = frozenset({"to", "unless", "until", "if", "should"})
_RELATIVE = frozenset({"which", "when", "where", "who", "whom", "whose", "what"})
_HEARERS = frozenset({"him", "them", "me", "us"})
_ASIDES = frozenset({",", "–", "—", "--"})
_DASHES = frozenset({"-", "–", "—", "--", ":"})
_DATELINE = 14  # tokens; the longest dateline with agency and date in the gold corpus has 13
_PHRASE = 2  # words; a shorter quotation behind a verb of many meanings is no speech


def find_clause(reach: Reach) -> Span | None:
    """Take the clause or quotation behind the cue, or the sentence that the cue stands in."""
    view, cue, stop = reach.view, reach.cue, reach.stop
    parse, at = view.parse, cue.end
    found = _announced(reach)
    if found or at >= stop:
        return found or _left(view, cue)
    if parse.words[at] in BOUNDARIES:
        return _left(view, cue) or behind(reach)
    quote = quotation_at(view, at)
    if quote:
        return (at, stop) if _runs_on(view, quote[1], stop) else quote
    if _left_mark(view, cue) and parse.tags[at] in {"IN", "RB", "VBG", "CC"}:
        return _left(view, cue)
    opens = parse.tags[at] != "TO" and parse.lowers[at] not in _RELATIVE | _HEARERS
    return (at, stop) if opens and view.finite(at, stop) else None


def find_that(reach: Reach) -> Span | None:
    """Take a that-clause or a quotation only, for verbs that mean other things besides."""
    view, cue, at = reach.view, reach.cue, reach.cue.end
    found = _announced(reach)
    if found:
        return found
    quote = quotation_at(view, at) if at < reach.stop else None
    if quote is None and (at >= reach.stop or view.parse.words[at] in BOUNDARIES):
        quote = quotation_before(view, cue.first)
    return quote if quote and quote[1] - quote[0] > _PHRASE else None


def behind(reach: Reach) -> Span | None:
    """Take what follows "According to X, ..." or "As X put it, ..."."""
    view, at = reach.view, reach.cue.end
    if at >= reach.stop or view.parse.words[at] not in _ASIDES:
        return None
    if view.parse.tags[at + 1 : at + 2] == ["VBG"] or not view.finite(at + 1, reach.stop):
        return None
    return at + 1, reach.stop


def _announced(reach: Reach) -> Span | None:
    """Take what "that", a colon or a comma before a quotation announce."""
    words, at, stop = reach.view.parse.words, reach.cue.end, reach.stop
    that = _that_clause(reach)
    if that is not None:
        return that, stop
    if at >= len(words) or at > stop:
        return None
    quote = quotation_at(reach.view, at + 1)
    if words[at] == ":":
        return quote or (at + 1, stop)
    return quote if words[at] == "," and at < stop else None


def _that_clause(reach: Reach) -> int | None:
    """Find a that-clause of the cue, also behind an insertion: "said, without naming it, that"."""
    parse, cue, stop = reach.view.parse, reach.cue, reach.stop
    for c in parse.children[cue.token]:
        first = parse.edges[c][0]
        if cue.token < first < stop and parse.lowers[first] == "that" and parse.tags[first] == "IN":
            return first + 1
    at = cue.end
    opens = at < stop and parse.lowers[at] == "that"
    return at + 1 if opens and (parse.tags[at] != "DT" or reach.group.after) else None


def _runs_on(view: View, at: int, stop: int) -> bool:
    """Tell whether the clause goes on behind a quotation: "said “volunteers” had come"."""
    parse = view.parse
    while at < stop and parse.words[at] in MARKS:
        at += 1
    if at >= stop or parse.words[at] in BOUNDARIES or parse.lowers[at] in _CONDITIONS:
        return False
    return parse.tags[at] not in {"IN", "CC"} and view.finite(at, stop)


def _left_mark(view: View, cue: Cue) -> bool:
    words = view.parse.words
    first, _ = view.sentence(cue.token)
    before = words[cue.first - 1] if cue.first > first else ""
    return before in _ASIDES or before in MARKS | {"("} or view.parse.lowers[cue.first] == "as"


def _left(view: View, cue: Cue) -> Span | None:
    """Take what stands before "..., X said", from the start of the sentence."""
    words = view.parse.words
    first, end = view.sentence(cue.token)
    start = _after_break(view, _after_dateline(view, first, cue.first), cue.first)
    if not any(w.isalnum() for w in words[start : cue.first]):
        alone = not cue.phrase and (cue.inverted or cue.first == first)
        return quotation_before(view, cue.first) if alone else None
    if not cue.phrase and not _left_mark(view, cue):
        return None
    quote = quotation_before(view, cue.first)
    if quote and (not view.finite(start, quote[0] - 1) or words[quote[0] - 2] == ":"):
        return quote
    return _around(view, cue, start, end) or (start, cue.first)


def _around(view: View, cue: Cue, start: int, stop: int) -> Span | None:
    """Take both sides of "..., X said, ..." where the first is not whole without the second."""
    parse, at = view.parse, cue.end
    aside = at + 2 < stop and parse.words[at] in _ASIDES
    right = aside and parse.tags[at + 1] != "VBG" and view.finite(at + 1, stop)
    if view.finite(start, cue.first):
        tail = aside and parse.words[at] == "," and parse.lowers[at + 1] in _TAILS
        whole = tail or (right and parse.lowers[start] in _CONDITIONS)
        return (start, stop) if whole else None
    if not right:
        return None
    return (at + 1 if cue.phrase or parse.tags[start] == "IN" else start), stop


def _after_break(view: View, start: int, end: int) -> int:
    """Begin behind the last semicolon, or a colon between two whole clauses."""
    words = view.parse.words
    for i in range(end - 1, start, -1):
        if words[i] in {";", ":"} and view.quoted[i] < 0:
            whole = view.finite(start, i) and view.finite(i, end)
            if words[i] == ";" or whole:
                return i + 1
    return start


def _after_dateline(view: View, first: int, end: int) -> int:
    """Skip "KABUL, May 3 (AN) -" or "10:15 Tehran:" at the start of a line."""
    parse = view.parse
    if first and "\n" not in parse.words[first - 1]:
        return first
    for i in range(first, min(first + _DATELINE, end)):
        if view.finite(i, i + 1) and not parse.words[i].isupper():
            return first
        loose = i > 0 and parse.starts[i] > parse.ends[i - 1]
        if parse.words[i] in _DASHES and (loose or parse.words[i] == ":") and i + 1 < end:
            return i + 1
    return first
