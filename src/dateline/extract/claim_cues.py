"""Find the verbs that give a statement to a speaker, each with its subject and its reach.

The reach of a cue is what stands for the giving alone: subject, auxiliaries, the verb, and
behind it the hearer, the time and the medium: "[the mayor told reporters on Friday] that ...".
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.extract.claim_subjects import RELATIVES, SUBJECTS, find_subject
from dateline.extract.claim_view import BOUNDARIES, MARKS, View
from dateline.extract.parse import Parse
from dateline.knowledge.cues import Cues, VerbGroup, load_cues

_LEFT_OF_VERB = frozenset({"aux", "neg", "advmod", "mark", "nsubj"})
_ADJUNCTS = frozenset("prep npadvmod advmod prt agent dative nsubj tmod nmod neg".split())
_DETERMINERS = frozenset({"DT", "PRP$", "JJ"})
_SHORTEST = 3  # tokens of content before such a cue
_WITHHELD = 3  # tokens from "declined" to the verb


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue verb or phrase; ``first`` to before ``end`` is its reach, ``subject`` a head."""

    token: int
    lemma: str
    frames: dict[str, list[VerbGroup]]
    subject: int | None
    first: int
    end: int
    inverted: bool = False
    phrase: bool = False
    limit: int | None = None  # where a noun's own phrase ends, and the content with it


def find_cues(view: View) -> list[Cue]:
    """Find the cue verbs that stand outside of quotations and are really spoken."""
    cues = load_cues()
    out: list[Cue] = []
    for token in _verbs(view, cues):
        cue = _cue(view, cues, token)
        if cue:
            out.append(_shared(view, cue, out[-1]) if out else cue)
    return out


def _verbs(view: View, cues: Cues) -> Iterator[int]:
    parse, lemma_of = view.parse, cues.lemma_of
    for i, word in enumerate(parse.lowers):
        if word in lemma_of and view.quoted[i] < 0 and _is_verb(view, cues, i):
            bound = cues.bound.get(lemma_of[word])
            if bound is None or (parse.lowers[i + 1 : i + 2] and parse.lowers[i + 1] in bound):
                yield i


def _is_verb(view: View, cues: Cues, i: int) -> bool:
    parse = view.parse
    if parse.tags[i].startswith("VB"):
        return True
    if _mistaken_noun(view, i):
        return True
    # The tagger takes many a verb for a name in text set in capitals.
    capitals = parse.words[i].isupper() and i > 0 and parse.words[i - 1].isupper()
    return capitals and parse.lowers[i] in cues.content["sure_forms"]


def _mistaken_noun(view: View, i: int) -> bool:
    """Tell whether "..., grid operator Volt estimates." ends in a verb taken for a noun."""
    parse = view.parse
    follows = parse.lowers[i + 1] if i + 1 < len(parse) else "."
    if follows == "that":
        return i > 0 and parse.lowers[i - 1] in {"and", "but", ","}
    if follows not in BOUNDARIES or parse.tags[i] != "NNS":
        return False
    first, _ = view.sentence(i)
    start = i
    while start > first and not view.parts(start - 1):
        start -= 1
    return first + _SHORTEST < start < i and parse.tags[i - 1] in {"NN", "NNP", "NNPS"}


def _cue(view: View, cues: Cues, token: int) -> Cue | None:
    parse = view.parse
    if _passive(parse, token) or _unreal(parse, cues, token):
        return None
    subject = find_subject(view, token)
    if subject is not None and _nobody(parse, cues, subject):
        return None
    lemma = cues.lemma_of[parse.lowers[token]]
    inverted = subject is not None and subject > token
    first = _reach_left(view, token, None if inverted else subject)
    end = _reach_right(view, token, subject, hears=lemma in cues.grammar["hearers"])
    if lemma in cues.bound:
        end = max(end, token + 2)
    return Cue(token, lemma, cues.frames[lemma], subject, first, end, inverted)


def _passive(parse: Parse, token: int) -> bool:
    deps = {parse.deps[c] for c in parse.children[token]}
    if deps & {"auxpass", "nsubjpass"}:
        return True
    return parse.tags[token] == "VBN" and parse.deps[token] in {"acl", "amod"}


def _unreal(parse: Parse, cues: Cues, token: int) -> bool:
    """Tell whether the verb is negated or only wished for: "did not say", "should admit"."""
    for c in parse.children[token]:
        if parse.deps[c] == "neg" and parse.lowers[c] != "never":
            return True
        if parse.deps[c] == "aux" and parse.lowers[c] in cues.grammar["unreal"]:
            return True
    before = parse.lowers[max(0, token - _WITHHELD) : token]
    return before[-1:] == ["to"] and not cues.grammar["withheld"].isdisjoint(before)


def _nobody(parse: Parse, cues: Cues, subject: int) -> bool:
    if parse.lowers[subject] in cues.grammar["nobody"]:
        return True
    return any(parse.lowers[c] in {"no", "neither"} for c in parse.children[subject])


def _shared(view: View, cue: Cue, before: Cue) -> Cue:
    """Lend a cue without a subject of its own that of the cue before: "..., adding that"."""
    parse = view.parse
    own = any(parse.deps[c] in SUBJECTS for c in parse.children[cue.token])
    apart = view.sentence(cue.token) != view.sentence(before.token)
    if own or apart or cue.inverted or parse.deps[cue.token] in {"acl", "relcl"}:
        return cue
    return cue if before.subject is None else replace(cue, subject=before.subject)


def _reach_left(view: View, token: int, subject: int | None) -> int:
    """Go left over subject and auxiliaries to the mark that parts the cue from what precedes."""
    parse = view.parse
    start, _ = view.sentence(token)
    led = subject is not None and start <= subject < token and _leads(parse, subject, token)
    left = subject if led and subject is not None else token
    low = left
    while low > start and not view.parts(low - 1):
        low -= 1
    if led:
        left = max(low, parse.edges[left][0])
        while left > low and parse.tags[left - 1] in _DETERMINERS:
            left -= 1
        return left
    deps, near = parse.deps, (c for c in parse.children[token] if low <= c < token)
    return min([token, *(c for c in near if deps[c] in _LEFT_OF_VERB)])


def _leads(parse: Parse, subject: int, token: int) -> bool:
    """Tell whether the subject stands before this very verb, and not an earlier one they share."""
    if parse.lowers[subject] in RELATIVES:
        return False
    between = range(subject + 1, token)
    return parse.heads[subject] == token or not any(
        parse.tags[i].startswith("VB") and parse.heads[i] != token for i in between
    )


def _reach_right(view: View, token: int, subject: int | None, *, hears: bool) -> int:
    """Go right over hearer, time and medium to where the content or a mark stands."""
    parse = view.parse
    _, stop = view.sentence(token)
    at = token + 1
    for c in parse.children[token]:
        first, end = parse.edges[c]
        if c < token or first < at:
            continue
        adjunct = parse.deps[c] in _ADJUNCTS or (hears and parse.deps[c] == "dobj")
        if first != at or not (adjunct or c == subject):
            break
        at = _before_content(view, at, min(end, stop))
        if at < end:
            break
    return at


def _before_content(view: View, first: int, end: int) -> int:
    """Stop inside an adjunct where content begins after all: at a mark or a that-clause."""
    parse = view.parse
    for i in range(first, end):
        word = parse.words[i]
        if view.quoted[i] >= 0 or word in MARKS or (word in BOUNDARIES and word != "-"):
            return i
        if parse.lowers[i] == "that" and parse.tags[i] == "IN":
            return i
    return end
