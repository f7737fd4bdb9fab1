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
_HAVING = frozenset(("has", "have", "had", "having", "'ve"))
_FILLERS = frozenset(
    "more others other people also reported feared believed confirmed said thought reportedly "
    "allegedly presumed then later still now all both each either already were was "
    "lay lying lie to left reported known listed".split()
)
_PHRASE = frozenset(("DT", "PRP$", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "CD", "HYPH"))
_ASIDES = {",": ",", "(": ")", "–": "–", "—": "—"}
_CLAUSE_END = frozenset(".;:!?\n")
_RAISING = frozenset(
    "believe fear think say report presume confirm know suspect assume appear seem see find understand "
    "declare estimate continue begin start manage try help list count".split()
)
_ALTERNATIVES = {"kill": "injure", "injure": "kill"}
_PARTICLES = frozenset("dead down away off up out the in over free death to also go".split())


@dataclass(frozen=True, slots=True)
class Fate:
    """A verb group, the token that says so, and the rule that found it."""

    group: str
    anchor: int
    rule: str


def find_fates(
    parse: Parse, counted: Counted, words: FigureWords, chain: tuple[int, int]
) -> Iterator[Fate]:
    """Yield what may have become of those counted, the surest first.

    ``chain`` holds the first token and the end of the whole enumeration that they are part of.
    """
    first, end = chain
    near = list(_after(parse, counted.end, words, nested=_nested(parse, counted)))
    main = _has_main_verb(parse, counted, near)
    yield from () if main else near
    yield from _before(parse, counted.first, words)
    yield from _within(parse, counted, words)
    if end != counted.end:
        yield from _after(parse, end, words)
    if first != counted.first and parse.deps[counted.node] not in ("nsubj", "nsubjpass"):
        yield from _before(parse, first, words)
    yield from _past_aside(parse, end, words)
    yield from _governing(parse, counted, words)
    yield from _clauses(parse, counted, words)
    yield from near if main else ()
    yield from _beyond(parse, counted.end, words)


def senses_of(parse: Parse, verb: int, senses: dict[str, list[Sense]]) -> Iterator[str]:
    """Yield the groups a verb may belong to, those first that the words after it speak for."""
    known = senses.get(parse.lemmas[verb]) or senses.get(parse.lowers[verb]) or ()
    near: frozenset[str] | None = None
    for sense in known:
        if near is None and (sense.needs or sense.bars):
            near = _following(parse, verb)
        if not (sense.needs or sense.bars) or near is None:
            yield sense.group
        elif (not sense.needs or sense.needs & near) and not _barred(parse, verb, sense):
            yield sense.group


def _barred(parse: Parse, verb: int, sense: Sense) -> bool:
    return any(lower in sense.bars for lower in parse.lowers[verb + 1 : verb + 4])


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
        if group:
            yield Fate(group, token, "modifier")
        elif parse.tags[token] == "VBN":
            yield from _fates(parse, token, words.patients, "modifier")


def _has_main_verb(parse: Parse, counted: Counted, near: list[Fate]) -> bool:
    """Tell whether a participle straight after is not what the sentence says of them."""
    if not near or near[0].rule != "reduced":
        return False
    head = parse.heads[counted.node]
    subject = parse.deps[counted.node] in ("nsubj", "nsubjpass")
    return subject and head > near[0].anchor and parse.tags[head].startswith("VB")


def _nested(parse: Parse, counted: Counted) -> bool:
    """Tell whether the phrase stands inside another: "people from two households were killed"."""
    if parse.deps[counted.node] != "pobj" or counted.first == 0:
        return False
    return parse.lowers[counted.first - 1] in ("from", "of", "in", "at", "on", "between", "under")


def _after(
    parse: Parse, end: int, words: FigureWords, *, nested: bool = False
) -> Iterator[Fate]:
    """Read the predicate straight after: "(were) killed", "dead", "died"."""
    token, helper = _skip(parse, end)
    if token < len(parse) and not (nested and helper):
        yield from _predicate(parse, token, helper, words)


