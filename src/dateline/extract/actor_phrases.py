"""The bounds of noun phrases, and which of their words make the name of a party."""

from dataclasses import dataclass

from dateline.extract.parse import Parse
from dateline.knowledge.actors import nouns, word_list

_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_NAME_TAGS = frozenset({"NNP", "NNPS"})
_INSIDE = frozenset({"compound", "amod", "nmod", "nummod", "quantmod"})
_LEFT_OUT = frozenset({"cc", "conj", "advcl", "relcl", "appos", "nsubj", "mark", "prep", "preconj"})
_UNNAMED = frozenset(
    {"DT", "PDT", "PRP$", "CD", "RB", "RBR", "RBS", "IN", "WDT", "WP$", "``", "''", "HYPH"}
)
_TIMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})
_MARKS = frozenset({",", ".", ":", "-LRB-", "-RRB-"})
_LONGEST_TAIL = 7  # tokens of an "of" phrase kept in a name


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: tokens ``first`` to ``head``, and what belongs to its name behind them.

    From ``head + 1`` to before ``end`` stands an "of" phrase, ``tail`` its noun; None without.
    """

    first: int
    head: int
    end: int
    tail: int | None


def phrase_heads(parse: Parse) -> list[int]:
    """List the nouns that are the head of a phrase of their own, in the order of the text."""
    tags, deps, heads = parse.tags, parse.deps, parse.heads
    out = []
    times = {i for e in parse.entities if e.label in _TIMES for i in range(e.first, e.end)}
    for i, tag in enumerate(tags):
        if tag not in _NOUN_TAGS or parse.words[i].isspace():
            continue
        if i in times and parse.lemmas[i] not in nouns():
            continue
        inside = deps[i] in _INSIDE and heads[i] > i and _unbroken(parse, i, heads[i])
        if not inside and not _runs_on(parse, i):
            out.append(i)
    return out


def _unbroken(parse: Parse, first: int, end: int) -> bool:
    return not any(parse.tags[k] in _MARKS or parse.words[k].isspace() for k in range(first, end))


def _runs_on(parse: Parse, i: int) -> bool:
    """Tell whether a name goes on after a word that the parse takes for its head."""
    after = i + 1
    return (
        parse.tags[i] in _NAME_TAGS
        and after < len(parse)
        and parse.tags[after] in _NAME_TAGS
        and parse.heads[after] == i
        and parse.deps[after] in _INSIDE
    )


def phrase_of(parse: Parse, head: int) -> Phrase:
    """Bound the noun phrase of a head: its words on the left and an "of" phrase on the right."""
    first, start = head, parse.sents[parse.sent_of[head]][0]
    while first > start and _belongs(parse, first - 1, head):
        first -= 1
    while first < head and parse.tags[first] in {"HYPH", "POS", ",", "CC"}:
        first += 1
    tail = _tail(parse, head)
    return Phrase(first, head, head + 1 if tail is None else _tail_end(parse, head, tail), tail)


def _tail_end(parse: Parse, head: int, tail: int) -> int:
    """End a name at the first comma behind it, or at the tail's head where that is far."""
    end = parse.edges[tail][1]
    stop = next((k for k in range(tail + 1, end) if parse.tags[k] in _MARKS), end)
    return stop if stop - head <= _LONGEST_TAIL + 1 else tail + 1


def _belongs(parse: Parse, k: int, head: int) -> bool:
    tag, dep, up = parse.tags[k], parse.deps[k], parse.heads[k]
    if tag in _MARKS or parse.words[k].isspace():
        return False
    if tag == "HYPH" and parse.ends[k] < parse.starts[k + 1]:
        return False
    if tag in {"HYPH", "POS"}:
        return up <= head
    if tag == "CC":
        return k < up <= head or _joins_modifiers(parse, k, head)
    return (k < up <= head and dep not in _LEFT_OUT) or _joined_modifier(parse, k, head)


def _joins_modifiers(parse: Parse, k: int, head: int) -> bool:
    up = parse.heads[k]
    return up < k and parse.heads[up] == head and parse.deps[up] in _INSIDE


def _joined_modifier(parse: Parse, k: int, head: int) -> bool:
    up = parse.heads[k]
    return (
        parse.deps[k] == "conj" and up < k and parse.heads[up] == head and parse.deps[up] in _INSIDE
    )


def _tail(parse: Parse, head: int) -> int | None:
    """Find the noun of an "of" (or "for", of a speaker) phrase right behind the head."""
    after = head + 1
    if after >= len(parse) or parse.lowers[after] not in {"of", "for", "from"}:
        return None
    if parse.lowers[after] == "for" and not parse.lowers[head].startswith("spokes"):
        return None
    if parse.heads[after] != head:
        return None
    tail = parse.child(after, "pobj")
    return tail if tail is not None and tail - after <= _LONGEST_TAIL else None


def name_first(parse: Parse, phrase: Phrase) -> int:
    """Find where the name begins: behind articles, counts and possessive pronouns."""
    at = phrase.first
    while at < phrase.head and _unnamed(parse, at):
        at += 1
    if at == phrase.head and at > phrase.first and parse.lemmas[at] in word_list("counted"):
        return at - (parse.tags[at - 1] == "CD" and parse.words[at - 1].isalpha())
    return at


def _unnamed(parse: Parse, at: int) -> bool:
    if parse.tags[at] in _UNNAMED or parse.lowers[at] in _COUNTS:
        return True
    return parse.deps[at] in {"quantmod", "det", "predet"}


_COUNTS = frozenset(
    "several many some few more other another such all both each every own dozen dozens hundred"
    " hundreds thousand thousands million same least most first last second".split()
)


def person_first(parse: Parse, phrase: Phrase) -> int:
    """Find where a personal name begins: behind titles, offices and other common words."""
    at = phrase.head
    while at > phrase.first and _part_of_name(parse, at - 1):
        at -= 1
    return at


def _part_of_name(parse: Parse, k: int) -> bool:
    if parse.tags[k] == "HYPH" or parse.lowers[k] in _PARTICLES:
        return True
    if parse.tags[k] not in _NAME_TAGS or not parse.words[k][0].isupper():
        return False
    return not is_title(parse, k)


_PARTICLES = frozenset(
    "al el bin ibn ould ag de da do dos del der den van von la le abu ben".split()
)


def is_title(parse: Parse, k: int) -> bool:
    """Tell whether a word before a name is a title or office ("Gen.", "Minister")."""
    lower = parse.lowers[k]
    if lower in word_list("title"):
        return True
    noun = nouns().get(lower) or nouns().get(parse.lemmas[k])
    return noun is not None and noun.nature == "person"
