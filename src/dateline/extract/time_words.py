"""Give every token its class of time words, as a code that patterns over codes can match."""

import re
from functools import cache

from dateline.extract.parse import Parse
from dateline.knowledge.times import MORE, NONE, TimeLexicon, Value

_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(shape))
    for name, shape in (
        ("int", r"0?[1-9]|[12]\d|3[01]"),
        ("year", r"(?:1[89]|20)\d\d"),
        ("hhmm", r"(?:[01]\d|2[0-4])[0-5]\d"),
        ("big", r"\d{1,3}"),
        ("nth", r"(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)"),
        ("clock", r"(?:[01]?\d|2[0-4])[:h][0-5]\d(?::[0-5]\d)?(?:[ap]m)?"),
        ("clock", r"(?:[01]?\d|2[0-4])h|(?:[01]\d|2[0-4])[0-5]\d(?:hrs?|h|z|gmt|utc|lt)"),
        ("clock", r"(?:1[0-2]|[1-9])(?:\.[0-5]\d)?[ap]m"),
        ("decimal", r"(?:[01]?\d|2[0-3])\.[0-5]\d"),
        ("span", r"(?:[1-9]|[12]\d|3[01])[-–—/](?:[1-9]|[12]\d|3[01])"),
        ("isodate", r"(?:1[89]|20)\d\d-\d\d-\d\d|\d{1,2}([./])\d{1,2}\1(?:1[89]|20)?\d\d"),
        ("decade_name", r"(?:1[89]|20)\d0s"),
        ("day_month", r"(?:0?[1-9]|[12]\d|3[01])[a-z]{3}(?:(?:20|19)?\d\d)?"),
        ("dtg", r"(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\dz"),
    )
)


@cache
def number_class(word: str) -> tuple[str, Value] | None:
    """Tell what kind of number the digits of a word look like, and its value."""
    for name, shape in _SHAPES:
        if shape.fullmatch(word):
            digits = re.match(r"\d+", word)
            whole = name in {"int", "year", "big", "nth", "decade_name"} and digits
            return name, int(digits[0]) if whole and digits else word
    return None


def time_codes(parse: Parse, lexicon: TimeLexicon) -> tuple[str, list[Value]]:
    """Write the text as one code a token, with the values of the tokens beside it."""
    known, phrases = lexicon.words, lexicon.phrases
    out: list[str] = []
    values: list[Value] = [0] * len(parse)
    rest = 0
    for i, lower in enumerate(parse.lowers):
        if rest:
            rest -= 1
            out.append(MORE)
            continue
        found = _phrase(parse.lowers, i, phrases[lower]) if lower in phrases else None
        if found is None and (lower in known or lower[0].isdigit()):
            found = _word(parse, i, lexicon)
        code, values[i], rest = found or (NONE, 0, 0)
        out.append(code)
    return "".join(out), values


_Word = tuple[str, Value, int]  # code, value, and how many tokens more


def _phrase(
    lowers: list[str], i: int, options: list[tuple[tuple[str, ...], str, Value]]
) -> _Word | None:
    for words, code, value in options:
        found = lowers[i + 1 : i + 1 + len(words)]
        if tuple(word.replace("’", "'") for word in found) == words:
            return code, value, len(words)
    return None


def _word(parse: Parse, i: int, lexicon: TimeLexicon) -> _Word | None:
    lower = parse.lowers[i]
    if lower in lexicon.words:
        named = lower not in lexicon.lists.capital or _is_name(parse, i)
        return (*lexicon.words[lower], 0) if named else None
    number = number_class(lower)
    return (lexicon.codes[number[0]], number[1], 0) if number else None


def _is_name(parse: Parse, i: int) -> bool:
    numbered = i + 1 < len(parse) and parse.words[i + 1].isdigit()
    return parse.words[i][0].isupper() and (numbered or parse.tags[i][:2] not in {"VB", "MD"})