def _predicate(parse: Parse, token: int, helper: str, words: FigureWords) -> Iterator[Fate]:
    lower, tag = parse.lowers[token], parse.tags[token]
    taking = tag.startswith("VB") and _has_object(parse, token)
    state = words.states.get(lower)
    if lower in words.unhurt:
        yield Fate("unhurt", token, "state")
    if state and helper != "have" and (helper or not taking):
        yield Fate(_combined(parse, token, state, words), token, "state")
    if tag in ("VBN", "VBD") and helper != "have" and (helper or tag == "VBN" or not taking):
        for group in senses_of(parse, token, words.patients):
            if helper or _reduced(parse, token, group):
                rule = "passive" if helper else "reduced"
                yield Fate(_combined(parse, token, group, words), token, rule)
        if helper == "be":
            yield from _then(parse, token, "nsubjpass", words)
    if tag.startswith("VB") and (helper or tag != "VBG") and parse.lemmas[token] != "be":
        yield from _fates(parse, token, words.agents, "subject")
    if lower == "among" and parse.lowers[token + 1 : token + 2] == ["the"]:
        group = words.headings.get("".join(parse.lowers[token + 2 : token + 3]))
        if group:
            yield Fate(group, token + 2, "state")
    if lower == "in":
        for near in parse.lowers[token + 1 : token + 4]:
            if near in words.conditions:
                yield Fate(words.conditions[near], token, "state")


def _past_aside(parse: Parse, end: int, words: FigureWords) -> Iterator[Fate]:
    """Skip what stands between commas: "ten people, most of them women, were killed"."""
    while end < len(parse) and parse.lowers[end] in ("more", "others", "other", "people"):
        end += 1
    if end >= len(parse) or parse.words[end] not in _ASIDES:
        return
    close = _ASIDES[parse.words[end]]
    for token in range(end + 2, min(len(parse), end + 18)):
        if parse.words[token][0] in _CLAUSE_END:
            return
        if parse.words[token] == close:
            fates = list(_after(parse, token + 1, words))
            if fates:
                yield from fates
                return


def _beyond(parse: Parse, end: int, words: FigureWords) -> Iterator[Fate]:
    """Skip a phrase of place, or a relative: "one man from Gabon killed", "two, who were taken"."""
    if parse.lowers[end : end + 1] == [","] and parse.lowers[end + 1 : end + 2] in (["who"], ["whom"]):
        yield from _after(parse, end + 2, words)
    if end >= len(parse) or parse.tags[end] != "IN" or parse.lowers[end] in ("by", "that", "as"):
        return
    token = end + 1
    while token < min(len(parse), end + 7) and parse.tags[token] in _PHRASE:
        token += 1
    yield from _after(parse, token, words)


def _reduced(parse: Parse, token: int, group: str) -> bool:
    """Tell whether a bare participle after a noun is what happened to it."""
    return group not in ("seize", "use", "deploy", "expel", "gather") or parse.tags[token] == "VBN"


def _skip(parse: Parse, token: int) -> tuple[int, str]:
    """Skip auxiliaries, adverbs and fillers; return the last auxiliary's kind: be, have or none."""
    helper, limit = "", min(len(parse), token + 7)
    while token < limit:
        lower = parse.lowers[token]
        if lower in _AUXILIARIES:
            helper = "have" if lower in _HAVING else "be"
        elif not (lower in _FILLERS or parse.tags[token] in ("RB", "RBR", "MD", "''", "``")):
            break
        token += 1
    return token, helper


def _has_object(parse: Parse, verb: int) -> bool:
    if any(parse.deps[c] in ("dobj", "dative") for c in parse.children[verb]):
        return True
    after = parse.tags[verb + 1] if verb + 1 < len(parse) else "."
    if parse.lowers[verb + 1 : verb + 2] == ["dead"]:
        return False
    return after in ("DT", "PRP$", "CD", "NNP", "NNS", "JJ")


def _combined(parse: Parse, token: int, group: str, words: FigureWords) -> str:
    """Read "killed or wounded" as casualties undivided."""
    if token + 2 < len(parse) and parse.lowers[token + 1] in ("or", "and"):
        other = parse.lowers[token + 2]
        groups = {words.states.get(other), *senses_of(parse, token + 2, words.patients)}
        if group in _ALTERNATIVES and _ALTERNATIVES[group] in groups:
            return "casualties"
    return group


def _before(parse: Parse, first: int, words: FigureWords) -> Iterator[Fate]:
    """Read the verb or noun straight before: "killing four", "the deaths of four"."""
    token = first - 1
    while token >= 0 and (parse.lowers[token] in _PARTICLES or parse.words[token] in "\"“‘'"):
        token -= 1
    if token < 0:
        return
    if parse.lowers[token] == "of" and token:
        group = words.nominals.get(parse.lemmas[token - 1])
        if group:
            yield Fate(group, token - 1, "noun")
    elif parse.lemmas[token] != "be" and (
        parse.tags[token].startswith("VB") or parse.lemmas[token].endswith("ing")
    ):
        for group in senses_of(parse, token, words.patients):
            yield Fate(_alternative(parse, token, group, words), token, "object")
    elif parse.lowers[token] in ("was", "were") and parse.lowers[max(0, token - 3) : token - 1] == ["among", "the"]:
        group = words.headings.get(parse.lowers[token - 1])
        if group:
            yield Fate(group, token - 1, "state")
    elif parse.lowers[token] == "shot" and parse.lowers[token + 1] == "dead":  # tagged as a noun
        yield from _fates(parse, token, words.patients, "object")


