"""Find the verbs that give a statement to a speaker, each with its subject and its reach.

The reach of a cue is what stands for the giving alone: subject, auxiliaries, the verb, and
behind it the hearer, the time and the medium: "[the mayor told reporters on Friday] that ...".
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.extract.claim_view import BOUNDARIES, MARKS, View
from dateline.extract.parse import Parse
from dateline.knowledge.cues import Cues, VerbGroup, load_cues

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_SHARED = {"conj", "xcomp", "advcl", "pcomp", "prep", "dep", "ccomp"}
_LEFT_OF_VERB = {"aux", "auxpass", "neg", "advmod", "mark", "intj", "cc", "nsubj", "nsubjpass"}
_ADJUNCTS = {"prep", "npadvmod", "advmod", "prt", "agent", "dative", "nsubj", "tmod", "nmod", "neg"}
_HEARD = {"tell", "inform", "brief", "notify", "assure", "advise", "warn", "remind", "phone",
          "telephone", "message", "text", "ask", "answer", "urge", "beg", "promise"}
_NOBODY = {"no", "nobody", "none", "neither", "nothing", "noone", "few", "you", "anyone", "anybody",
           "whoever", "everybody", "everyone"}
_UNREAL = {"should", "must", "might", "may", "will", "shall"}
_RELATIVE = {"who", "which", "that", "whom"}
_PARTICIPIAL = {"VBG"}


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue verb; ``first`` to before ``end`` is its reach, ``subject`` the head of its speaker."""

    token: int
    lemma: str
    frames: dict[str, list[VerbGroup]]
    subject: int | None
    first: int
    end: int
    inverted: bool = False
    phrase: bool = False
    reach: int | None = None  # where a noun's own phrase ends, and the content with it


def find_cues(view: View) -> list[Cue]:
    """Find the cue verbs that stand outside of quotations and are really spoken."""
    cues = load_cues()
    return [cue for token in _verbs(view, cues) if (cue := _cue(view, cues, token))]


def _verbs(view: View, cues: Cues) -> Iterator[int]:
    parse, lemma_of = view.parse, cues.lemma_of
    for i, word in enumerate(parse.lowers):
        if word in lemma_of and view.quoted[i] < 0 and _is_verb(parse, i):
            yield i


def _is_verb(parse: Parse, i: int) -> bool:
    if parse.tags[i].startswith("VB"):
        return True
    # The tagger takes many a verb for a name in text set in capitals.
    capitals = parse.words[i].isupper() and parse.words[i - 1].isupper()
    return capitals and parse.lowers[i] in load_cues().content["sure_forms"]


def _cue(view: View, cues: Cues, token: int) -> Cue | None:
    parse = view.parse
    if _passive(parse, token) or _unreal(parse, token):
        return None
    subject = find_subject(view, token)
    if subject is not None and _nobody(parse, subject):
        return None
    lemma = cues.lemma_of[parse.lowers[token]]
    inverted = subject is not None and subject > token
    first = _reach_left(view, token, None if inverted else subject)
    end = _reach_right(view, token, lemma, subject)
    return Cue(token, lemma, cues.frames[lemma], subject, first, end, inverted)


def _passive(parse: Parse, token: int) -> bool:
    deps = [parse.deps[c] for c in parse.children[token]]
    if "auxpass" in deps or "nsubjpass" in deps:
        return True
    return parse.tags[token] == "VBN" and parse.deps[token] in {"acl", "amod"}


def _unreal(parse: Parse, token: int) -> bool:
    """Tell whether the verb is negated or only wished for: "did not say", "should admit"."""
    for c in parse.children[token]:
        if parse.deps[c] == "neg" and parse.lowers[c] != "never":
            return True
        if parse.deps[c] == "aux" and parse.lowers[c] in _UNREAL:
            return True
    before = parse.lowers[max(0, token - 3) : token]
    return bool(before) and before[-1] == "to" and any(
        w in {"declined", "refused", "refuses", "declines", "failed", "had", "able"} for w in before
    )


def _nobody(parse: Parse, subject: int) -> bool:
    if parse.lowers[subject] in _NOBODY:
        return True
    return any(parse.lowers[c] in {"no", "neither"} for c in parse.children[subject])


def find_subject(view: View, token: int) -> int | None:
    """Find the head of the noun phrase that speaks."""
    parse, verb = view.parse, token
    for _ in range(6):
        own = [c for c in parse.children[verb] if parse.deps[c] in _SUBJECTS]
        if own:
            near = min(own, key=lambda c: abs(c - verb))
            beside = _beside(view, token) if verb == token else None
            return _antecedent(parse, near, verb) if beside in {None, near} else beside
        if parse.deps[verb] == "acl" or (parse.deps[verb] == "relcl" and verb == token):
            break
        if parse.deps[verb] not in _SHARED or parse.heads[verb] == verb:
            break
        verb = parse.heads[verb]
    if parse.deps[verb] == "acl" and parse.tags[verb] == "VBG":
        return parse.heads[verb]
    return _neighbour(view, token)


