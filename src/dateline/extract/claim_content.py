"""Find the words that a cue gives to its speaker: the content of the claim, frame by frame."""

from collections.abc import Callable
from dataclasses import dataclass

from dateline.extract.claim_cues import Cue
from dateline.extract.claim_view import BOUNDARIES, MARKS, View
from dateline.extract.parse import Parse
from dateline.knowledge.cues import VerbGroup, load_cues

_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_CONDITIONS = {"if", "should", "unless", "when", "were", "had", "once", "until", "whoever", "as"}
_JOINTS = {"and", "but", "while", "whereas", "though", "although", ";", "–", "—", "--", "yet", "or"}
_AT = {"at", "above", "below", "between", "over", "under", "near", "around", "as"}
_PRONOUNS = {"it", "this", "that", "them", "these", "him", "her", "me", "us"}
_DASHES = {"-", "–", "—", "--", ":"}
_DATELINE = 14  # tokens; the longest dateline with agency and date in the gold corpus has 13

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Content:
    """Tokens ``first`` to before ``end``, and the frame and stance by which the cue reached them."""

    first: int
    end: int
    frame: str
    stance: str


def find_content(view: View, cue: Cue, later: list[Cue], earlier: list[Cue]) -> Content | None:
    """Find the content of a cue; ``later`` and ``earlier`` are the other cues of its sentence."""
    stop = _stop(view, cue, later)
    for frame, find in _FRAMES.items():
        for group in cue.frames.get(frame, ()):
            span = find(view, cue, group, stop, earlier)
            if span and span[0] < span[1]:
                return Content(*span, frame, group.stance)
    return None


def _stop(view: View, cue: Cue, later: list[Cue]) -> int:
    """End the reach of the content where the next cue of the same level begins."""
    words, lowers = view.parse.words, view.parse.lowers
    _, end = view.sentence(cue.token)
    end = min(end, cue.reach or end)
    for other in later:
        at = other.first
        if at <= cue.end or at >= end:
            continue
        before = lowers[at - 1]
        if lowers[at] in _JOINTS or before in _JOINTS:
            return at - (before in _JOINTS)
        if before == "," and (view.parse.tags[other.token] == "VBG" or words[at - 2] == ","):
            return at - 1
    return end


def _of(view: View, cue: Cue, group: VerbGroup, stop: int, _: list[Cue]) -> Span | None:
    parse = view.parse
    for c in parse.children[cue.token]:
        if c > cue.token and parse.lowers[c] in group.prepositions and parse.deps[c] in {"prep", "prt"}:
            return c + 1, _right_edge(view, cue, max(stop, c + 1))
    for c in range(cue.token + 1, min(cue.token + 9, stop)):
        if parse.lowers[c] in group.prepositions and (c == cue.token + 1 or "accuses" == group.stance):
            return c + 1, _right_edge(view, cue, stop)
    return None


def _at(view: View, cue: Cue, group: VerbGroup, stop: int, _: list[Cue]) -> Span | None:
    parse = view.parse
    end = _right_edge(view, cue, stop)
    for i in range(cue.token + 2, end - 1):
        if parse.lowers[i] in _AT and any(t == "CD" for t in parse.tags[i + 1 : i + 5]):
            return cue.token + 1, end
    return None


def _as(view: View, cue: Cue, group: VerbGroup, stop: int, _: list[Cue]) -> Span | None:
    parse = view.parse
    end = _right_edge(view, cue, stop)
    for i in range(cue.token + 1, min(end - 1, cue.token + 16)):
        if parse.lowers[i] == "as" and view.quoted[i] < 0:
            quote = _quotation_at(view, i + 1)
            return quote or ((cue.token + 1, end) if i > cue.token + 1 else (i + 1, end))
    return None


def _predicate(view: View, cue: Cue, group: VerbGroup, stop: int, _: list[Cue]) -> Span | None:
    parse = view.parse
    first, end = cue.token + 1, _right_edge(view, cue, stop)
    if first >= end:
        return None
    number = next((view.quoted[i] for i in range(first, end) if view.quoted[i] >= 0), -1)
    if number >= 0:
        quotation = view.quotations[number]
        alone = all(view.quoted[i] == number or parse.words[i] in MARKS for i in range(quotation.first, end))
        return (quotation.first, quotation.end) if alone else (first, end)
    if any(parse.deps[c] == "dobj" and parse.lowers[c] in {"what", "which"} for c in parse.children[cue.token]):
        return first, end
    if parse.lowers[first] in _PRONOUNS and end - first > 1:
        return first + 1, end
    deps = {parse.deps[c] for c in parse.children[cue.token] if c > cue.token}
    return (first, end) if deps & {"oprd", "ccomp", "xcomp"} else None


