"""Numbers as the text writes them: digits, words, vague words, ranges, bounds and hedges.

    >>> [n] = find_numbers(parse)    # "at least thirty-two fishermen"
    >>> n.low, n.high, n.qualifier
    (32.0, None, 'at-least')

What a number counts, and whether it counts anything, is not asked here.
"""

from collections.abc import Iterator
from dataclasses import replace

from dateline.extract.number_words import Number, leading_value, read_number
from dateline.extract.parse import Parse
from dateline.knowledge.numbers import NumberWords, load_number_words

_HUNDRED = 100
_QUOTES = frozenset("\"“”‘’'")


def find_numbers(parse: Parse) -> Iterator[Number]:
    """Find every number of a text, in its order."""
    known = load_number_words()
    floor = 0
    for token, lower in enumerate(parse.lowers):
        if token < floor or not (lower in known.starters or lower[0].isdigit()):
            continue
        number = read_number(parse, token, known)
        if number is not None:
            number = _doubled(parse, _ranged(parse, number, known), known)
            number = _hedged(parse, number, known, floor)
            yield number
            floor = number.end


def _ranged(parse: Parse, number: Number, known: NumberWords) -> Number:
    """Take in the other end of a range."""
    lowers, join = parse.lowers, number.end
    between = number.first > 0 and lowers[number.first - 1] == "between"
    if join + 1 >= len(parse) or number.qualifier not in ("exact", "about"):
        return number
    if not (between and lowers[join] == "and") and not _is_range(parse, number, known):
        return number
    other = read_number(parse, join + 1, known)
    if other is None or other.qualifier != "exact" or other.low is None or number.low is None:
        return number
    low = _share_scale(parse, number, other, known)
    if not low < other.low:
        return number
    first = number.first - 1 if between else number.first
    return replace(number, first=first, low=low, high=other.low, end=other.end, qualifier="range")


def _is_range(parse: Parse, number: Number, known: NumberWords) -> bool:
    before = parse.lowers[number.first - 1] if number.first else ""
    return parse.lowers[number.end] in known.joins and before not in ("from", "of", "by")


def _share_scale(parse: Parse, number: Number, other: Number, known: NumberWords) -> float:
    """Read "two to three thousand" as thousands on both sides."""
    scale = (other.low or 0) / max(1.0, leading_value(parse, other, known))
    low = number.low or 0.0
    single = number.end - number.core == 1
    return low * scale if single and scale >= _HUNDRED > low else low


def _doubled(parse: Parse, number: Number, known: NumberWords) -> Number:
    """Take in a number that is said twice: "six (6) persons"."""
    end = number.end
    if parse.words[end : end + 1] != ["("] or parse.words[end + 2 : end + 3] != [")"]:
        return number
    again = read_number(parse, end + 1, known)
    same = again is not None and again.value == number.value
    return replace(number, end=end + 3) if same else number


def _hedged(parse: Parse, number: Number, known: NumberWords, floor: int) -> Number:
    """Take in the words before and after that loosen or bound the number."""
    first, qualifiers = number.first, []
    while first > floor:
        skip = first - 1 if parse.lowers[first - 1] in _QUOTES else first
        found = known.hedges.ending(parse.lowers, skip) if skip > floor else None
        if found is None or found[0] < floor:
            break
        if parse.lemmas[found[0] - 1] in known.particles.get(parse.lowers[found[0]], ()):
            break
        first, qualifier = found
        qualifiers.append(qualifier)
    end = number.end
    found_after = known.after.starting(parse.lowers, end) if end < len(parse) else None
    if found_after:
        end = found_after[0]
        qualifiers.append(found_after[1])
    hedge = " ".join(parse.lowers[first : number.first])
    return _bounded(replace(number, first=first, end=end, hedge=hedge), qualifiers)


def _bounded(number: Number, qualifiers: list[str]) -> Number:
    if number.qualifier == "none":
        return number
    if "at-least" in qualifiers:
        return replace(number, high=None, qualifier="at-least")
    if "at-most" in qualifiers:
        return replace(number, low=None, qualifier="at-most")
    if "about" in qualifiers and number.qualifier == "exact":
        return replace(number, qualifier="about")
    return number
