"""What became of those counted: the verb, participle or noun that ties a number to a happening.

Near words are asked before the parse: in "four killed and 15 wounded" the order of the words is
surer than the arcs.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.extract.figure_nouns import Counted
from dateline.extract.parse import Parse
from dateline.knowledge.figures import FigureWords, Sense

_WINDOW = 8
_AUXILIARIES = frozenset(
    "was were is are be been being has have had having got get am 's 're 've".split()
)
_FILLERS = frozenset(
    "more others other people also reported feared believed confirmed said thought reportedly "
    "allegedly presumed then later still now all both each either already were was who that which "
    "to left reported known listed".split()
)
_CLAUSE_END = frozenset(".;:!?\n")
_RAISING = frozenset(
    "believe fear think say report presume confirm know suspect assume appear seem see find understand "
    "declare estimate continue begin start manage try help list count".split()
)
_ALTERNATIVES = {("kill", "injure"), ("injure", "kill")}


@dataclass(frozen=True, slots=True)
class Fate:
    """A verb group, the token that says so, and the rule that found it."""

    group: str
    anchor: int
    rule: str


def find_fates(parse: Parse, counted: Counted, words: FigureWords) -> Iterator[Fate]:
    """Yield what may have become of those counted, the surest first."""
    yield from _within(parse, counted, words)
    yield from _after(parse, counted, words)
    yield from _before(parse, counted, words)
    yield from _governing(parse, counted, words)
    yield from _clauses(parse, counted, words)


def sense_of(
    parse: Parse, verb: int, senses: dict[str, list[Sense]], *, only_needing: bool = False
) -> str | None:
    """Return the group of a verb, by the words that follow it."""
    known = senses.get(parse.lemmas[verb]) or senses.get(parse.lowers[verb])
    if not known:
        return None
    near: frozenset[str] | None = None
    for sense in known:
        if not sense.needs:
            return None if only_needing else sense.group
        if near is None:
            near = _following(parse, verb)
        if sense.needs & near:
            return sense.group
    return None


def _following(parse: Parse, verb: int) -> frozenset[str]:
    end = verb + 1
    limit = min(len(parse), verb + 1 + _WINDOW)
    while end < limit and parse.words[end][0] not in _CLAUSE_END:
        end += 1
    return frozenset(parse.lowers[verb + 1 : end]) | {parse.lowers[verb - 1] if verb else ""}


def _within(parse: Parse, counted: Counted, words: FigureWords) -> Iterator[Fate]:
    """Read participles and adjectives inside the phrase: "14 wounded fighters"."""
    for token in range(counted.number.end, counted.node):
        if parse.tags[token] not in ("VBN", "JJ", "VBD", "HYPH", "NN"):
            continue
        group = words.states.get(parse.lowers[token])
        if group is None and parse.tags[token] == "VBN":
            group = sense_of(parse, token, words.patients)
        if group:
            yield Fate(group, token, "modifier")


def _after(parse: Parse, counted: Counted, words: FigureWords) -> Iterator[Fate]:
    """Read the predicate straight after: "(were) killed", "dead", "died"."""
    token, helped = _skip(parse, counted.end)
    if token >= len(parse):
        return
    lower, tag = parse.lowers[token], parse.tags[token]
    state = words.states.get(lower)
    if state and not (tag.startswith("VB") and _has_object(parse, token)):
        yield Fate(_combined(parse, token, state, words), token, "state")
    if tag in ("VBN", "VBD") and (helped or tag == "VBN" or not _has_object(parse, token)):
        group = sense_of(parse, token, words.patients)
        if group and (helped or _reduced(parse, token, group)):
            yield Fate(_combined(parse, token, group, words), token, "passive")
    if tag.startswith("VB") and parse.lemmas[token] != "be":
        group = sense_of(parse, token, words.agents)
        if group:
            yield Fate(group, token, "subject")


def _reduced(parse: Parse, token: int, group: str) -> bool:
    """Tell whether a bare participle after a noun is what happened to it."""
    return group not in ("seize", "use", "deploy", "expel", "gather") or parse.tags[token] == "VBN"


def _skip(parse: Parse, token: int) -> tuple[int, bool]:
    """Skip auxiliaries, adverbs and fillers; tell whether an auxiliary was among them."""
    helped, limit = False, min(len(parse), token + 7)
    while token < limit:
        lower = parse.lowers[token]
        if lower in _AUXILIARIES:
            helped = True
        elif not (lower in _FILLERS or parse.tags[token] in ("RB", "RBR", "MD", "''", "``")):
            break
        elif lower == "who" or lower == "that":
            helped = helped or False
        token += 1
    return token, helped


def _has_object(parse: Parse, verb: int) -> bool:
    if any(parse.deps[c] in ("dobj", "dative") for c in parse.children[verb]):
        return True
    after = parse.tags[verb + 1] if verb + 1 < len(parse) else "."
    return after in ("DT", "PRP$", "CD", "NNP", "NNS", "JJ")


def _combined(parse: Parse, token: int, group: str, words: FigureWords) -> str:
    """Read "killed or wounded" as casualties undivided."""
    if token + 2 < len(parse) and parse.lowers[token + 1] in ("or", "and"):
        other = words.states.get(parse.lowers[token + 2])
        other = other or sense_of(parse, token + 2, words.patients)
        if (group, other) in _ALTERNATIVES:
            return "casualties"
    return group


def _before(parse: Parse, counted: Counted, words: FigureWords) -> Iterator[Fate]:
    """Read the verb or noun straight before: "killing four", "the deaths of four"."""
    token = counted.first - 1
    while token >= 0 and (
        parse.lowers[token] in ("dead", "down", "away", "off", "up", "out", "the", "in", "over", "free")
        or parse.words[token] in "\"“‘'"
    ):
        token -= 1
    if token < 0:
        return
    if parse.lowers[token] == "of" and token:
        group = words.nominals.get(parse.lemmas[token - 1])
        if group:
            yield Fate(group, token - 1, "noun")
    elif parse.tags[token].startswith("VB"):
        group = sense_of(parse, token, words.patients)
        if group:
            yield Fate(group, token, "object")


def _governing(parse: Parse, counted: Counted, words: FigureWords) -> Iterator[Fate]:
    """Climb the parse from the phrase to the verbs and nouns above it."""
    token, seen = counted.node, 0
    while parse.heads[token] != token and seen < 7:
        dep, head = parse.deps[token], parse.heads[token]
        seen += 1
        if parse.tags[head].startswith("VB"):
            yield from _verb_above(parse, dep, token, head, words)
            if dep in ("nsubj", "nsubjpass", "dobj", "ccomp", "advcl", "parataxis", "relcl"):
                return
        elif dep == "pobj" and parse.lowers[head] == "of":
            group = words.nominals.get(parse.lemmas[parse.heads[head]])
            if group:
                yield Fate(group, parse.heads[head], "noun")
        token = head


def _verb_above(
    parse: Parse, dep: str, token: int, verb: int, words: FigureWords
) -> Iterator[Fate]:
    if dep in ("nsubjpass", "dobj", "dative", "oprd", "conj", "attr", "npadvmod"):
        yield from _fate(parse, verb, words.patients, "object" if dep == "dobj" else "passive")
    if dep in ("nsubj", "conj"):
        yield from _fate(parse, verb, words.agents, "subject")
    if dep == "nsubj" and parse.lemmas[verb] == "be":
        yield from _complement(parse, verb, words)
    if dep in ("nsubjpass", "nsubj") and parse.lemmas[verb] in _RAISING:
        for child in parse.children[verb]:
            if parse.deps[child] in ("xcomp", "ccomp", "oprd"):
                yield from _raised(parse, child, words)
    if dep == "agent" or (dep == "prep" and parse.lowers[token] in ("with", "by", "of")):
        yield from _fate(parse, verb, words.agents, "means")


def _raised(parse: Parse, verb: int, words: FigureWords) -> Iterator[Fate]:
    passive = any(parse.deps[c] == "auxpass" for c in parse.children[verb])
    state = words.states.get(parse.lowers[verb])
    if state:
        yield Fate(state, verb, "state")
    yield from _fate(parse, verb, words.patients if passive else words.agents, "raised")


def _complement(parse: Parse, verb: int, words: FigureWords) -> Iterator[Fate]:
    """Read what follows a copula: "are missing", "are in hospital"."""
    for child in parse.children[verb]:
        state = words.states.get(parse.lowers[child])
        if state and child > verb:
            yield Fate(state, child, "state")
    yield from _fate(parse, verb, words.agents, "state")


def _fate(
    parse: Parse, verb: int, senses: dict[str, list[Sense]], rule: str
) -> Iterator[Fate]:
    group = sense_of(parse, verb, senses)
    if group:
        yield Fate(group, verb, rule)


def _clauses(parse: Parse, counted: Counted, words: FigureWords) -> Iterator[Fate]:
    """Read participles and relative clauses that hang on the noun."""
    for child in parse.children[counted.node]:
        dep = parse.deps[child]
        if dep == "acl" and parse.tags[child] == "VBN":
            yield from _fate(parse, child, words.patients, "participle")
        elif dep == "relcl":
            yield from _relative(parse, child, words)


def _relative(parse: Parse, verb: int, words: FigureWords) -> Iterator[Fate]:
    for child in parse.children[verb]:
        if parse.lowers[child] in ("who", "that", "which", "whom"):
            active = parse.deps[child] == "nsubj"
            yield from _fate(parse, verb, words.agents if active else words.patients, "relative")
            return
