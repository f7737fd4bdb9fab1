"""One number as the text writes it: digits, number words, vague words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.extract.parse import Parse
from dateline.knowledge.numbers import NumberWords

# Fifteen figures are more than any count; longer ones are telephone and account numbers.
_DIGITS = re.compile(
    r"(\d{1,3}(?:,\d{3}){1,4}|\d{1,3}(?:,\d{2})+,\d{3}|\d{1,15})(\.\d{1,9})?(\+)?$"
)
_RANGE = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,9})[-–](\d{1,3}(?:,\d{3})+|\d{1,9})$")
_OLDEST = 110  # years
_TEN, _TWENTY, _THOUSAND = 10, 20, 1000


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


def read_number(parse: Parse, token: int, known: NumberWords) -> Number | None:
    """Read the number that starts at a token, without hedges."""
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


def leading_value(parse: Parse, number: Number, known: NumberWords) -> float:
    """Return the first part of a number, without its multipliers: the two of "two thousand"."""
    lower = parse.lowers[number.core]
    match = _DIGITS.match(lower)
    if match:
        return float(match[1].replace(",", "") + (match[2] or ""))
    return float(known.cardinals.get(lower, 0)) or (number.low or 1.0)
