"""Find the head of the noun phrase that is the subject of a cue verb, even where the parse errs."""

from dateline.extract.claim_view import BOUNDARIES, FINITE, MARKS, View
from dateline.extract.parse import Parse

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
_SHARED = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "dep", "ccomp"})
_INSIDE = frozenset({"DT", "JJ", "PRP$", "CD", "NN", "NNP", "NNPS", "NNS", "POS"})
_BETWEEN = FINITE | {"RB"}
_CLIMBS = 6  # heads from a participle up to the verb whose subject it shares
_ADVERBS = 3  # adverbs and auxiliaries between a subject and its verb


def find_subject(view: View, token: int) -> int | None:
    """Find the head of the noun phrase that speaks."""
    parse = view.parse
    behind = _behind(view, token)
    if behind is not None:
        return behind
    verb = _bearer(view, token)
    own = own_subjects(view, verb)
    if own:
        near = min(own, key=lambda c: abs(c - verb))
        beside = _beside(view, token) if verb == token else None
        return _antecedent(parse, near, verb) if beside in {None, near} else beside
    if parse.deps[verb] == "acl" and parse.tags[verb] == "VBG":
        return parse.heads[verb]
    return _neighbour(view, token)


def own_subjects(view: View, verb: int) -> list[int]:
    """List the subjects that hang on a verb itself, outside of quotations."""
    parse = view.parse
    return [c for c in parse.children[verb] if parse.deps[c] in SUBJECTS and view.quoted[c] < 0]


def _bearer(view: View, token: int) -> int:
    """Climb from a verb without a subject to the verb that bears it."""
    parse, verb = view.parse, token
    for _ in range(_CLIMBS):
        if own_subjects(view, verb) or parse.deps[verb] not in _SHARED:
            break
        verb = parse.heads[verb]
    return verb


def _antecedent(parse: Parse, subject: int, verb: int) -> int:
    if parse.lowers[subject] in RELATIVES and parse.deps[verb] in {"relcl", "acl", "ccomp"}:
        return parse.heads[verb] if parse.heads[verb] < subject else max(subject - 1, 0)
    return subject


def _behind(view: View, token: int) -> int | None:
    """Find the subject of "..., claims the border service." behind its verb."""
    parse = view.parse
    if parse.tags[token] not in FINITE or any(
        parse.deps[c] in SUBJECTS for c in parse.children[token]
    ):
        return None
    _, end = view.sentence(token)
    last = _phrase_after(view, token)
    closed = last is not None and last + 1 < end and parse.words[last + 1] in BOUNDARIES
    return last if closed and _after_mark(view, token) else None


def _after_mark(view: View, token: int) -> bool:
    first, _ = view.sentence(token)
    before = view.parse.words[token - 1] if token > first else ""
    return before == "," or before in MARKS


def _phrase_after(view: View, token: int) -> int | None:
    """Return the last word of the noun phrase right behind a verb."""
    parse, at = view.parse, token + 1
    _, end = view.sentence(token)
    while at < end and (parse.tags[at] in _INSIDE or parse.words[at].istitle()):
        at += 1
    return at - 1 if at > token + 1 and _nominal(parse, at - 1) else None


def _beside(view: View, token: int) -> int | None:
    """Find the noun phrase between the last mark and the verb; the parse may have missed it."""
    parse = view.parse
    first, _ = view.sentence(token)
    if token and parse.words[token - 1] == ",":
        token = _before_insertion(view, token - 1, first)
    start = token
    while start > first and not view.parts(start - 1):
        start -= 1
    inside = range(start, token)
    if start in {first, token} or any(_clausal(parse, i) for i in inside):
        return None
    at = token - 1
    while at > start and not _nominal(parse, at):
        at -= 1
    while parse.heads[at] in inside and parse.heads[at] != at:
        at = parse.heads[at]
    return at if _nominal(parse, at) and not view.labelled(at, "DATE", "TIME") else None


def _clausal(parse: Parse, i: int) -> bool:
    return parse.tags[i].startswith("VB") and parse.deps[i] not in {"aux", "amod"}


def _before_insertion(view: View, comma: int, first: int) -> int:
    """Go back over ", in Geneva for talks," to the end of the noun phrase before it."""
    parse, at = view.parse, comma - 1
    while at > first and not view.parts(at) and not parse.tags[at].startswith("VB"):
        at -= 1
    inserted = parse.words[at] == "," and parse.tags[at + 1] in {"IN", "DT"}
    return at if inserted else comma


def _neighbour(view: View, token: int) -> int | None:
    """Take the noun beside the verb where the parse gives no subject."""
    parse = view.parse
    first, _ = view.sentence(token)
    left = token - 1
    while left >= first and parse.tags[left] in _BETWEEN and token - left <= _ADVERBS:
        left -= 1
    if left >= first and _nominal(parse, left):
        return left
    return _phrase_after(view, token) if _after_mark(view, token) else None


def _nominal(parse: Parse, i: int) -> bool:
    return parse.tags[i].startswith("NN") or parse.tags[i] in {"PRP", "CD", "DT"}
