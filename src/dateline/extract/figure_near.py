"""What the words straight before and after a number say became of those counted.

Near words are asked before the parse: in "four killed and 15 wounded" the order of the words is
surer than the arcs.
"""

from collections.abc import Iterator

from dateline.extract.figure_counted import Counted
from dateline.extract.figure_senses import Fate, ends_clause, fates_of, senses_of
from dateline.extract.parse import Parse
from dateline.knowledge.figures import FigureWords

_ALTERNATIVES = {"kill": "injure", "injure": "kill"}
_SKIPPED = frozenset(("RB", "RBR", "MD", "''", "``"))
_OBJECTS = frozenset(("DT", "PRP$", "CD", "NNP", "NNS", "JJ"))
_PHRASE = frozenset(("DT", "PRP$", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "CD", "HYPH"))
_ASIDES = {",": ",", "(": ")", "–": "–", "—": "—"}
_NESTING = frozenset(("from", "of", "in", "at", "on", "between", "under"))
_QUOTES = frozenset("\"“‘'")
_SKIP = 7  # tokens of auxiliaries and adverbs before a predicate
_ASIDE = 18  # tokens that may stand between commas
_PLACE = 7  # tokens of a phrase of place
_CONDITION = 4  # tokens of "in a critical condition"


def near_fates(parse: Parse, counted: Counted, words: FigureWords) -> Iterator[Fate]:
    """Yield what the words straight after and before say."""
    yield from after(parse, counted.end, words)
    yield from before(parse, counted.first, words)


def after(parse: Parse, end: int, words: FigureWords) -> Iterator[Fate]:
    """Read the predicate straight after: "(were) killed", "dead", "died", "in custody"."""
    token, auxiliary = _skip(parse, end, words)
    if token < len(parse):
        yield from _predicate(parse, token, auxiliary, words)
        yield from _condition(parse, token, words)


def after_noun(parse: Parse, counted: Counted, words: FigureWords) -> list[Fate]:
    """Read the predicate after a phrase, but not that of a phrase around it."""
    nested = parse.deps[counted.node] == "pobj" and counted.first > 0
    if nested and parse.lowers[counted.first - 1] in _NESTING:
        _, auxiliary = _skip(parse, counted.end, words)
        if auxiliary:  # "people from three villages were killed"
            return []
    return list(after(parse, counted.end, words))


def before(parse: Parse, first: int, words: FigureWords) -> Iterator[Fate]:
    """Read the verb or noun straight before: "killing four", "the deaths of four"."""
    token = first - 1
    while token >= 0 and (
        parse.lowers[token] in words.grammar.particles or parse.words[token] in _QUOTES
    ):
        token -= 1
    if token < 0:
        return
    if parse.lowers[token] == "of" and token:
        group = words.nominals.get(parse.lemmas[token - 1])
        if group:
            yield Fate(group, token - 1, "noun")
    elif parse.lemmas[token] == "be":
        yield from _inverted(parse, token, words)
    elif _is_verb(parse, token):
        for group in senses_of(parse, token, words.patients):
            yield Fate(_earlier_too(parse, token, group, words), token, "object")


def within(parse: Parse, counted: Counted, words: FigureWords) -> Iterator[Fate]:
    """Read participles and adjectives inside the phrase: "12 wounded fighters"."""
    for token in range(counted.number.end, counted.node):
        group = words.states.get(parse.lowers[token])
        if group:
            yield Fate(group, token, "modifier")
        elif parse.tags[token] == "VBN":
            yield from fates_of(parse, token, words.patients, "modifier")


def past_aside(parse: Parse, end: int, words: FigureWords) -> Iterator[Fate]:
    """Skip what stands between commas: "ten people, most of them women, were killed"."""
    while end < len(parse) and parse.lowers[end] in ("more", "others", "other", "people"):
        end += 1
    close = _ASIDES.get(parse.words[end]) if end < len(parse) else None
    if close is None:
        return
    for token in range(end + 2, min(len(parse), end + _ASIDE)):
        if ends_clause(parse.words[token]):
            return
        if parse.words[token] == close:
            fates = list(after(parse, token + 1, words))
            yield from fates
            if fates:
                return


def past_place(parse: Parse, end: int, words: FigureWords) -> Iterator[Fate]:
    """Skip a phrase of place, or a relative: "one man from Chad killed", "two, who were taken"."""
    relative = parse.lowers[end + 1 : end + 2] in (["who"], ["whom"])
    if relative and parse.lowers[end] == ",":
        yield from after(parse, end + 2, words)
    if end >= len(parse) or parse.tags[end] != "IN" or parse.lowers[end] in ("by", "that", "as"):
        return
    token = end + 1
    while token < min(len(parse), end + _PLACE) and parse.tags[token] in _PHRASE:
        token += 1
    yield from after(parse, token, words)


