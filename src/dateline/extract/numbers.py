"""Numbers as the text writes them: digits, words, vague words, ranges, bounds and hedges.

    >>> [n] = find_numbers(parse)    # "at least thirty-two fishermen"
    >>> n.low, n.high, n.qualifier
    (32.0, None, 'at-least')

What a number counts, and whether it counts anything, is not asked here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.extract.parse import Parse
from dateline.knowledge.numbers import NumberWords, load_number_words

_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,3}(?:,\d{2})+,\d{3}|\d+)(\.\d+)?(\+)?$")
_RANGE = re.compile(r"(\d[\d,]*)[-–](\d[\d,]*)$")
# "handed over 260" is not "over 260", "has gone up to four" is not "up to four".
_PARTICLES = {
    "over": ("hand", "take", "turn", "give", "run", "sign", "carry", "win", "bring"),
    "up": ("go", "climb", "rise", "come", "creep", "shoot", "bring", "push"),
}
_OLDEST = 110  # years
_TEN, _TWENTY, _HUNDRED, _THOUSAND = 10, 20, 100, 1000
_QUOTES = frozenset("\"“”‘’'")


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """Tokens ``first`` to before ``end``; ``core`` is the first token of the number itself.

    ``qualifier`` is one of the codebook's, or ``none`` for words that say there were none.
    ``hedge`` holds the words before the number.
    """

    first: int
    core: int
    end: int
    low: float | None
    high: float | None
    qualifier: str
    hedge: str = ""
    digits: bool = False

    @property
    def value(self) -> float:
        """Return the number as it is said, whatever its bounds."""
        return self.low if self.low is not None else self.high or 0.0

    @property
    def may_be_age(self) -> bool:
        """Tell whether a person may be that old."""
        return 0 < self.value <= _OLDEST


def find_numbers(parse: Parse) -> Iterator[Number]:
    """Find every number of a text, in its order."""
    known = load_number_words()
    floor = 0
    for token, lower in enumerate(parse.lowers):
        if token < floor or not (lower in known.starters or lower[0].isdigit()):
            continue
        number = _read(parse, token, known)
        if number is not None:
            number = _doubled(parse, _ranged(parse, number, known))
            number = _hedged(parse, number, known, floor)
            yield number
            floor = number.end


def _read(parse: Parse, token: int, known: NumberWords) -> Number | None:
    lower = parse.lowers[token]
    if lower[0].isdigit():
        return _read_digits(parse, token, known)
    if lower in known.phrases.starts:
        found = known.phrases.starting(parse.lowers, token)
        hedge = known.hedges.starting(parse.lowers, token)
        if found and not (hedge and hedge[0] > found[0]):
            end, qualifier, (low, high) = found
            return Number(first=token, core=token, end=end, low=low, high=high, qualifier=qualifier)
    if lower in known.cardinals:
        return _read_words(parse, token, known)
    following = parse.lowers[token + 1] if token + 1 < len(parse) else ""
    if lower == "a" and following in known.multipliers:  # "a hundred and fifty"
        return replace(_read_words(parse, token + 1, known), first=token, core=token)
    return None


def _read_digits(parse: Parse, token: int, known: NumberWords) -> Number | None:
    word = parse.words[token]
    joined = _RANGE.match(word)
    if joined:
        low, high = (float(part.replace(",", "")) for part in joined.groups())
        return _exact(token, token + 1, low, high) if low < high else None
    match = _DIGITS.match(word)
    if not match:
        return None
    value = float(match[1].replace(",", "") + (match[2] or ""))
    end, value = _multiplied(parse, token + 1, value, known)
    number = replace(_exact(token, end, value, value), digits=True)
    return replace(number, high=None, qualifier="at-least") if match[3] else number


def _exact(first: int, end: int, low: float, high: float) -> Number:
    qualifier = "exact" if low == high else "range"
    return Number(first=first, core=first, end=end, low=low, high=high, qualifier=qualifier)


def _multiplied(parse: Parse, end: int, value: float, known: NumberWords) -> tuple[int, float]:
    size, lowers = len(parse), parse.lowers
    if end < size and lowers[end] in known.suffixes and parse.starts[end] == parse.ends[end - 1]:
        scale = known.suffixes[lowers[end]]
        # "400 m" and "400m" are metres unless a currency stands before the number.
        if lowers[end] != "m" or _after_currency(parse, end - 1):
            return end + 1, value * scale
    while end < size and lowers[end] in known.multipliers:
        value *= known.multipliers[lowers[end]]
        end += 1
    return end, value


def _after_currency(parse: Parse, token: int) -> bool:
    return token > 0 and (parse.tags[token - 1] == "$" or parse.words[token - 1][-1] in "$€£¥₹₦")


def _read_words(parse: Parse, token: int, known: NumberWords) -> Number:
    """Add up number words: "two hundred and thirty-two thousand"."""
    total, group, end, last = 0.0, 0.0, token, ""
    for word, after in _number_words(parse, token, known):
        scale = known.multipliers.get(word)
        if scale is None:
            unit, tens = known.cardinals[word], known.cardinals.get(last)
            if tens is not None and not (tens >= _TWENTY and unit < _TEN):
                break
            group += unit
        elif scale >= _THOUSAND:
            total, group = total + max(group, 1) * scale, 0.0
        else:
            group = max(group, 1) * scale
        last, end = word, after
    value = total + group
    return _exact(token, end, value, value)


def _number_words(parse: Parse, token: int, known: NumberWords) -> Iterator[tuple[str, int]]:
    """Yield the words of one number, each with the token after it."""
    lowers, size = parse.lowers, len(parse)
    previous = ""
    while token < size:
        word = lowers[token]
        joint = token + 1 if _joins(word, previous, known) else token
        if joint < size and (
            lowers[joint] in known.cardinals or lowers[joint] in known.multipliers
        ):
            yield lowers[joint], joint + 1
            previous, token = lowers[joint], joint + 1
        else:
            return


def _joins(word: str, previous: str, known: NumberWords) -> bool:
    if word == "-":
        return known.cardinals.get(previous, 0) >= _TWENTY
    return word == "and" and previous in ("hundred", "thousand")


def _ranged(parse: Parse, number: Number, known: NumberWords) -> Number:
    """Take in the other end of a range."""
    lowers, join = parse.lowers, number.end
    between = number.first > 0 and lowers[number.first - 1] == "between"
    if join + 1 >= len(parse) or number.qualifier not in ("exact", "about"):
        return number
    if not (between and lowers[join] == "and") and not _is_range(parse, number, known):
        return number
    other = _read(parse, join + 1, known)
    if other is None or other.qualifier != "exact" or other.low is None or number.low is None:
        return number
    low = _share_scale(parse, number, other)
    if not low < other.low:
        return number
    first = number.first - 1 if between else number.first
    return replace(number, first=first, low=low, high=other.low, end=other.end, qualifier="range")


def _is_range(parse: Parse, number: Number, known: NumberWords) -> bool:
    before = parse.lowers[number.first - 1] if number.first else ""
    return parse.lowers[number.end] in known.joins and before not in ("from", "of", "by")


def _share_scale(parse: Parse, number: Number, other: Number) -> float:
    """Read "two to three thousand" as thousands on both sides."""
    scale = (other.low or 0) / max(1.0, float(_leading(parse, other)))
    low = number.low or 0.0
    single = number.end - number.core == 1
    return low * scale if single and scale >= _HUNDRED > low else low


def _leading(parse: Parse, number: Number) -> float:
    known = load_number_words()
    lower = parse.lowers[number.core]
    match = _DIGITS.match(lower)
    if match:
        return float(match[1].replace(",", "") + (match[2] or ""))
    return float(known.cardinals.get(lower, 0)) or (number.low or 1.0)


def _doubled(parse: Parse, number: Number) -> Number:
    """Take in a number that is said twice: "nine (9) persons"."""
    end = number.end
    if parse.words[end : end + 1] != ["("] or parse.words[end + 2 : end + 3] != [")"]:
        return number
    match = _DIGITS.match(parse.words[end + 1])
    same = match and float(match[1].replace(",", "")) == number.value
    return replace(number, end=end + 3) if same else number


def _hedged(parse: Parse, number: Number, known: NumberWords, floor: int) -> Number:
    """Take in the words before and after that loosen or bound the number."""
    first, qualifiers = number.first, []
    while first > floor:
        skip = first - 1 if parse.lowers[first - 1] in _QUOTES else first
        found = known.hedges.ending(parse.lowers, skip) if skip > floor else None
        if found is None or found[0] < floor:
            break
        if parse.lemmas[found[0] - 1] in _PARTICLES.get(parse.lowers[found[0]], ()):
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