def _infinitive(view: View, cue: Cue, group: VerbGroup, stop: int, _: list[Cue]) -> Span | None:
    parse = view.parse
    for i in range(cue.token + 1, min(cue.token + 9, stop)):
        if parse.lowers[i] == "to" and parse.tags[i] == "TO":
            return i + 1, _right_edge(view, cue, stop)
        if parse.words[i] in BOUNDARIES or parse.lowers[i] == "that":
            return None
    return None


def _clause(view: View, cue: Cue, group: VerbGroup, stop: int, earlier: list[Cue]) -> Span | None:
    parse, at = view.parse, cue.end
    that = _that_clause(parse, cue, stop)
    if that is not None:
        return that, stop
    if at >= stop:
        return _left(view, cue, earlier)
    if parse.words[at] == ":" or (parse.words[at] == "," and _quotation_at(view, at + 1)):
        return _quotation_at(view, at + 1) or (at + 1, stop)
    quote = _quotation_at(view, at)
    if quote and not _finite(parse, quote[1], stop):
        return quote
    if parse.words[at] in BOUNDARIES:
        return _left(view, cue, earlier) or _around(view, cue, stop)
    if _left_mark(view, cue) and not _finite(parse, at, stop):
        return _left(view, cue, earlier)
    return (at, stop) if quote or _finite(parse, at, stop) else None


def _that(view: View, cue: Cue, group: VerbGroup, stop: int, earlier: list[Cue]) -> Span | None:
    """Take a that-clause or a quotation only, for verbs that mean other things besides."""
    parse, at = view.parse, cue.end
    that = _that_clause(parse, cue, stop)
    if that is not None:
        return that, stop
    if at < stop and parse.words[at] == ":":
        return _quotation_at(view, at + 1) or (at + 1, stop)
    quote = _quotation_at(view, at + 1) if at < stop and parse.words[at] == "," else None
    if quote:
        return quote
    if at >= stop or parse.words[at] in BOUNDARIES:
        quote = _quotation_before(view, cue.first)
        if quote and quote[1] - quote[0] > 2:
            return quote
    return None


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
    return before in {",", "–", "—", "--", "(", ";", ":"} or before in MARKS


def _left(view: View, cue: Cue, earlier: list[Cue]) -> Span | None:
    """Take what stands before "..., X said", from the start of the sentence."""
    parse = view.parse
    first, end = view.sentence(cue.token)
    start = _after_dateline(view, first, cue.first)
    if not any(w.isalnum() for w in parse.words[start : cue.first]):
        return None if cue.phrase else _quotation_before(view, cue.first)
    if parse.lowers[cue.first] != "as" and not cue.phrase and not _left_mark(view, cue):
        return None
    for i in range(cue.first - 1, start, -1):
        if parse.words[i] == ";" and any(other.token < i for other in earlier):
            start = i + 1
            break
    quote = _quotation_before(view, cue.first)
    if quote and not _finite(parse, start, quote[0] - 1):
        return quote
    return _around(view, cue, end, start) or (start, cue.first)


def _around(view: View, cue: Cue, stop: int, start: int | None = None) -> Span | None:
    """Take what stands on both sides of "..., X said, ...", where neither is whole without."""
    parse, at = view.parse, cue.end
    if at >= stop or parse.words[at] not in {",", "–", "—", "--"} or at + 2 >= stop:
        return None
    if parse.tags[at + 1] in {"VBG"} or not _finite(parse, at + 1, stop):
        if start is None or _finite(parse, start, cue.first):
            return None
    if start is None or start >= cue.first:
        return at + 1, stop
    if not _finite(parse, start, cue.first):
        return (at + 1 if parse.tags[start] == "IN" or cue.phrase else start), stop
    return (start, stop) if parse.lowers[start] in _CONDITIONS else None


