"""Numbers that count nothing: dates, clock times, ages, list numbers, scores and names."""

from dateline.extract.number_words import Number
from dateline.extract.parse import Parse
from dateline.knowledge.figures import FigureWords

_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS"))
_NAMES = frozenset(("NNP", "NN", "NNS"))
_LINE_ENDS = frozenset((".", ")", "/", ":", ".)", "-", "–", "—"))
_TIGHT = frozenset(("–", "/", ":", "x", "h"))
_AFTER_AGE = frozenset((",", ".", "and", ")", "who", ";"))
_LEAD = " \t(#*•-–"
_LAST_DAY = 31
_ADULT = 18
_TEN = 10
_YEARS = range(1800, 2101)


def has_noun(parse: Parse, token: int) -> bool:
    """Tell whether a noun or an adjective stands here."""
    return token < len(parse) and parse.tags[token] in _NOUNS


def is_label(parse: Parse, number: Number, words: FigureWords) -> bool:
    """Tell whether a number names, dates or orders rather than counts."""
    return (
        _is_date(parse, number, words)
        or _is_name(parse, number, words)
        or _is_apposed_age(parse, number, words)
        or _is_joined(parse, number)
        or _opens_line(parse, number)
        or _is_clock(parse, number)
        or _is_idiom(parse, number, words)
    )


def _is_date(parse: Parse, number: Number, words: FigureWords) -> bool:
    core, end, grammar = number.core, number.end, words.grammar
    after = parse.lowers[end] if end < len(parse) else ""
    if after in grammar.months or after in grammar.signs:
        return True
    if _is_year(parse, number):
        return True
    before = parse.lowers[core - 1] if core else ""
    plain = number.digits and number.first == core
    return plain and before in grammar.months and number.value <= _LAST_DAY


def _is_year(parse: Parse, number: Number) -> bool:
    word = parse.words[number.core]
    if number.end - number.core != 1 or not (len(word) == len("1999") and word.isdigit()):
        return False
    after = parse.tags[number.end] if number.end < len(parse) else ""
    plural = after in ("NNS", "NNPS", "JJ")
    return int(word) in _YEARS and number.first == number.core and not plural


def _is_name(parse: Parse, number: Number, words: FigureWords) -> bool:
    """Tell "Article 5", "gate 4" and "Annex 3": a noun, then a bare number."""
    before = number.first - 1
    if number.first != number.core or before < 0 or has_noun(parse, number.end):
        return False
    lower = parse.lowers[before]
    if lower in words.grammar.labels:
        return True
    if not number.digits or parse.tags[before] not in ("NN", "NNP"):
        return False
    if lower in words.grammar.days:  # "since Friday 30 have been held"
        return False
    heads = words.heading(lower) is not None or lower in words.kept.counters
    return not heads and parse.ends[before] + 1 == parse.starts[number.core]


def _is_apposed_age(parse: Parse, number: Number, words: FigureWords) -> bool:
    """Tell "Rana Farid, 43," and "a man (71)" and "all under ten"."""
    core, end = number.core, number.end
    if not core or not number.may_be_age or has_noun(parse, end):
        return False
    if number.hedge in words.grammar.age_limits and number.value <= _ADULT:
        return True
    opened, tag = parse.words[core - 1], parse.tags[core - 2] if core > 1 else ""
    closed = parse.words[end] if end < len(parse) else "."
    if opened == "and":
        return tag == "CD" and parse.words[core - 3] == ","
    if opened == "(":
        return closed in (")", ",") and tag in _NOUNS and number.first == core
    if opened != "," or closed not in _AFTER_AGE or tag not in _NAMES:
        return False
    return tag != "NNS" or closed == "and"


def _is_joined(parse: Parse, number: Number) -> bool:
    """Tell "6–1", "14/3", "16-tube" and "No. 3": a sign ties the number to its neighbour."""
    core, end = number.core, number.end
    after = parse.lowers[end] if end < len(parse) else ""
    if after == "-":
        return parse.lowers[end + 1 : end + 2] not in (["strong"], ["member"], ["man"])
    if after in _TIGHT and parse.starts[end] == parse.ends[end - 1]:
        return True
    if not number.digits or core < len("no."):
        return False
    sign, before = parse.words[core - 1], core - 2
    if sign in ("-", "–", "."):
        return parse.tags[before] == "CD" or parse.lowers[before] == "no"
    return sign in ("/", ":", "+") and parse.ends[core - 1] == parse.starts[core]


def _opens_line(parse: Parse, number: Number) -> bool:
    """Tell the numbers of a list: "2. On Monday", "3/ Sunday", "(4) the"."""
    end = number.end
    if not number.digits or end >= len(parse):
        return False
    start = parse.starts[number.core]
    line = parse.text.rfind("\n", 0, start) + 1
    if parse.text[line:start].strip(_LEAD):
        return False
    return parse.words[end] in _LINE_ENDS or parse.starts[end] - parse.ends[end - 1] != 1


def _is_clock(parse: Parse, number: Number) -> bool:
    """Tell "5.30 in the morning" from a count: nothing that is counted follows."""
    if not number.digits or number.end - number.core != 1 or number.value % 1 == 0:
        return False
    return parse.tags[number.end : number.end + 1] not in (["NNS"], ["NN"], ["CD"])


def _is_idiom(parse: Parse, number: Number, words: FigureWords) -> bool:
    """Tell "no longer", "one another", "nine in ten" and "this one" from counts."""
    core, end = number.core, number.end
    after = parse.lowers[end] if end < len(parse) else ""
    if number.qualifier == "none":
        return after in words.grammar.after_none
    if end - core > 1:
        return False
    if after in ("in", "out") and end + 1 < len(parse):
        ratio = parse.tags[end + 1] == "CD" and number.value < _TEN
        return parse.lowers[end + 1] == "of" or (
            ratio and len(parse.words[end + 1]) <= len("eight")
        )
    if parse.lowers[core] != "one":
        return False
    before = parse.lowers[core - 1] if core else ""
    return after == "another" or before in words.grammar.before_one or _is_of_many(parse, end)


def _is_of_many(parse: Parse, token: int) -> bool:
    """Tell "one of some 30" (the thirty count) from "one of the ten" (the one counts)."""
    if parse.lowers[token : token + 1] != ["of"] or parse.lowers[token + 1 : token + 2] == ["the"]:
        return False
    return "CD" in parse.tags[token + 1 : token + 4]
