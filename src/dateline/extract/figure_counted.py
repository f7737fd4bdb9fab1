"""What is counted: a number with its noun, and the class of that noun."""

import re
from dataclasses import dataclass

from dateline.extract.number_words import Number
from dateline.extract.parse import Parse
from dateline.knowledge.figures import FigureWords, Noun

BARE = Noun("bare")
UNKNOWN = Noun("unknown")
NOUN_TAGS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_DESIGNATION = re.compile(r"[A-Z][A-Za-z]{0,4}-\d{1,4}[A-Za-z]{0,3}$")  # F-16s, Su-25, C-130
_ARMED_PLANES = frozenset(("bomber", "fighter"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A number with what it counts: tokens ``first`` to before ``end``.

    ``node`` is the token that stands in the sentence for the whole (the noun, or the number);
    ``noun`` is its class and ``word`` its base form. ``part`` is True for "three of them",
    ``single`` for "a farmer".
    """

    number: Number
    first: int
    end: int
    node: int
    noun: Noun
    word: str = ""
    unit: str | None = None
    part: bool = False
    single: bool = False


def noun_of(parse: Parse, token: int, words: FigureWords) -> Noun:
    """Return the class of a noun, by its last two words or its last."""
    lower, lemma, nouns = parse.lowers[token], parse.lemmas[token], words.nouns
    if token:
        if lemma in _ARMED_PLANES and any(c.isdigit() for c in parse.words[token - 1]):
            return nouns["aircraft"]
        pair = nouns.get(f"{parse.lowers[token - 1]} {lemma}")
        if pair:
            return pair
    tail = lower.rpartition("-")[2]
    found = nouns.get(lower) or nouns.get(lemma) or nouns.get(tail) or nouns.get(tail[:-1])
    if found is None and _DESIGNATION.match(parse.words[token]):
        return nouns["aircraft"]
    return found or UNKNOWN