def _object(view: View, cue: Cue, group: VerbGroup, stop: int, _: list[Cue]) -> Span | None:
    parse = view.parse
    objects = [c for c in parse.children[cue.token] if c > cue.token and parse.deps[c] in _OBJECTS]
    if not objects or parse.tags[objects[0]] == "WP":
        return None
    head = objects[0]
    if group.objects and parse.lowers[head] not in group.objects:
        return None
    that = _claim_that(parse, head, stop)
    if that is not None:
        return that, stop
    first, end = cue.token + 1, _right_edge(view, cue, stop)
    if parse.lowers[head] in _PRONOUNS:
        return (end + 1, stop) if end < stop and parse.words[end] == ":" else None
    return _lone_quotation(view, first, end) or (first, end)


_OBJECTS = {"dobj", "xcomp", "pcomp", "ccomp", "oprd"}


def _claim_that(parse: Parse, head: int, stop: int) -> int | None:
    """Look through "rejected suggestions that ..." to what was suggested."""
    if parse.lowers[head] not in load_cues().nouns and parse.lemmas[head] not in load_cues().nouns:
        return None
    for i in range(head + 1, min(head + 6, stop)):
        if parse.lowers[i] == "that":
            return i + 1
    return None


def _lone_quotation(view: View, first: int, end: int) -> Span | None:
    """Narrow an object to its quotation where little else stands in it."""
    for i in range(first, end):
        if view.quoted[i] >= 0:
            quotation = view.quotations[view.quoted[i]]
            rest = [w for j, w in enumerate(view.parse.words[first:end], first)
                    if not quotation.first <= j < quotation.end and w.isalnum()]
            return (quotation.first, quotation.end) if len(rest) <= quotation.end - quotation.first else None
    return None


def _right_edge(view: View, cue: Cue, stop: int) -> int:
    """End of what hangs on the right of the verb, before a coordinate or a participle."""
    parse, end = view.parse, cue.token + 1
    for c in parse.children[cue.token]:
        if c > cue.token:
            if parse.deps[c] in {"cc", "conj", "parataxis"} and c > cue.token + 1:
                break
            if parse.deps[c] != "punct":
                end = max(end, parse.edges[c][1])
    end = min(end, stop)
    while end < stop and parse.words[end] not in BOUNDARIES and parse.deps[end] != "cc":
        end += 1
    return end


def _finite(parse: Parse, first: int, end: int) -> bool:
    return any(tag in _FINITE for tag in parse.tags[first:end])


def _quotation_at(view: View, at: int) -> Span | None:
    """Return the quotation that begins here, marks and line breaks skipped."""
    words = view.parse.words
    while at < len(words) and view.quoted[at] < 0 and (words[at] in MARKS or words[at].isspace()):
        at += 1
    if at < len(words) and view.quoted[at] >= 0:
        quotation = view.quotations[view.quoted[at]]
        return (quotation.first, quotation.end) if quotation.first == at else None
    return None


def _quotation_before(view: View, at: int) -> Span | None:
    """Return the quotation that ends here."""
    words, back = view.parse.words, at - 1
    while back >= 0 and at - back < 4 and view.quoted[back] < 0 and (words[back] in MARKS or words[back] == ","):
        back -= 1
    if back >= 0 and view.quoted[back] >= 0 and back < at - 1:
        quotation = view.quotations[view.quoted[back]]
        return quotation.first, quotation.end
    return None


def _after_dateline(view: View, first: int, end: int) -> int:
    """Skip "KABUL, May 3 (AN) -" or "10:15 Tehran:" at the start of a line."""
    parse = view.parse
    if first and "\n" not in parse.words[first - 1]:
        return first
    for i in range(first, min(first + _DATELINE, end)):
        if parse.tags[i] in _FINITE and not parse.words[i].isupper():
            return first
        loose = parse.starts[i] > parse.ends[i - 1] if i else False
        if parse.words[i] in _DASHES and (loose or parse.words[i] == ":") and i + 1 < end:
            return i + 1
    return first


_FRAMES: dict[str, Callable[[View, Cue, VerbGroup, int, list[Cue]], Span | None]] = {
    "of": _of,
    "at": _at,
    "as": _as,
    "predicate": _predicate,
    "infinitive": _infinitive,
    "clause": _clause,
    "that": _that,
    "object": _object,
}