def _alternative(parse: Parse, token: int, group: str, words: FigureWords) -> str:
    """Read "killed or maimed 860" as casualties undivided."""
    if token > 1 and parse.lowers[token - 1] in ("or", "and"):
        if _ALTERNATIVES.get(group) in senses_of(parse, token - 2, words.patients):
            return "casualties"
    return group


def near_fates(parse: Parse, counted: Counted, words: FigureWords) -> Iterator[Fate]:
    """Yield what the words straight before and after say became of those counted."""
    yield from _after(parse, counted.end, words)
    yield from _before(parse, counted.first, words)


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
            elif counted.single:
                return
        token = head


def _verb_above(
    parse: Parse, dep: str, token: int, verb: int, words: FigureWords
) -> Iterator[Fate]:
    if dep in ("nsubjpass", "dobj", "dative", "oprd", "conj", "attr", "npadvmod"):
        yield from _fates(parse, verb, words.patients, "object" if dep == "dobj" else "passive")
        yield from _then(parse, verb, dep, words)
    if dep in ("nsubj", "conj"):
        yield from _fates(parse, verb, words.agents, "subject")
    if dep == "nsubj" and parse.lemmas[verb] == "be":
        yield from _complement(parse, verb, words)
    if dep in ("nsubjpass", "nsubj") and parse.lemmas[verb] in _RAISING:
        for child in parse.children[verb]:
            if parse.deps[child] in ("xcomp", "ccomp", "oprd"):
                yield from _raised(parse, child, words)
    if dep == "agent" or (dep == "prep" and parse.lowers[token] in ("with", "by", "of")):
        yield from _fates(parse, verb, words.agents, "means")


def _then(parse: Parse, verb: int, dep: str, words: FigureWords) -> Iterator[Fate]:
    """Read what was done to them next: "were lined up and shot", "dragged out four and shot them"."""
    for child in parse.children[verb]:
        if parse.deps[child] != "conj" or not parse.tags[child].startswith("VB"):
            continue
        passive = dep == "nsubjpass" and parse.tags[child] == "VBN"
        if passive or _takes_pronoun(parse, child):
            yield from _fates(parse, child, words.patients, "passive")
        yield from _then(parse, child, dep, words)


def _takes_pronoun(parse: Parse, verb: int) -> bool:
    return any(
        parse.deps[c] == "dobj" and parse.lowers[c] in ("them", "him", "her")
        for c in parse.children[verb]
    )


def _raised(parse: Parse, verb: int, words: FigureWords) -> Iterator[Fate]:
    passive = any(parse.deps[c] == "auxpass" for c in parse.children[verb])
    state = words.states.get(parse.lowers[verb])
    if state:
        yield Fate(state, verb, "state")
    yield from _fates(parse, verb, words.patients if passive else words.agents, "raised")


def _complement(parse: Parse, verb: int, words: FigureWords) -> Iterator[Fate]:
    """Read what follows a copula: "are missing", "are in hospital"."""
    for child in parse.children[verb]:
        state = words.states.get(parse.lowers[child])
        if state and child > verb:
            yield Fate(state, child, "state")
        elif parse.lowers[child] in words.unhurt:
            yield Fate("unhurt", child, "state")
    yield from _fates(parse, verb, words.agents, "state")


def _fates(
    parse: Parse, verb: int, senses: dict[str, list[Sense]], rule: str
) -> Iterator[Fate]:
    for group in senses_of(parse, verb, senses):
        yield Fate(group, verb, rule)


def _clauses(parse: Parse, counted: Counted, words: FigureWords) -> Iterator[Fate]:
    """Read participles and relative clauses that hang on the noun."""
    for child in parse.children[counted.node]:
        dep = parse.deps[child]
        if dep == "acl" and parse.tags[child] == "VBN":
            yield from _fates(parse, child, words.patients, "participle")
        elif dep == "relcl":
            yield from _relative(parse, child, words)


def _relative(parse: Parse, verb: int, words: FigureWords) -> Iterator[Fate]:
    for child in parse.children[verb]:
        if parse.lowers[child] in ("who", "that", "which", "whom"):
            active = parse.deps[child] == "nsubj"
            yield from _fates(parse, verb, words.agents if active else words.patients, "relative")
            return
