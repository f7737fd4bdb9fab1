"""Parts of a whole: "including two children", "nine of them women", lists after a colon."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.extract.figure_counted import NOUN_TAGS, Counted, noun_of
from dateline.extract.mentions import FigureMention
from dateline.extract.parse import Parse
from dateline.knowledge.figures import FigureWords

PEOPLE = frozenset(
    "killed injured casualties missing detained abducted released displaced evacuated rescued "
    "trapped people-affected troops".split()
)
_WHOLES = PEOPLE | {
    "weapons-used",
    "weapons-destroyed",
    "structures-damaged",
    "structures-destroyed",
    "other",
}
_THINGS = frozenset(("munition", "aircraft", "armour", "vessel", "vehicle", "structure", "attack"))
_BETWEEN = frozenset(("VBD", "VBP", "DT", "JJ", "PRP$"))
_REACH = 4  # tokens between "nine of them" and "children"


def is_part(parse: Parse, counted: Counted, words: FigureWords) -> bool:
    """Tell whether the words around a number make it a part: "including two", "one of them"."""
    lowers, end = parse.lowers, counted.end
    if counted.part and lowers[end - 1] in words.grammar.pronouns:
        return True
    start = counted.first
    while start and lowers[start - 1] in words.grammar.before_parts:
        start -= 1
    return any(
        tuple(lowers[max(0, start - len(phrase)) : start]) == phrase
        for phrase in words.part_openers
    ) or any(tuple(lowers[end : end + len(phrase)]) == phrase for phrase in words.part_closers)


def whole_of(parse: Parse, counted: Counted, found: Sequence[FigureMention]) -> int | None:
    """Return the index of the figure that a part belongs to: the last whole one close before."""
    sentence = parse.sent_of[counted.first]
    for index in range(len(found) - 1, -1, -1):
        figure = found[index]
        if sentence - parse.sent_of[figure.first] > 1:
            return None
        if figure.whole is None and figure.measure in _WHOLES and _holds(figure, counted):
            return index
    return None


def listed_under(parse: Parse, counted: Counted, found: Sequence[FigureMention]) -> int | None:
    """Return the index of the figure that a list after a colon takes apart."""
    colon = _colon(parse, counted)
    if colon is None:
        return None
    for index in range(len(found) - 1, -1, -1):
        figure = found[index]
        if parse.sent_of[figure.first] != parse.sent_of[counted.first]:
            return None
        if figure.first < colon and figure.measure in _WHOLES:
            return index if _holds(figure, counted) else None
    return None


def antecedent_of(parse: Parse, counted: Counted, earlier: Sequence[Counted]) -> Counted:
    """Take the class of a bare number from the things counted close before it."""
    sentence = parse.sent_of[counted.first]
    for other in reversed(earlier):
        if sentence - parse.sent_of[other.first] > 1 or other.noun.kind == "person":
            break
        if other.noun.kind in _THINGS:
            return replace(counted, noun=other.noun)
    return counted


def population_after(parse: Parse, counted: Counted, words: FigureWords) -> str | None:
    """Read who a part is: "nine of them children", "five of whom were policemen"."""
    for token in range(counted.end, min(len(parse), counted.end + _REACH)):
        if parse.tags[token] in NOUN_TAGS:
            noun = noun_of(parse, token, words)
            return noun.population if noun.kind == "person" else None
        if parse.tags[token] not in _BETWEEN:
            return None
    return None


def _holds(figure: FigureMention, counted: Counted) -> bool:
    return figure.high is None or figure.high >= counted.number.value


def _colon(parse: Parse, counted: Counted) -> int | None:
    first = parse.sents[parse.sent_of[counted.first]][0]
    for token in range(counted.first - 1, first, -1):
        if parse.words[token] == ":":
            return token
        if parse.words[token] in ("(", ")"):
            return None
        if parse.tags[token][:2] in ("MD", "VB") and parse.tags[token] != "VBN":
            return None
    return None
