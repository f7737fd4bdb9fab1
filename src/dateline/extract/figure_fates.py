"""What became of those counted: the verb, participle or noun that ties a number to a happening."""

from collections.abc import Iterator

from dateline.extract.figure_counted import Counted
from dateline.extract.figure_near import (
    after,
    after_noun,
    before,
    done_next,
    past_aside,
    past_place,
    within,
)
from dateline.extract.figure_senses import Fate, fates_of
from dateline.extract.parse import Parse
from dateline.knowledge.figures import FigureWords

_PATIENTS = frozenset(("nsubjpass", "dobj", "dative", "oprd", "conj", "attr", "npadvmod"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_TOP = frozenset(("nsubj", "nsubjpass", "dobj", "ccomp", "advcl", "parataxis", "relcl"))
_CLIMB = 7  # arcs between a number and its verb


def find_fates(
    parse: Parse, counted: Counted, words: FigureWords, chain: tuple[int, int]
) -> Iterator[Fate]:
    """Yield what may have become of those counted, the surest first.

    ``chain`` holds the first token and the end of the whole enumeration that they are part of.
    """
    first, end = chain
    near = after_noun(parse, counted, words)
    aside = _has_main_verb(parse, counted, near)
    yield from () if aside else near
    yield from before(parse, counted.first, words)
    yield from within(parse, counted, words)
    if end != counted.end:
        yield from after(parse, end, words)
    if first != counted.first and not _is_subject(parse, counted.node):
        yield from before(parse, first, words)
    yield from past_aside(parse, end, words)
    yield from _governing(parse, counted, words)
    yield from _clauses(parse, counted, words)
    yield from near if aside else ()
    yield from past_place(parse, counted.end, words)


def _is_subject(parse: Parse, token: int) -> bool:
    while parse.deps[token] == "conj":
        token = parse.heads[token]
    return parse.deps[token] in _SUBJECTS


def _has_main_verb(parse: Parse, counted: Counted, near: list[Fate]) -> bool:
    """Tell whether a participle straight after is not what the sentence says of them."""
    if not near or near[0].rule != "reduced":
        return False
    head = parse.heads[counted.node]
    subject = parse.deps[counted.node] in _SUBJECTS
    return subject and head > near[0].anchor and parse.tags[head].startswith("VB")


def _governing(parse: Parse, counted: Counted, words: FigureWords) -> Iterator[Fate]:
    """Climb the parse from the phrase to the verbs and nouns above it."""
    token = counted.node
    for _ in range(_CLIMB):
        dep, head = parse.deps[token], parse.heads[token]
        if head == token:
            return
        if parse.tags[head].startswith("VB"):
            yield from _verb_above(parse, token, words)
            if dep in _TOP:
                return
        elif dep == "pobj" and parse.lowers[head] == "of":
            group = words.nominals.get(parse.lemmas[parse.heads[head]])
            if group:
                yield Fate(group, parse.heads[head], "noun")
            elif counted.single:
                return
        token = head


def _verb_above(parse: Parse, token: int, words: FigureWords) -> Iterator[Fate]:
    dep, verb = parse.deps[token], parse.heads[token]
    if dep in _PATIENTS:
        rule = "object" if dep == "dobj" else "passive"
        yield from fates_of(parse, verb, words.patients, rule)
        yield from done_next(parse, verb, words, passive=dep == "nsubjpass")
    elif dep == "nsubj":
        yield from done_next(parse, verb, words, passive=False)
    if dep in ("nsubj", "conj"):
        yield from fates_of(parse, verb, words.agents, "subject")
    if dep in _SUBJECTS:
        yield from _complements(parse, verb, words)
    if dep == "agent" or (dep == "prep" and parse.lowers[token] in ("with", "by", "of")):
        yield from fates_of(parse, verb, words.agents, "means")


def _complements(parse: Parse, verb: int, words: FigureWords) -> Iterator[Fate]:
    """Read what follows a copula or a verb of saying: "are missing", "is feared to have died"."""
    if parse.lemmas[verb] == "be":
        for child in parse.children[verb]:
            if child > verb:
                yield from _state(parse, child, words)
        yield from fates_of(parse, verb, words.agents, "state")
    elif parse.lemmas[verb] in words.grammar.raising:
        for child in parse.children[verb]:
            if parse.deps[child] in ("xcomp", "ccomp", "oprd"):
                yield from _raised(parse, child, words)


def _state(parse: Parse, token: int, words: FigureWords) -> Iterator[Fate]:
    state = words.states.get(parse.lowers[token])
    if state:
        yield Fate(state, token, "state")
    elif parse.lowers[token] in words.kept.unhurt:
        yield Fate("unhurt", token, "state")


def _raised(parse: Parse, verb: int, words: FigureWords) -> Iterator[Fate]:
    passive = any(parse.deps[c] == "auxpass" for c in parse.children[verb])
    yield from _state(parse, verb, words)
    yield from fates_of(parse, verb, words.patients if passive else words.agents, "raised")


def _clauses(parse: Parse, counted: Counted, words: FigureWords) -> Iterator[Fate]:
    """Read participles and relative clauses that hang on the noun."""
    for child in parse.children[counted.node]:
        if parse.deps[child] == "acl" and parse.tags[child] == "VBN":
            yield from fates_of(parse, child, words.patients, "participle")
        elif parse.deps[child] == "relcl":
            yield from _relative(parse, child, words)


def _relative(parse: Parse, verb: int, words: FigureWords) -> Iterator[Fate]:
    for child in parse.children[verb]:
        if parse.lowers[child] in words.grammar.relatives:
            active = parse.deps[child] == "nsubj"
            senses = words.agents if active else words.patients
            yield from fates_of(parse, verb, senses, "relative")
            return
