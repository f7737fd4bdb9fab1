"""Find the verbs that give a statement to a speaker, each with its subject and its reach.

The reach of a cue is what stands for the giving alone: subject, auxiliaries, the verb, and
behind it the hearer, the time and the medium: "[the mayor told reporters on Friday] that ...".
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.extract.claim_view import BOUNDARIES, MARKS, View
from dateline.extract.parse import Parse
from dateline.knowledge.cues import Cues, VerbGroup, load_cues

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_SHARED = {"conj", "xcomp", "advcl", "pcomp", "prep", "dep", "ccomp"}
_LEFT_OF_VERB = {"aux", "neg", "advmod", "mark", "nsubj"}
_ADJUNCTS = {"prep", "npadvmod", "advmod", "prt", "agent", "dative", "nsubj", "tmod", "nmod", "neg"}
_HEARD = {"tell", "inform", "brief", "notify", "assure", "advise", "warn", "remind", "phone",
          "telephone", "message", "text", "ask", "answer", "urge", "beg", "promise"}
_NOBODY = {"no", "somebody", "each", "nobody", "none", "neither", "nothing", "noone", "few", "you", "anyone", "anybody",
           "whoever", "everybody", "everyone"}
_UNREAL = {"should", "must", "might", "may", "will", "shall"}
_RELATIVE = {"who", "which", "that", "whom"}
_INSIDE = {"DT", "JJ", "PRP$", "CD", "NN", "NNP", "NNPS", "NNS", "POS"}


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
    cues, out = load_cues(), []
    for token in _verbs(view, cues):
        cue = _cue(view, cues, token)
        if cue:
            out.append(_shared(view, cue, out[-1] if out else None))
    return out


def _shared(view: View, cue: Cue, before: Cue | None) -> Cue:
    """Lend a cue without a subject of its own that of the cue before: "..., adding that"."""
    parse = view.parse
    own = any(parse.deps[c] in _SUBJECTS for c in parse.children[cue.token])
    same = before is not None and view.sentence(cue.token) == view.sentence(before.token)
    if before is None or own or not same or cue.inverted or parse.deps[cue.token] in {"acl", "relcl"}:
        return cue
    return cue if before.subject is None else replace(cue, subject=before.subject)


def _verbs(view: View, cues: Cues) -> Iterator[int]:
    parse, lemma_of = view.parse, cues.lemma_of
    for i, word in enumerate(parse.lowers):
        if word in lemma_of and view.quoted[i] < 0 and _is_verb(view, i):
            bound = cues.bound.get(lemma_of[word])
            if bound is None or (i + 1 < len(parse) and parse.lowers[i + 1] in bound):
                yield i


def _is_verb(view: View, i: int) -> bool:
    parse = view.parse
    if parse.tags[i].startswith("VB"):
        return True
    if i + 1 < len(parse) and _ends_like_verb(parse.lowers[i + 1]) and _closes_sentence(view, i):
        return True
    # The tagger takes many a verb for a name in text set in capitals.
    capitals = parse.words[i].isupper() and parse.words[i - 1].isupper()
    return capitals and parse.lowers[i] in load_cues().content["sure_forms"]


def _ends_like_verb(after: str) -> bool:
    return after in BOUNDARIES or after == "that"


def _closes_sentence(view: View, i: int) -> bool:
    """Tell whether "..., grid operator Volt estimates." ends in a verb taken for a noun."""
    parse = view.parse
    first, _ = view.sentence(i)
    start = i
    while start > first and not _parts(view, start - 1):
        start -= 1
    if parse.lowers[i + 1] == "that":
        return parse.lowers[i - 1] in {"and", "but", ","}
    named = parse.tags[i - 1] in {"NN", "NNP", "NNPS"}
    return parse.tags[i] == "NNS" and named and first + 3 < start < i


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
    if any(group.after for groups in cues.frames[lemma].values() for group in groups):
        end = max(end, token + 2)
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
        own = [c for c in parse.children[verb]
               if parse.deps[c] in _SUBJECTS and view.quoted[c] < 0]
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
    if parse.words[token - 1] == ",":
        token = _before_insertion(view, token - 1, first)
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


def _before_insertion(view: View, comma: int, first: int) -> int:
    """Go back over ", in Geneva for talks," to the end of the noun phrase before it."""
    parse, at = view.parse, comma - 1
    while at > first and not _parts(view, at) and not parse.tags[at].startswith("VB"):
        at -= 1
    inserted = parse.words[at] == "," and parse.tags[at + 1] in {"IN", "DT"}
    return at if inserted else comma


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
    while right < end and (parse.tags[right] in _INSIDE or parse.words[right].istitle()):
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
    start, _ = view.sentence(token)
    led = subject is not None and start <= subject < token and parse.lowers[subject] not in _RELATIVE
    led = led and not _verbs_between(parse, subject or 0, token)
    left = subject if led and subject is not None else token
    low = left
    while low > start and not _parts(view, low - 1):
        low -= 1
    if led:
        return max(low, parse.edges[left][0])
    lefts = [c for c in parse.children[token] if low <= c < token and parse.deps[c] in _LEFT_OF_VERB]
    return min([token, *lefts])


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
