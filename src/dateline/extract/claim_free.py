"""Find claims without a cue word: "The ministry: ..." and quotations that stand alone."""

from dateline.extract.claim_cues import Cue
from dateline.extract.claim_edges import Span, quotation_at
from dateline.extract.claim_view import View
from dateline.knowledge.cues import load_cues

_LABEL = 16  # tokens before the colon
_FEWEST = 3  # words; shorter quotations are more often irony than speech
_TERMINAL = frozenset({".", "!", "?", "…"})
_NOMINAL = frozenset({"NN", "NNP", "NNS", "NNPS"})
_COMPOUND = _NOMINAL | {"POS", "HYPH"}


def find_labels(view: View, claimed: bytearray) -> list[tuple[Cue, Span]]:
    """Find sentences that a label gives to a speaker: "The interior ministry: ..."."""
    out: list[tuple[Cue, Span]] = []
    host = None  # who answers the questions of a transcript
    for first, end in view.sentences:
        colon = _colon(view, first, end)
        if colon is None or view.finite(first, colon):
            continue
        head = _label_head(view, first, colon)
        quote = quotation_at(view, colon + 1)
        if view.parse.words[first:colon] == ["A"]:
            head, span = host, (colon + 1, _line_end(view, end))
        elif head is None or not (quote or _speaks(view, head)):
            continue
        else:
            host, span = head, quote or (colon + 1, end)
        if not any(claimed[slice(*span)]):
            out.append((Cue(colon, ":", {}, head, first, colon, phrase=True), span))
    return out


def _colon(view: View, first: int, end: int) -> int | None:
    for i in range(first, min(first + _LABEL, end)):
        if view.quoted[i] >= 0:
            return None
        if view.parse.words[i] == ":":
            return i
    return None


def _line_end(view: View, at: int) -> int:
    words = view.parse.words
    while at < len(words) and "\n" not in words[at - 1]:
        at += 1
    return at


def _label_head(view: View, first: int, colon: int) -> int | None:
    """Find the head of the first noun phrase of a label."""
    parse, at = view.parse, first
    while at < colon and parse.tags[at] not in _NOMINAL:
        at += 1
    while at + 1 < colon and parse.tags[at + 1] in _COMPOUND:
        at += 1
    while at < colon and first <= parse.heads[at] < at and parse.tags[parse.heads[at]] in _NOMINAL:
        at = parse.heads[at]
    return at if at < colon else None


def _speaks(view: View, head: int) -> bool:
    lists, word = load_cues().speakers, view.parse.lowers[head]
    return any(word in lists[kind] for kind in ("person", "group", "plural"))


def find_lone_quotations(
    view: View, claimed: bytearray, voiced: set[int]
) -> list[tuple[Cue, Span]]:
    """Find quotations that no cue reaches; ``voiced`` are the sentences in which a cue stands."""
    out = []
    for quotation in view.quotations:
        first, end = quotation.first, quotation.end
        spoken = sum(word.isalnum() for word in view.parse.words[first:end]) >= _FEWEST
        if spoken and not any(claimed[first:end]) and _is_speech(view, first, end):
            head = _speaker_near(view, first, end, voiced)
            out.append((Cue(first, "", {}, head, first, first), (first, end)))
    return out


def _introduced(view: View, first: int) -> bool:
    start, _ = view.sentence(first)
    return first - 2 >= start and view.parse.words[first - 2] in {":", "("}


def _is_speech(view: View, first: int, end: int) -> bool:
    """Tell speech from irony: a colon announces it, or it is a sentence of its own."""
    start, _ = view.sentence(first)
    whole = first - start <= 1 and view.parse.words[end - 1] in _TERMINAL
    return whole or _introduced(view, first)


def _speaker_near(view: View, first: int, end: int, voiced: set[int]) -> int | None:
    """Find who speaks where the sentence or the one before says so; else it is the last speaker."""
    start, _ = view.sentence(first)
    if _introduced(view, first):
        return _subject(view, start, first - 2)
    return _name_after(view, end) or _speaker_before(view, start, voiced)


def _speaker_before(view: View, first: int, voiced: set[int]) -> int | None:
    """Find who acts in the sentence before, in the same paragraph: "He laughed at this."."""
    if first == 0 or "\n" in view.parse.words[first - 1]:
        return None
    start, end = view.sentence(first - 1)
    subject = None if start in voiced else _subject(view, start, end)
    return subject if subject is not None and _human(view, subject) else None


def _human(view: View, token: int) -> bool:
    word = view.parse.lowers[token]
    named = view.labelled(token, "PERSON")
    return named or word in load_cues().speakers["person"] or word in {"he", "she", "one"}


def _subject(view: View, first: int, end: int) -> int | None:
    deps = view.parse.deps
    subjects = (i for i in range(first, end) if deps[i] in {"nsubj", "nsubjpass"})
    return next((i for i in subjects if view.quoted[i] < 0), None)


def _name_after(view: View, at: int) -> int | None:
    """Find the name right behind the quotation, as in a caption."""
    for entity in view.parse.entities:
        if at <= entity.first <= at + 2 and entity.label == "PERSON":
            return entity.end - 1
    return None
