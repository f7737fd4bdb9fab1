"""Find content that is no clause: objects, "of", "as", "at", predicates and infinitives."""

from dateline.extract.claim_cues import Cue
from dateline.extract.claim_edges import Span, object_end, quotation_at, quotation_in
from dateline.extract.claim_view import BOUNDARIES, MARKS, View
from dateline.extract.parse import Parse
from dateline.knowledge.cues import VerbGroup, load_cues

_AT = {"at", "above", "below", "between", "over", "under", "near", "around", "as"}
_ROUGHLY = {"about", "around", "over", "under", "more", "less", "than", "least", "most", "at", "up",
            "to", "between", "no", "fewer", "some", "nearly", "almost", "only", "just", '"', "“"}
_PRONOUNS = {"it", "this", "that", "them", "these", "him", "her", "me", "us"}
_OBJECTS = {"dobj", "xcomp", "pcomp", "ccomp", "oprd", "npadvmod", "advcl"}
_NEAR = 9  # tokens from the verb to its preposition or "to"
_FAR = 16


def find_of(view: View, cue: Cue, group: VerbGroup, stop: int) -> Span | None:
    """Take what follows the preposition: "accused Baku of ..."."""
    parse = view.parse
    far = _NEAR if group.words == ["accuse"] or group.quoted else 2
    hung = [c for c in parse.children[cue.token] if c > cue.token and parse.deps[c] in {"prep", "prt"}]
    near = range(cue.token + 1, min(cue.token + far, stop))
    for c in [*hung, *near]:
        if parse.lowers[c] in group.prepositions and c < stop:
            return c + 1, object_end(view, c + 1, stop)
    return None


def find_at(view: View, cue: Cue, group: VerbGroup, stop: int) -> Span | None:
    """Take the thing counted and the count: "put [the toll at 48]"."""
    parse = view.parse
    for i in range(cue.token + 1, min(cue.token + _FAR, stop - 1)):
        if parse.lowers[i] in _AT and _number_follows(parse, i + 1, stop):
            start = cue.token + 1 if i > cue.token + 1 else i + 1
            return start, object_end(view, i, stop)
    return None


def _number_follows(parse: Parse, at: int, stop: int) -> bool:
    while at < stop and (parse.lowers[at] in _ROUGHLY or parse.words[at] in MARKS):
        at += 1
    return at < stop and (parse.tags[at] == "CD" or parse.lowers[at] in load_cues().content["numbers"])


def find_as(view: View, cue: Cue, group: VerbGroup, stop: int) -> Span | None:
    """Take thing and judgement, or the judgement alone where it is quoted."""
    parse = view.parse
    for i in range(cue.token + 1, min(cue.token + _FAR, stop - 1)):
        if parse.lowers[i] == "as" and view.quoted[i] < 0:
            short = i <= cue.token + 2
            return quotation_at(view, i + 1) or (
                i + 1 if short else cue.token + 1, object_end(view, i, stop))
    return None


def find_predicate(view: View, cue: Cue, group: VerbGroup, stop: int) -> Span | None:
    """Take thing and name ("called [the step proactive]"), or the name alone where it is quoted."""
    parse = view.parse
    first, end = cue.token + 1, object_end(view, cue.token + 1, stop)
    if first >= end or parse.deps[first] == "prt" or parse.lowers[first] in {"on", "for", "upon", "up"}:
        return None
    quote = quotation_in(view, first, end)
    if quote and all(w in MARKS or not w.isalnum() for w in parse.words[quote[1] : end]):
        return quote
    if any(parse.lowers[c] in {"what", "which", "whom"} and c < cue.token
           for c in parse.children[cue.token]):
        return first, end
    if parse.lowers[first] in _PRONOUNS and end - first > 1 and parse.tags[first + 1] != "TO":
        return first + 1, end
    right = [c for c in parse.children[cue.token] if c > cue.token]
    named = any(parse.deps[c] in {"oprd", "ccomp", "xcomp"} or _two_phrases(parse, c) for c in right)
    return (first, end) if named and end - first > 1 else None


def _two_phrases(parse: Parse, thing: int) -> bool:
    """Tell whether a second noun phrase follows the first without a comma: "the film a fake"."""
    return any(parse.deps[c] == "appos" and parse.lowers[parse.edges[c][0]] in {"a", "an", "the"}
               and parse.words[parse.edges[c][0] - 1] != "," for c in parse.children[thing])


def find_infinitive(view: View, cue: Cue, group: VerbGroup, stop: int) -> Span | None:
    """Take what follows "to": "vowed to [stay]"."""
    parse = view.parse
    for i in range(cue.token + 1, min(cue.token + _NEAR, stop)):
        if parse.lowers[i] == "to" and parse.tags[i] == "TO":
            return i + 1, object_end(view, i + 1, stop)
        if parse.words[i] in BOUNDARIES or parse.lowers[i] == "that":
            return None
    return None


def find_object(view: View, cue: Cue, group: VerbGroup, stop: int) -> Span | None:
    """Take the object: "denied [aiming at civilians]", "rejected claims that [...]"."""
    parse, first = view.parse, cue.token + 1
    head = next((c for c in parse.children[cue.token] if c > cue.token and parse.deps[c] in _OBJECTS), None)
    if head is None or parse.tags[head] == "WP" or parse.tags[first] in {"RP", "TO"}:
        return None
    if group.objects and not {parse.lowers[head], parse.lemmas[head]} & set(group.objects):
        return None
    that = _claim_that(parse, head, stop)
    if that is not None:
        return that, stop
    end = object_end(view, first, stop)
    if parse.lowers[head] in _PRONOUNS and head == first:
        return (end + 1, stop) if end < stop and parse.words[end] == ":" else None
    return _lone_quotation(view, first, end) or (first, end)


def _claim_that(parse: Parse, head: int, stop: int) -> int | None:
    """Look through "rejected suggestions that ..." to what was suggested."""
    if parse.lowers[head] not in load_cues().nouns:
        return None
    return next((i + 1 for i in range(head + 1, min(head + 6, stop)) if parse.lowers[i] == "that"), None)


def _lone_quotation(view: View, first: int, end: int) -> Span | None:
    """Narrow an object to its quotation where less stands beside it than in it."""
    quote = quotation_in(view, first, end)
    if quote is None:
        return None
    rest = [w for i, w in enumerate(view.parse.words[first:end], first)
            if not quote[0] <= i < quote[1] and w.isalnum()]
    return quote if len(rest) <= quote[1] - quote[0] else None