def _antecedent(parse: Parse, subject: int, verb: int) -> int:
    if parse.lowers[subject] in _RELATIVE and parse.deps[verb] in {"relcl", "acl", "ccomp"}:
        return parse.heads[verb] if parse.heads[verb] < subject else subject - 1
    return subject


def _beside(view: View, token: int) -> int | None:
    """Find the noun phrase between the last mark and the verb; the parse may have missed it."""
    parse = view.parse
    first, _ = view.sentence(token)
    start = token
    while start > first and not _parts(view, start - 1):
        start -= 1
    inside = range(start, token)
    if start == first or any(parse.tags[i].startswith("VB") and parse.deps[i] not in {"aux", "amod"}
                             for i in inside):
        return None
    at = token - 1
    while at > start and not _nominal(parse, at):
        at -= 1
    while parse.heads[at] in inside and parse.heads[at] != at:
        at = parse.heads[at]
    return at if at in inside and _nominal(parse, at) and not _dated(view, at) else None


def _dated(view: View, i: int) -> bool:
    return any(e.first <= i < e.end and e.label in {"DATE", "TIME"} for e in view.parse.entities)


def _neighbour(view: View, token: int) -> int | None:
    """Take the noun beside the verb where the parse gives no subject."""
    parse = view.parse
    first, end = view.sentence(token)
    left = token - 1
    while left >= first and parse.tags[left] in {"RB", "MD", "VBD", "VBZ", "VBP"} and token - left < 4:
        left -= 1
    if left >= first and _nominal(parse, left):
        return left
    right = token + 1
    while right < end and parse.tags[right] in {"DT", "JJ", "PRP$", "CD", "NN", "NNP", "NNPS", "NNS", "POS"}:
        right += 1
    before = parse.words[token - 1] if token > first else "."
    if right > token + 1 and _nominal(parse, right - 1) and (before in MARKS or before == ","):
        return right - 1
    return None


def _nominal(parse: Parse, i: int) -> bool:
    return parse.tags[i].startswith("NN") or parse.tags[i] in {"PRP", "CD", "DT"}


def _reach_left(view: View, token: int, subject: int | None) -> int:
    """Go left over subject and auxiliaries to the mark that parts the cue from what precedes."""
    parse = view.parse
    first = token
    for c in parse.children[token]:
        if c < token and parse.deps[c] in _LEFT_OF_VERB and c != subject:
            first = min(first, c)
    if subject is None or subject > token or parse.lowers[subject] in _RELATIVE:
        return first
    start, _ = view.sentence(token)
    if subject < start or _verbs_between(parse, subject, token):
        return first
    left = min(subject, first)
    low = max(parse.edges[subject][0], start)
    while left > low and not _parts(view, left - 1):
        left -= 1
    return left


def _verbs_between(parse: Parse, subject: int, token: int) -> bool:
    """Tell whether the subject belongs to an earlier verb, which the cue only shares it with."""
    return parse.heads[subject] != token and any(
        parse.tags[i].startswith("VB") and parse.heads[i] != token for i in range(subject + 1, token)
    )


def _parts(view: View, i: int) -> bool:
    word = view.parse.words[i]
    return word in {",", ";", ":", "–", "—", "--", "(", ")"} or word in MARKS or view.quoted[i] >= 0


def _reach_right(view: View, token: int, lemma: str, subject: int | None) -> int:
    """Go right over hearer, time and medium to where the content or a mark stands."""
    parse = view.parse
    _, stop = view.sentence(token)
    at = token + 1
    for c in parse.children[token]:
        first, end = parse.edges[c]
        if c < token or first < at:
            continue
        hearer = parse.deps[c] == "dobj" and lemma in _HEARD
        if first != at or not (parse.deps[c] in _ADJUNCTS or hearer or c == subject):
            break
        at = _before_content(view, at, min(end, stop))
        if at < end:
            break
    return at


def _before_content(view: View, first: int, end: int) -> int:
    """Stop inside an adjunct where content begins after all: at a mark or a that-clause."""
    parse = view.parse
    for i in range(first, end):
        if view.quoted[i] >= 0 or parse.words[i] in MARKS or parse.words[i] in BOUNDARIES - {"-"}:
            return i
        if parse.lowers[i] == "that" and parse.tags[i] == "IN":
            return i
    return end
