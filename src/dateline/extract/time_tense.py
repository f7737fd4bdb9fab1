"""Whether the words around a time look back or ahead."""

from dateline.extract.parse import Parse
from dateline.knowledge.times import TimeLexicon

_MODALS = {"will", "'ll", "’ll", "shall", "would", "may", "could", "should", "can", "must", "might"}
_AHEAD = {"for"}
_BOUNDS = {"until", "till"}
_PAST = {"was", "were", "had", "has", "have", "been", "did", "'ve", "’ve", "'d", "’d"}


def tense_at(parse: Parse, token: int, lexicon: TimeLexicon) -> str:
    """Tell past, present, future or none for a time expression, by the verb that governs it.

    "caption" is the present of a picture's caption, where a weekday is past.
    """
    ahead = False
    for i in parse.ancestors(token):
        if parse.tags[i].startswith("VB"):
            return _tense_of(parse, i, lexicon, ahead=ahead)
        if parse.lowers[i] in _BOUNDS:
            return _bounded(parse, i, lexicon)
        if parse.tags[i] == "IN":
            ahead = ahead or parse.lowers[i] in _AHEAD
        elif parse.lowers[i] in lexicon.lists.upcoming:
            return "future"
    return "future" if ahead else "none"


def _bounded(parse: Parse, preposition: int, lexicon: TimeLexicon) -> str:
    verb = next((i for i in parse.ancestors(preposition) if parse.tags[i][:2] == "VB"), None)
    if verb is not None and parse.tags[verb] in {"VBD", "VBN"}:
        return "past" if parse.lemmas[verb] in lexicon.lists.lasting else "future"
    return "future"


def _tense_of(parse: Parse, verb: int, lexicon: TimeLexicon, *, ahead: bool) -> str:
    helpers = {parse.lowers[c] for c in parse.children[verb] if parse.deps[c].startswith("aux")}
    if _is_upcoming(parse, verb, lexicon):
        return "future"
    if "to" in helpers:
        return _infinitive(parse, verb, lexicon)
    if helpers & _MODALS and not helpers & {"have", "'ve", "’ve"}:
        return "future"
    if helpers & _PAST or _looks_past(parse, verb, helpers, lexicon):
        return "future" if ahead and parse.lemmas[verb] in lexicon.lists.future else "past"
    if parse.tags[verb] in {"VB", "VBG"} and not helpers and parse.heads[verb] != verb:
        return _borrowed(parse, verb, lexicon)
    going = parse.tags[verb] in {"VBG", "VBN"} or parse.lemmas[verb] in lexicon.lists.scheduled
    return "present" if going else "caption"


def _borrowed(parse: Parse, verb: int, lexicon: TimeLexicon) -> str:
    """Read "let six trucks pass on Wednesday" and "accuses them of firing on Tuesday"."""
    tense = tense_at(parse, verb, lexicon)
    return "past" if tense == "present" and parse.tags[verb] == "VBG" else tense


def _looks_past(parse: Parse, verb: int, helpers: set[str], lexicon: TimeLexicon) -> bool:
    tag, lemma = parse.tags[verb], parse.lemmas[verb]
    if tag == "VBP":  # the tagger's slip for "burst" and "retook"
        return lemma in lexicon.lists.unchanged or parse.lowers[verb] != lemma
    return tag in {"VBD", "VBN"} and not helpers & {"is", "are", "'s", "'re", "’s", "’re"}


def _infinitive(parse: Parse, verb: int, lexicon: TimeLexicon) -> str:
    head = parse.heads[verb]
    if parse.lemmas[head] == "be" and parse.tags[head] == "VBD":
        return "nearest"  # "was to begin on Tuesday": before or after the day of the report
    if head == verb or parse.lowers[head] in lexicon.lists.upcoming:
        return "future"
    if parse.tags[head].startswith("VB"):
        soon = parse.lemmas[head] in lexicon.lists.future
        return "future" if soon else _tense_of(parse, head, lexicon, ahead=False)
    return tense_at(parse, verb, lexicon)


def _is_upcoming(parse: Parse, verb: int, lexicon: TimeLexicon) -> bool:
    parts = [verb, *(c for c in parse.children[verb] if parse.deps[c] in {"acomp", "attr"})]
    return any(parse.lowers[i] in lexicon.lists.upcoming for i in parts)
