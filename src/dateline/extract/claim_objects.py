"""Find content that is no clause: objects, "of", "as", "at", predicates and infinitives."""

from dateline.extract.claim_edges import Reach, Span, object_end, quotation_at, quotation_in
from dateline.extract.claim_view import BOUNDARIES, MARKS, View
from dateline.extract.parse import Parse
from dateline.knowledge.cues import load_cues

_AT = frozenset({"at", "above", "below", "between", "over", "under", "near", "around", "as"})
_PRONOUNS = frozenset({"it", "this", "that", "them", "these", "him", "her", "me", "us"})
_SELF = frozenset({"itself", "himself", "herself", "themselves"})
_OBJECTS = frozenset({"dobj", "xcomp", "pcomp", "ccomp", "oprd", "npadvmod", "advcl"})
_NAMINGS = frozenset({"oprd", "ccomp", "xcomp"})
_NEAR = 9  # tokens from the verb to its preposition or "to"
_FAR = 16  # tokens from the verb to "as" or "at", behind the thing judged or counted
_CLOSE = 6  # tokens from "claims" to "that"


def find_of(reach: Reach) -> Span | None:
    """Take what follows the preposition: "accused Baku of ..."."""
    view, verb, stop = reach.view, reach.cue.token, reach.stop
    parse, group = view.parse, reach.group
    far = _NEAR if group.stance == "accuses" or group.quoted else 2
    hung = [c for c in parse.children[verb] if c > verb and parse.deps[c] in {"prep", "prt"}]
    for c in [*hung, *range(verb + 1, min(verb + far, stop))]:
        if parse.lowers[c] in group.prepositions and c < stop:
            return c + 1, object_end(view, c + 1, stop)
    return None


def find_at(reach: Reach) -> Span | None:
    """Take the thing counted and the count: "put [the toll at 48]"."""
    view, first, stop = reach.view, reach.cue.token + 1, reach.stop
    for i in range(first, min(first + _FAR, stop - 1)):
        if view.parse.lowers[i] in _AT and _number_follows(view.parse, i + 1, stop):
            return (first if i > first else i + 1), object_end(view, i, stop)
    return None


def _number_follows(parse: Parse, at: int, stop: int) -> bool:
    cues = load_cues()
    while at < stop and (parse.lowers[at] in cues.grammar["roughly"] or parse.words[at] in MARKS):
        at += 1
    number = cues.content["numbers"]
    return at < stop and (parse.tags[at] == "CD" or parse.lowers[at] in number)


def find_as(reach: Reach) -> Span | None:
    """Take thing and judgement, or the judgement alone where it is quoted."""
    view, first, stop = reach.view, reach.cue.token + 1, reach.stop
    for i in range(first, min(first + _FAR, stop - 1)):
        if view.parse.lowers[i] == "as" and view.quoted[i] < 0:
            whole = (first if i > first + 1 else i + 1), object_end(view, i, stop)
            return quotation_at(view, i + 1) or whole
    return None


def find_predicate(reach: Reach) -> Span | None:
    """Take thing and name ("called [the step proactive]"), or the name alone if it is quoted."""
    view, verb = reach.view, reach.cue.token
    parse, first = view.parse, verb + 1
    end = object_end(view, first, reach.stop)
    if first >= end or parse.tags[first] in {"RB", "RP", "IN"} or parse.lowers[first] in _SELF:
        return None
    quote = quotation_in(view, first, end)
    if quote and not any(w.isalnum() for w in parse.words[quote[1] : end]):
        return quote
    if any(parse.lowers[c] in {"what", "which", "whom"} for c in parse.children[verb] if c < verb):
        return first, end
    if parse.lowers[first] in _PRONOUNS and end - first > 1 and parse.tags[first + 1] != "TO":
        return first + 1, end
    return (first, end) if end - first > 1 and _names(parse, verb) else None


def _names(parse: Parse, verb: int) -> bool:
    """Tell whether two things follow a verb: "called her mother" has but one."""
    right = [c for c in parse.children[verb] if c > verb]
    return any(parse.deps[c] in _NAMINGS or _two_phrases(parse, c) for c in right)


def _two_phrases(parse: Parse, thing: int) -> bool:
    """Tell whether a second noun phrase follows without a comma: "the film a fake"."""
    firsts = [parse.edges[c][0] for c in parse.children[thing] if parse.deps[c] == "appos"]
    return any(parse.lowers[i] in {"a", "an", "the"} and parse.words[i - 1] != "," for i in firsts)


def find_infinitive(reach: Reach) -> Span | None:
    """Take what follows "to": "vowed to [stay]"."""
    view, first, stop = reach.view, reach.cue.token + 1, reach.stop
    parse = view.parse
    for i in range(first, min(first + _NEAR, stop)):
        if parse.lowers[i] == "to" and parse.tags[i] == "TO":
            return i + 1, object_end(view, i + 1, stop)
        if parse.words[i] in BOUNDARIES or parse.lowers[i] == "that":
            return None
    return None


def find_object(reach: Reach) -> Span | None:
    """Take the object: "denied [aiming at civilians]", "rejected claims that [...]"."""
    view, verb, stop = reach.view, reach.cue.token, reach.stop
    parse, first = view.parse, verb + 1
    head = next((c for c in parse.children[verb] if c > verb and parse.deps[c] in _OBJECTS), None)
    if head is None or parse.tags[head] == "WP" or parse.tags[first] in {"RP", "TO"}:
        return None
    if not _wanted(reach, head):
        return None
    that = _claim_that(parse, head, stop)
    if that is not None:
        return that, stop
    end = object_end(view, first, stop)
    if reach.group.number and not _counted(view, first, end):
        return None
    if parse.lowers[head] in _PRONOUNS and head == first:
        return (end + 1, stop) if end < stop and parse.words[end] == ":" else None
    return _lone_quotation(view, first, end) or (first, end)


def _wanted(reach: Reach, head: int) -> bool:
    group, words = reach.group, {reach.view.parse.lowers[head], reach.view.parse.lemmas[head]}
    return words.isdisjoint(group.not_objects) and (
        not group.objects or not words.isdisjoint(group.objects)
    )


def _claim_that(parse: Parse, head: int, stop: int) -> int | None:
    """Look through "rejected suggestions that ..." to what was suggested."""
    if parse.lowers[head] not in load_cues().nouns:
        return None
    near = range(head + 1, min(head + _CLOSE, stop))
    return next((i + 1 for i in near if parse.lowers[i] == "that"), None)


def _counted(view: View, first: int, end: int) -> bool:
    parse, numbers = view.parse, load_cues().content["numbers"]
    return parse.lowers[first] == "no" or any(
        parse.tags[i] == "CD" or view.quoted[i] >= 0 or parse.lowers[i] in numbers
        for i in range(first, end)
    )


def _lone_quotation(view: View, first: int, end: int) -> Span | None:
    """Narrow an object to its quotation where less stands beside it than in it."""
    quote = quotation_in(view, first, end)
    if quote is None:
        return None
    words = view.parse.words
    rest = [w for w in words[first : quote[0]] + words[quote[1] : end] if w.isalnum()]
    return quote if len(rest) <= quote[1] - quote[0] else None
