"""Cases in which the words around decide: relief, captivity, means, running counts."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.extract.figure_counted import Counted
from dateline.extract.figure_senses import Fate
from dateline.extract.figure_tolls import TOLLS
from dateline.extract.mentions import FigureMention
from dateline.extract.parse import Parse
from dateline.knowledge.figures import FigureWords

_CARRIERS = frozenset(("vehicle", "aircraft", "vessel"))
_RELIEF = 6  # tokens between the goods and those who get them
_MEMORY = 3  # sentences back to others who are held
_PERFECT = 6  # tokens between a count and its perfect


def is_receiver(parse: Parse, counted: Counted, words: FigureWords) -> bool:
    """Tell those who get relief: "flour for 900 families"."""
    if counted.noun.kind != "person" or counted.first == 0:
        return False
    if parse.lowers[counted.first - 1] not in ("for", "to"):
        return False
    first = max(parse.sents[parse.sent_of[counted.first]][0], counted.first - _RELIEF)
    return not words.counted.relief.isdisjoint(parse.lemmas[first : counted.first])


def is_launched(parse: Parse, counted: Counted) -> bool:
    """Tell the whole of "shot down 12 of 20 drones": those were fired, not shot down."""
    of = counted.first - 1
    if counted.noun.kind != "munition" or of < 1 or parse.lowers[of] != "of":
        return False
    return parse.tags[of - 1] == "CD"


def is_captivity(
    parse: Parse, fate: Fate, words: FigureWords, found: Sequence[FigureMention]
) -> bool:
    """Tell those held by kidnappers from those in custody."""
    if parse.lemmas[fate.anchor] not in words.kept.captivity.verbs:
        return False
    first, end = parse.sents[parse.sent_of[fate.anchor]]
    if not words.kept.captivity.signs.isdisjoint(parse.lemmas[first:end]):
        return True
    for figure in reversed(found):
        if parse.sent_of[fate.anchor] - parse.sent_of[figure.first] > _MEMORY:
            return False
        if figure.measure in ("detained", "abducted"):
            return figure.measure == "abducted"
    return False


def is_attack_count(parse: Parse, counted: Counted, words: FigureWords) -> bool:
    """Tell "shelled the town 60 times" from other times."""
    first, end = parse.sents[parse.sent_of[counted.first]]
    return not words.kept.times.isdisjoint(parse.lemmas[first:end])


def is_means(parse: Parse, counted: Counted, words: FigureWords) -> bool:
    """Tell what people only came in or on: "in two cars", "riding two motorcycles"."""
    if counted.noun.kind not in _CARRIERS or counted.first == 0:
        return False
    before = counted.first - 1
    grammar = words.grammar
    return parse.lowers[before] in grammar.means or parse.lemmas[before] in grammar.riding


def scoped(parse: Parse, figure: FigureMention, words: FigureWords) -> FigureMention:
    """Mark a running count over many happenings."""
    if figure.whole is not None or not (figure.measure in TOLLS or figure.measure == "other"):
        return figure
    first, end = parse.sents[parse.sent_of[figure.first]]
    sentence = parse.words_of(first, end).lower()
    if any(phrase in sentence for phrase in words.kept.totals.phrases):
        return replace(figure, scope="total")
    if "since" in sentence and _is_running(parse, figure, words):
        return replace(figure, scope="total")
    return figure


def _is_running(parse: Parse, figure: FigureMention, words: FigureWords) -> bool:
    """Tell "have been killed since May" from "has since arrested four"."""
    if figure.measure == "other":
        return False
    first, end = parse.sents[parse.sent_of[figure.first]]
    having = words.grammar.having
    since = any(
        parse.lowers[token] == "since" and parse.lowers[token - 1] not in having
        for token in range(max(first, 1), end)
    )
    near = parse.lowers[figure.first : min(end, figure.end + _PERFECT)]
    return since and not words.kept.totals.perfect.isdisjoint(near)
