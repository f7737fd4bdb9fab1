"""Find claims without a cue word: "The ministry: ..." and quotations that stand alone."""

from dateline.extract.claim_cues import Cue
from dateline.extract.claim_edges import Span, finite
from dateline.extract.claim_view import MARKS, View
from dateline.knowledge.cues import load_cues

_LABEL = 16  # tokens before the colon
_FEWEST = 3  # words; shorter quotations are more often irony than speech
_NOMINAL = ("NN", "NNP", "NNS", "NNPS")
_TERMINAL = {".", "!", "?", "…"}


def find_labels(view: View, claimed: bytearray) -> list[tuple[Cue, Span]]:
    """Find sentences that a label gives to a speaker: "The interior ministry: ..."."""
    out: list[tuple[Cue, Span]] = []
    host = None  # who answers the questions of a transcript
    for first, end in view.sentences:
        colon = _colon(view, first, end)
        if colon is None or finite(view.parse, first, colon):
            continue
        head = _label_head(view, first, colon)
        quote = _quotation_after(view, colon)
        start, stop = quote or (colon + 1, end)
        spoken = quote or (head is not None and _speaks(view, head))
        if _answers(view, first, colon):
            stop = _line_end(view, end)
            out.append((Cue(colon, ":", {}, host, first, colon, phrase=True), (start, stop)))
        elif head is not None and spoken and not any(claimed[start:stop]):
            host = head
            out.append((Cue(colon, ":", {}, head, first, colon, phrase=True), (start, stop)))
    return out


def _answers(view: View, first: int, colon: int) -> bool:
    """Tell whether a line of a transcript begins here that answers a question: "A: ..."."""
    return colon == first + 1 and view.parse.words[first] == "A"


def _line_end(view: View, at: int) -> int:
    words = view.parse.words
    while at < len(words) and "\n" not in words[at - 1]:
        at += 1
    return at


def _colon(view: View, first: int, end: int) -> int | None:
    for i in range(first, min(first + _LABEL, end)):
        if view.quoted[i] >= 0:
            return None
        if view.parse.words[i] == ":":
            return i
    return None


def _label_head(view: View, first: int, colon: int) -> int | None:
    """Find the head of the first noun phrase of a label."""
    parse, at = view.parse, first
    while at < colon and not parse.tags[at].startswith("NN"):
        at += 1
    while at + 1 < colon and (parse.tags[at + 1] in {*_NOMINAL, "POS", "HYPH"}):
        at += 1
    while first <= parse.heads[at] < at and parse.tags[parse.heads[at]] in _NOMINAL:
        at = parse.heads[at]
    return at if at < colon else None


def _speaks(view: View, head: int) -> bool:
    lists, word = load_cues().speakers, view.parse.lowers[head]
    return word in lists["person"] or word in lists["group"] or word in lists["plural"]


def _quotation_after(view: View, at: int) -> Span | None:
    words, i = view.parse.words, at + 1
    while i < len(words) and i < at + 4 and view.quoted[i] < 0 and (
        words[i] in MARKS or words[i].isspace()
    ):
        i += 1
    if i < len(words) and view.quoted[i] >= 0:
        quotation = view.quotations[view.quoted[i]]
        return (quotation.first, quotation.end) if quotation.first == i else None
    return None


def find_lone_quotations(
    view: View, claimed: bytearray, voiced: set[int]
) -> list[tuple[Cue, Span]]:
    """Find quotations that no cue reaches; ``voiced`` are the sentences in which a cue stands."""
    out = []
    for quotation in view.quotations:
        span = (quotation.first, quotation.end)
        if any(claimed[slice(*span)]) or not _is_speech(view, span):
            continue
        found, head = _speaker_near(view, span, voiced)
        if found:
            out.append((Cue(quotation.first, "", {}, head, quotation.first, quotation.first), span))
    return out


def _is_speech(view: View, span: Span) -> bool:
    words = [w for w in view.parse.words[slice(*span)] if w.isalnum()]
    return len(words) >= _FEWEST


def _speaker_near(view: View, span: Span, voiced: set[int]) -> tuple[bool, int | None]:
    """Tell whether somebody speaks, and who if the sentence says so; else the last speaker."""
    parse = view.parse
    first, end = view.sentence(span[0])
    before = span[0] - 2
    mark = parse.words[before] if before >= first else ""
    if mark in {":", "("}:
        return True, _subject(view, first, before)
    alone = span[0] - first <= 1 and parse.words[span[1] - 1] in _TERMINAL
    if not alone:
        return False, None
    return True, _name_after(view, span[1], end) or _speaker_before(view, first, voiced)


def _speaker_before(view: View, first: int, voiced: set[int]) -> int | None:
    """Find who acts in the sentence before, in the same paragraph: "He laughed at this."."""
    if first == 0 or "\n" in view.parse.words[first - 1]:
        return None
    start, end = view.sentence(first - 1)
    if start in voiced:
        return None
    subject = _subject(view, start, end)
    return subject if subject is not None and _human(view, subject) else None


def _human(view: View, token: int) -> bool:
    lists, word = load_cues().speakers, view.parse.lowers[token]
    named = any(e.first <= token < e.end and e.label == "PERSON" for e in view.parse.entities)
    return named or word in lists["person"] or word in {"he", "she", "one"}


def _subject(view: View, first: int, end: int) -> int | None:
    parse = view.parse
    subjects = (i for i in range(first, end) if parse.deps[i] in {"nsubj", "nsubjpass"})
    return next((i for i in subjects if view.quoted[i] < 0), None)


def _name_after(view: View, at: int, end: int) -> int | None:
    """Find the name right behind the quotation, as in a caption."""
    for entity in view.parse.entities:
        if at <= entity.first <= at + 2 and entity.label == "PERSON":
            return entity.end - 1
    return None
