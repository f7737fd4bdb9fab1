"""Find single people and things: "a woman", "the driver", "Lt. Omar Aziz", counted as one where harm befalls them."""

from collections.abc import Iterator

from dateline.extract.figure_nouns import Counted, noun_of
from dateline.extract.numbers import Number
from dateline.extract.parse import Parse
from dateline.knowledge.figures import FigureWords, Noun, load_figure_words

_INDEFINITE = frozenset(("a", "an", "another"))
_OWNED = frozenset(("its", "his", "her", "their", "our", "my", "the"))
_THINGS = frozenset(("structure", "vehicle", "vessel", "aircraft", "armour"))


def find_singles(parse: Parse) -> Iterator[Counted]:
    """Find every noun phrase that stands for one person, or for one thing that can be destroyed."""
    words = load_figure_words()
    named = _named(parse)
    for token, tag in enumerate(parse.tags):
        if token in named:
            yield _one(parse, named[token], token, Noun("person", "people"), "name")
        elif tag == "NN" and parse.deps[token] not in ("compound", "nmod", "amod"):
            noun = noun_of(parse, token, words)
            if noun.kind != "person" and noun.kind not in _THINGS:
                continue
            single = _described(parse, token, noun)
            if single is not None:
                yield single


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


def _named(parse: Parse) -> dict[int, int]:
    """Map the last token of each person's name to its first."""
    return {e.end - 1: e.first for e in parse.entities if e.label == "PERSON"}


def _one(parse: Parse, first: int, token: int, noun: Noun, hedge: str) -> Counted:
    number = Number(
        first=first, core=first, end=first + 1, low=1, high=1, qualifier="exact", hedge=hedge
    )
    return Counted(
        number=number, first=first, end=token + 1, node=token, noun=noun,
        word=parse.lemmas[token], single=True,
    )
