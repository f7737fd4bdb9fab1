"""Where the content of a claim may begin and must end."""

from dateline.extract.claim_cues import Cue
from dateline.extract.claim_view import MARKS, View
from dateline.extract.parse import Parse
from dateline.knowledge.cues import load_cues

Span = tuple[int, int]

_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_JOINTS = {"and", "but", "while", "whereas", "though", "although", "–", "—", "--", "yet", "or"}
_BREAKS = {"while", "whereas"}
_RELATIVE = {"which", "who", "whose", "where", "whom"}
_SUBORDINATE = _RELATIVE | {"while", "whereas", "although", "though", "when", "as", "after", "since",
                            "but", "citing", "adding", "saying", "before"}
_DASHES = {"–", "—", "--", "(", "["}


def finite(parse: Parse, first: int, end: int) -> bool:
    """Tell whether a finite verb stands in a token range."""
    return any(tag in _FINITE for tag in parse.tags[first:end])


def stop_of(view: View, cue: Cue, later: list[Cue]) -> int:
    """End the reach of the content: at a semicolon, the next cue, a verb beside the cue's own."""
    parse = view.parse
    _, end = view.sentence(cue.token)
    end = min(end, cue.reach or end)
    for other in later:
        if cue.end < other.first < end:
            end = min(end, _before_cue(view, other, end))
    end = min(end, _before_conjunct(parse, cue, end))
    if parse.deps[cue.token] == "relcl" and cue.subject is not None and cue.subject < cue.token:
        end = min(end, max(parse.edges[cue.token][1], cue.end))
    for i in range(cue.end, end):
        if view.quoted[i] < 0 and (parse.words[i] == ";" or _starts_other(parse, i)):
            return i
    return end


def _before_cue(view: View, other: Cue, end: int) -> int:
    lowers, at = view.parse.lowers, other.first
    before = lowers[at - 1]
    if lowers[at] in _JOINTS or before in _JOINTS:
        return at - (before in _JOINTS)
    participle = view.parse.tags[other.token] == "VBG" or lowers[at - 2] == ","
    return at - 1 if before == "," and participle else end


def _before_conjunct(parse: Parse, cue: Cue, end: int) -> int:
    """Stop before "and has set up a commission", which tells what the speaker did besides."""
    for c in parse.children[cue.token]:
        own = any(parse.deps[k] in {"nsubj", "nsubjpass"} for k in parse.children[c])
        if parse.deps[c] == "conj" and cue.end < c < end and not own:
            joints = [k for k in parse.children[cue.token] if parse.deps[k] == "cc" and cue.end < k < c]
            return joints[-1] if joints else end
    return end


def _starts_other(parse: Parse, i: int) -> bool:
    """Tell whether the reporter goes on here: ", while ...", ", a figure that ..."."""
    if parse.words[i] != "," or i + 3 >= len(parse):
        return False
    after = parse.lowers[i + 1]
    if after in _BREAKS:
        return True
    return after in {"a", "an"} and parse.lowers[i + 2] in load_cues().content["resumed"]


def object_end(view: View, first: int, stop: int) -> int:
    """End an object before what the reporter hangs on it: ", which ...", ", citing ...", " – "."""
    parse = view.parse
    for i in range(first, stop):
        if view.quoted[i] >= 0:
            continue
        if parse.words[i] in _DASHES or parse.words[i] == ":":
            return i
        if parse.words[i] == "," and i + 2 < stop:
            after = parse.lowers[i + 1]
            through = parse.tags[i + 1] == "IN" and parse.lowers[i + 2] in _RELATIVE
            if after in _SUBORDINATE or through or (after == "and" and finite(parse, i, stop)):
                return i
        if parse.deps[i] == "cc" and i + 2 < stop and parse.lowers[i + 2] == "that":
            return i
    return stop


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
    """Return the quotation that ends here."""
    words, back = view.parse.words, at - 1
    while back >= 0 and at - back < 4 and view.quoted[back] < 0 and (
        words[back] in MARKS or words[back] == ","
    ):
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