def done_next(parse: Parse, verb: int, words: FigureWords, *, passive: bool) -> Iterator[Fate]:
    """Read what was done to them next: "were lined up and shot", "took out four and shot them"."""
    for child in parse.children[verb]:
        if parse.deps[child] != "conj" or not parse.tags[child].startswith("VB"):
            continue
        shared = passive and parse.tags[child] == "VBN"
        if shared or _is_passive(parse, child) or _takes_pronoun(parse, child):
            yield from fates_of(parse, child, words.patients, "passive")
        yield from done_next(parse, child, words, passive=passive)


def _skip(parse: Parse, token: int, words: FigureWords) -> tuple[int, str]:
    """Skip auxiliaries, adverbs and fillers; return the last auxiliary's kind: be, have or none."""
    auxiliary, limit, grammar = "", min(len(parse), token + _SKIP), words.grammar
    while token < limit:
        lower = parse.lowers[token]
        if lower in grammar.auxiliaries:
            auxiliary = "have" if lower in grammar.having else "be"
        elif lower not in grammar.fillers and parse.tags[token] not in _SKIPPED:
            break
        token += 1
    return token, auxiliary


def _predicate(parse: Parse, token: int, auxiliary: str, words: FigureWords) -> Iterator[Fate]:
    lower, tag = parse.lowers[token], parse.tags[token]
    if lower in words.kept.unhurt:
        yield Fate("unhurt", token, "state")
    taking = not auxiliary and tag.startswith("VB") and _has_object(parse, token)
    state = words.states.get(lower)
    if state and auxiliary != "have" and not taking:
        yield Fate(_later_too(parse, token, state, words), token, "state")
    if auxiliary != "have" and (tag == "VBN" or (tag == "VBD" and not taking)):
        yield from _participle(parse, token, auxiliary, words)
    if tag.startswith("VB") and (auxiliary or tag != "VBG") and parse.lemmas[token] != "be":
        yield from fates_of(parse, token, words.agents, "subject")


def _participle(parse: Parse, token: int, auxiliary: str, words: FigureWords) -> Iterator[Fate]:
    rule = "passive" if auxiliary else "reduced"
    for group in senses_of(parse, token, words.patients):
        yield Fate(_later_too(parse, token, group, words), token, rule)
    if auxiliary:
        yield from done_next(parse, token, words, passive=True)


def _condition(parse: Parse, token: int, words: FigureWords) -> Iterator[Fate]:
    """Read "in custody", "in a critical condition", "among the dead"."""
    lower, lowers = parse.lowers[token], parse.lowers
    if lower == "among" and lowers[token + 1 : token + 2] == ["the"] and token + 2 < len(parse):
        group = words.headings.get(lowers[token + 2])
        if group:
            yield Fate(group, token + 2, "state")
    if lower == "in":
        for near in lowers[token + 1 : token + _CONDITION]:
            if near in words.conditions:
                yield Fate(words.conditions[near], token, "state")


def _inverted(parse: Parse, verb: int, words: FigureWords) -> Iterator[Fate]:
    """Read "Among the dead were two nurses"."""
    start = verb - len(("among", "the", "dead"))
    if start >= 0 and parse.lowers[start : verb - 1] == ["among", "the"]:
        group = words.headings.get(parse.lowers[verb - 1])
        if group:
            yield Fate(group, verb - 1, "state")


def _is_verb(parse: Parse, token: int) -> bool:
    if parse.tags[token].startswith("VB") or parse.lemmas[token].endswith("ing"):
        return True
    # The tagger takes the verb of "shot dead the mayor" for a noun.
    return parse.lowers[token] == "shot" and parse.lowers[token + 1 : token + 2] == ["dead"]


def _has_object(parse: Parse, verb: int) -> bool:
    if any(parse.deps[c] in ("dobj", "dative") for c in parse.children[verb]):
        return True
    if parse.lowers[verb + 1 : verb + 2] == ["dead"]:
        return False
    return verb + 1 < len(parse) and parse.tags[verb + 1] in _OBJECTS


def _is_passive(parse: Parse, verb: int) -> bool:
    """Tell a passive that has no subject of its own: "walked in and were shot"."""
    deps = {parse.deps[c] for c in parse.children[verb]}
    return "auxpass" in deps and deps.isdisjoint(("nsubjpass", "nsubj"))


def _takes_pronoun(parse: Parse, verb: int) -> bool:
    return any(
        parse.deps[c] == "dobj" and parse.lowers[c] in ("them", "him", "her")
        for c in parse.children[verb]
    )


def _later_too(parse: Parse, token: int, group: str, words: FigureWords) -> str:
    """Read "killed or wounded" as casualties undivided."""
    other = token + 2
    if other >= len(parse) or parse.lowers[token + 1] not in ("or", "and"):
        return group
    groups = {words.states.get(parse.lowers[other]), *senses_of(parse, other, words.patients)}
    return "casualties" if _ALTERNATIVES.get(group, group) in groups - {group} else group


def _earlier_too(parse: Parse, token: int, group: str, words: FigureWords) -> str:
    """Read "killed or maimed 40" as casualties undivided."""
    other = token - 2
    if other < 0 or parse.lowers[token - 1] not in ("or", "and") or group not in _ALTERNATIVES:
        return group
    groups = set(senses_of(parse, other, words.patients))
    return "casualties" if _ALTERNATIVES[group] in groups else group
