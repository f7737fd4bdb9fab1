"""Find single people and things: "a woman", "the driver", "Lt. Omar Aziz", counted as one where harm befalls them."""

from collections.abc import Iterator

from dateline.extract.figure_fates import Fate
from dateline.extract.figure_nouns import Counted, noun_of
from dateline.extract.numbers import Number
from dateline.extract.parse import Parse
from dateline.knowledge.figures import FigureWords, Noun, load_figure_words

_INDEFINITE = frozenset(("a", "an", "another"))
_OWNED = frozenset(("its", "his", "her", "their", "our", "my", "the"))
_INNER = frozenset(("compound", "nmod", "amod", "poss", "appos"))
_HEADS = frozenset(("NN", "NNP", "JJ"))
_AGENTS = ("er", "or", "ist", "ian", "ese", "man", "woman", "an")
_HARM = frozenset(("killed", "injured"))
_TOLD = _HARM | {
    "missing", "detained", "abducted", "structures-destroyed", "structures-damaged", "weapons-destroyed"
}
_SUREST = frozenset(("subject", "state", "passive"))
_SURE = _SUREST | {"object", "reduced", "noun", "heading", "means"}
_UNREAL = frozenset(("if", "unless", "should", "would", "could", "might", "not", "n't", "never", "will"))
_THINGS = frozenset(("structure", "vehicle", "vessel", "aircraft", "armour"))


def find_singles(parse: Parse) -> Iterator[Counted]:
    """Find every noun phrase that stands for one person, or for one thing that can be destroyed."""
    words = load_figure_words()
    for token, tag in enumerate(parse.tags):
        if tag in _HEADS and parse.deps[token] not in _INNER:
            noun = _single_noun(parse, token, words)
            if noun.kind != "person" and noun.kind not in _THINGS:
                continue
            single = _described(parse, token, noun)
            if single is not None:
                yield single


def _single_noun(parse: Parse, token: int, words: FigureWords) -> Noun:
    """Return the class of a noun; an unknown one is a person by its ending: "a lumberer"."""
    if parse.lemmas[token] in words.collectives:
        return Noun("unknown")
    noun = noun_of(parse, token, words)
    if noun.kind == "unknown" and parse.lowers[token].endswith(_AGENTS):
        return Noun("person", "civilian" if parse.tags[token] == "NN" else "people")
    return noun


def is_told(parse: Parse, counted: Counted, measure: str, fate: Fate) -> bool:
    """Tell whether what befell a single one is told as a happening of its own."""
    if measure not in (_HARM if counted.number.hedge == "the" else _TOLD):
        return False
    if fate.rule not in (_SUREST if counted.number.hedge == "the" else _SURE):
        if fate.rule != "object" or measure != "killed" or parse.tags[fate.anchor] == "VB":
            return False
    if fate.rule == "reduced" and not _closes(parse, fate.anchor + 1):
        return False
    return not any(parse.lowers[c] in _UNREAL for c in parse.children[fate.anchor])


def _closes(parse: Parse, token: int) -> bool:
    return token >= len(parse) or parse.tags[token] in (".", ",", ":", "IN", "-RRB-", "_SP", "CC")


def _described(parse: Parse, token: int, noun: Noun) -> Counted | None:
    for child in parse.children[token]:
        lower = parse.lowers[child]
        if child < token and parse.deps[child] in ("det", "poss"):
            if lower in _INDEFINITE:
                return _one(parse, child, token, noun, "a")
            if noun.kind == "person" and (lower in _OWNED or parse.deps[child] == "poss"):
                return _one(parse, parse.edges[child][0], token, noun, "the")
            return None
    return None


def _one(parse: Parse, first: int, token: int, noun: Noun, hedge: str) -> Counted:
    count = 2 if parse.lemmas[token] in ("couple", "pair") else 1
    number = Number(
        first=first, core=first, end=first + 1, low=count, high=count, qualifier="exact", hedge=hedge
    )
    return Counted(
        number=number, first=first, end=token + 1, node=token, noun=noun,
        word=parse.lemmas[token], single=True,
    )
