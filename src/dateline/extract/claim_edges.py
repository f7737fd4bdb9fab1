"""Where the content of a claim may begin and must end."""

from dataclasses import dataclass

from dateline.extract.claim_cues import Cue
from dateline.extract.claim_view import FINITE, MARKS, View
from dateline.extract.parse import Parse
from dateline.knowledge.cues import VerbGroup, load_cues

Span = tuple[int, int]

_JOINTS = frozenset({"and", "but", "while", "whereas", "though", "although", "yet", "or"})
_DASHES = frozenset({"–", "—", "--", "(", "[", ":"})
_BREAKS = frozenset({"while", "whereas", "citing", "quoting"})
_RELATIVE = frozenset({"which", "who", "whose", "where", "whom"})
_NO_NAME = FINITE | {".", ":", "_SP", "VBN", "VBG", "VB", "WDT", "WP"}
_APART = 14  # tokens; "the deputy minister of the interior, Jean Paul,"


@dataclass(frozen=True, slots=True)
class Reach:
    """A cue with one of its frames, and ``stop``, before which its content must end."""

    view: View
    cue: Cue
    group: VerbGroup
    stop: int


def stop_of(view: View, cue: Cue, later: list[Cue]) -> int:
    """End the reach of the content: at a semicolon, the next cue, a verb beside the cue's own."""
    parse = view.parse
    _, end = view.sentence(cue.token)
    end = min(end, cue.limit or end)
    for other in later:
        if cue.end < other.first < end:
            end = min(end, _before_cue(view, other, end))
    end = min(end, _before_conjunct(view, cue, end))
    if parse.deps[cue.token] == "relcl" and cue.subject is not None and cue.subject < cue.token:
        end = min(end, max(parse.edges[cue.token][1], cue.end))
    for i in range(cue.end, end):
        if view.quoted[i] < 0 and (parse.words[i] == ";" or _resumes(parse, i)):
            return i
    return end


def _before_cue(view: View, other: Cue, end: int) -> int:
    lowers, at = view.parse.lowers, other.first
    before = lowers[at - 1]
    joined = _JOINTS | _DASHES - {"(", "[", ":"}
    if lowers[at] in joined or before in joined:
        return at - (before in joined)
    participle = view.parse.tags[other.token] == "VBG" or lowers[at - 2] == ","
    return at - 1 if before == "," and participle else end


def _before_conjunct(view: View, cue: Cue, end: int) -> int:
    """Stop before "and has set up a commission", which tells what the speaker did besides."""
    parse = view.parse
    beside = [c for c in parse.children[cue.token] if cue.end < c < end]
    for c in beside:
        own = any(parse.deps[k] in {"nsubj", "nsubjpass"} for k in parse.children[c])
        if parse.deps[c] == "conj" and parse.tags[c].startswith("VB") and not own:
            joints = [k for k in beside if parse.deps[k] == "cc" and k < c]
            return joints[-1] if joints else end
    return end


def _resumes(parse: Parse, i: int) -> bool:
    """Tell whether the reporter goes on here: ", while ...", ", a figure that ..."."""
    if parse.words[i] != "," or i + 2 >= len(parse):
        return False
    after = parse.lowers[i + 1]
    named = parse.lowers[i + 2] in load_cues().content["resumed"]
    return after in _BREAKS or (after in {"a", "an"} and named)


def object_end(view: View, first: int, stop: int) -> int:
    """End an object before what the reporter hangs on it: ", which ...", ", citing ...", " – "."""
    parse = view.parse
    for i in range(first, stop):
        if view.quoted[i] < 0 and (parse.words[i] in _DASHES or _hangs_on(view, i, stop)):
            return i
    return stop


def _hangs_on(view: View, i: int, stop: int) -> bool:
    parse = view.parse
    if i + 2 >= stop:
        return False
    if parse.deps[i] == "cc" and parse.lowers[i + 2] == "that":
        return True
    if parse.words[i] != ",":
        return False
    after = parse.lowers[i + 1]
    through = parse.tags[i + 1] == "IN" and parse.lowers[i + 2] in _RELATIVE
    clause = after == "and" and view.finite(i, stop)
    return through or clause or after in load_cues().grammar["reporter"]


def quotation_at(view: View, at: int) -> Span | None:
    """Return the quotation that begins here, marks and line breaks skipped."""
    words = view.parse.words
    while at < len(words) and view.quoted[at] < 0 and (words[at] in MARKS or words[at].isspace()):
        at += 1
    if at < len(words) and view.quoted[at] >= 0:
        quotation = view.quotations[view.quoted[at]]
        return (quotation.first, quotation.end) if quotation.first == at else None
    return None


def quotation_before(view: View, at: int) -> Span | None:
    """Return the quotation that ends here, or before the name that parts it from the cue."""
    parse, back = view.parse, at - 1
    while back >= 0 and at - back < _APART and view.quoted[back] < 0:
        if parse.words[back] not in MARKS and parse.tags[back] in _NO_NAME:
            return None
        back -= 1
    if 0 <= back < at - 1 and view.quoted[back] >= 0:
        quotation = view.quotations[view.quoted[back]]
        return quotation.first, quotation.end
    return None


def quotation_in(view: View, first: int, end: int) -> Span | None:
    """Return the first quotation that lies within a token range."""
    for i in range(first, end):
        if view.quoted[i] >= 0:
            quotation = view.quotations[view.quoted[i]]
            return (quotation.first, quotation.end) if quotation.end <= end else None
    return None
