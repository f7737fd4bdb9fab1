"""Single people and things: "a woman", "the driver", "a house" are one where harm befalls them."""

from collections.abc import Iterator

from dateline.extract.figure_counted import Counted, noun_of
from dateline.extract.figure_senses import Fate
from dateline.extract.number_words import Number
from dateline.extract.parse import Parse
from dateline.knowledge.figures import FigureWords, Noun, load_figure_words

_INDEFINITE = frozenset(("a", "an", "another"))
_OWNED = frozenset(("its", "his", "her", "their", "our", "my", "the"))
_INNER = frozenset(("compound", "nmod", "amod", "poss", "appos"))
_HEADS = frozenset(("NN", "NNP", "JJ"))
_TWO = frozenset(("couple", "pair"))
_HARM = frozenset(("killed", "injured"))
_TOLD = _HARM | {
    "missing",
    "detained",
    "abducted",
    "structures-destroyed",
    "structures-damaged",
    "weapons-destroyed",
}
_SUREST = frozenset(("subject", "state", "passive"))
_SURE = _SUREST | {"object", "reduced", "noun", "heading", "means"}
_CLOSING = frozenset((".", ",", ":", "IN", "-RRB-", "_SP", "CC"))
_THINGS = frozenset(("structure", "vehicle", "vessel", "aircraft", "armour"))
_NO_NOUN = Noun("unknown")


def find_singles(parse: Parse) -> Iterator[Counted]:
    """Find every phrase that stands for one person, or for one thing that can be destroyed."""
    words = load_figure_words()
    for token, tag in enumerate(parse.tags):
        if tag in _HEADS and parse.deps[token] not in _INNER:
            noun = _noun(parse, token, words)
            if noun.kind == "person" or noun.kind in _THINGS:
                yield from _described(parse, token, noun)


def is_told(parse: Parse, counted: Counted, measure: str, fate: Fate, words: FigureWords) -> bool:
    """Tell whether what befell a single one is told as a happening of its own."""
    definite = counted.number.hedge == "the"
    if measure not in (_HARM if definite else _TOLD):
        return False
    if fate.rule not in (_SUREST if definite else _SURE):
        done = fate.rule == "object" and fate.group in ("kill", "injure")
        if not done or parse.tags[fate.anchor] == "VB":
            return False
    if fate.rule == "reduced" and not _closes(parse, fate.anchor + 1):
        return False
    unreal = words.grammar.unreal
    return not any(parse.lowers[c] in unreal for c in parse.children[fate.anchor])


def _noun(parse: Parse, token: int, words: FigureWords) -> Noun:
    """Return the class of a noun; an unknown one is a person by its ending: "a piper"."""
    if parse.lemmas[token] in words.counted.collectives:
        return _NO_NOUN
    noun = noun_of(parse, token, words)
    if noun.kind != "unknown" or not parse.lowers[token].endswith(words.agent_endings):
        return noun
    return Noun("person", "civilian" if parse.tags[token] == "NN" else "people")


def _described(parse: Parse, token: int, noun: Noun) -> Iterator[Counted]:
    for child in parse.children[token]:
        if child > token or parse.deps[child] not in ("det", "poss"):
            continue
        if parse.lowers[child] in _INDEFINITE:
            yield _one(parse, (child, token), noun, "a")
        elif noun.kind == "person" and (
            parse.lowers[child] in _OWNED or parse.deps[child] == "poss"
        ):
            yield _one(parse, (parse.edges[child][0], token), noun, "the")
        return


def _one(parse: Parse, span: tuple[int, int], noun: Noun, hedge: str) -> Counted:
    first, token = span
    count = 2 if parse.lemmas[token] in _TWO else 1
    number = Number(
        first=first,
        core=first,
        end=first + 1,
        low=count,
        high=count,
        qualifier="exact",
        hedge=hedge,
    )
    return Counted(
        number=number,
        first=first,
        end=token + 1,
        node=token,
        noun=noun,
        word=parse.lemmas[token],
        single=True,
    )


def _closes(parse: Parse, token: int) -> bool:
    return token >= len(parse) or parse.tags[token] in _CLOSING
