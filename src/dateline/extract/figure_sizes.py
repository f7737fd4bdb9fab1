"""Sums of money, distances, weights and areas."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.extract.figure_counted import Counted
from dateline.extract.figure_labels import has_noun
from dateline.extract.number_words import Number
from dateline.extract.parse import Parse
from dateline.knowledge.figures import FigureWords, Noun

SIZES = frozenset(("distance", "size", "money"))
_BEFORE, _AFTER = 12, 5  # tokens in which a word tells what a sum is for


def read_size(parse: Parse, number: Number, words: FigureWords) -> Counted | None:
    """Read sums of money, distances and weights."""
    before = _currency_before(parse, number, words)
    if before is not None:
        unit, first = words.units[parse.lowers[before]][1], min(before, number.first)
        return Counted(
            number=number, first=first, end=number.end, node=before, noun=Noun("money"), unit=unit
        )
    token = number.end
    joined = parse.words[token : token + 1] == ["-"]
    found = _unit_at(parse, token + joined, words)
    if found is None:
        return None
    kind, unit, end = found
    if kind == "people" or (joined and kind == "size" and has_noun(parse, end)):
        return None
    if kind == "distance" and number.hedge == "within":
        number = replace(number, low=number.value, high=number.value, qualifier="exact")
    return Counted(
        number=number, first=number.first, end=end, node=end - 1, noun=Noun(kind), unit=unit
    )


def _currency_before(parse: Parse, number: Number, words: FigureWords) -> int | None:
    token = number.core - 1
    if token < 0 or not number.digits:
        return None
    kind, _ = words.units.get(parse.lowers[token], ("", ""))
    return token if kind == "money" else None


def _unit_at(parse: Parse, token: int, words: FigureWords) -> tuple[str, str, int] | None:
    if token >= len(parse):
        return None
    if token + 1 < len(parse):
        pair = words.units.get(f"{parse.lowers[token]} {parse.lemmas[token + 1]}")
        if pair:
            return (*pair, token + 2)
    single = words.units.get(parse.lowers[token]) or words.units.get(parse.lemmas[token])
    return (*single, token + 1) if single else None


def size_measure(
    parse: Parse, counted: Counted, words: FigureWords, earlier: Sequence[Counted]
) -> str | None:
    """Name the measure of a distance, a weight or a sum of money; prices have none."""
    kind = counted.noun.kind
    if kind == "money":
        return _money(parse, counted, words)
    # "8 km (5 miles)" says one distance twice.
    repeated = counted.first > 0 and parse.words[counted.first - 1] in ("(", "/")
    if repeated and earlier and earlier[-1].noun.kind == kind:
        return None
    return "distance" if kind == "distance" else "other"


def _money(parse: Parse, counted: Counted, words: FigureWords) -> str | None:
    first, end = parse.sents[parse.sent_of[counted.first]]
    first = max(first, counted.first - _BEFORE)
    near = frozenset(parse.lemmas[first : min(end, counted.end + _AFTER)])
    if near & words.counted.money.other:
        return "other"
    return None if near & words.counted.money.price else "aid-value"
