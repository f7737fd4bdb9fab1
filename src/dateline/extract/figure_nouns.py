"""What a number counts: the noun after it, its class, and whether it is a count at all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.extract.numbers import Number, find_numbers
from dateline.extract.parse import Parse
from dateline.knowledge.figures import FigureWords, Noun, load_figure_words

BARE = Noun("bare")
_UNKNOWN = Noun("unknown")
_MODIFIERS = frozenset(("JJ", "JJR", "JJS", "NN", "NNP", "NNS", "NNPS", "POS", "HYPH", "AFX", "FW"))
_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_SIGNS = frozenset(("%", "°", "th", "st", "nd", "rd", "mm", "cm", "cal", "cal.", "calibre", "caliber", "hp"))
_DESIGNATION = re.compile(r"[A-Z][A-Za-z]{0,4}-\d{1,4}[A-Za-z]{0,3}$")
_OPENERS = frozenset("\"“‘'``") | {"``", "''"}
_NEVER = frozenset(("time", "place", "party", "abstract"))
_ONES = frozenset("single each every any this that which second next last other no the".split())
_PRONOUNS = frozenset(("them", "these", "those", "whom", "which", "us", "you"))
_MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. "
    "sept. oct. nov. dec.".split()
)
_AGE = re.compile(r"(?:\d+|\w+)-(?:year|month|week|day)-olds?$")
_LABELS = frozenset(
    "no no. number nr nr. article resolution paragraph para day chapter district route highway "
    "page section room flat apartment school gate type model mark road law age aged g f su mig "
    "channel version part phase step group kilo week year since until till in by of pavilion".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A number with what it counts: tokens ``first`` to before ``end``.

    ``node`` is the token that stands in the sentence for the whole (the noun, or the number);
    ``noun`` its class; ``part`` is True for "three of them".
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


def find_counted(parse: Parse) -> Iterator[Counted]:
    """Find every number that may count people or things."""
    words = load_figure_words()
    floor = 0
    for number in find_numbers(parse):
        if number.first < floor:
            continue
        counted = _measured(parse, number, words) or _count(parse, number, words)
        if counted is not None:
            floor = counted.end
            yield counted


def noun_of(parse: Parse, token: int, words: FigureWords) -> Noun:
    """Return the class of a noun, by its last two words or its last."""
    lower, lemma = parse.lowers[token], parse.lemmas[token]
    if token and lemma in ("bomber", "fighter") and any(c.isdigit() for c in parse.words[token - 1]):
        return words.nouns["aircraft"]
    if token:
        pair = words.nouns.get(f"{parse.lowers[token - 1]} {lemma}")
        if pair:
            return pair
    found = words.nouns.get(lower) or words.nouns.get(lemma)
    if found is None and lower.endswith("s"):
        found = words.nouns.get(lower[:-1])
    if found is None and "-" in lower:
        found = words.nouns.get(lower.rpartition("-")[2].removesuffix("s"))
    if found is None and _DESIGNATION.match(parse.words[token]):
        return words.nouns["aircraft"]
    return found or _UNKNOWN


def _measured(parse: Parse, number: Number, words: FigureWords) -> Counted | None:
    """Read sums of money, distances and weights."""
    before = _currency_before(parse, number, words)
    if before is not None:
        kind, unit = "money", words.units[parse.lowers[before]][1]
        return Counted(
            number=number, first=min(before, number.first), end=number.end, node=before, noun=Noun(kind), unit=unit
        )
    token = number.end
    if token < len(parse) and parse.words[token] == "-":
        token += 1
    found = _unit_at(parse, token, words)
    if found is None:
        return None
    kind, unit, end = found
    if kind == "people" or (token > number.end and _has_noun(parse, end) and kind == "size"):
        return None
    if kind == "distance" and number.hedge == "within" and number.low is None:
        number = replace(number, low=number.high, qualifier="exact")
    return Counted(
        number=number, first=number.first, end=end, node=end - 1, noun=Noun(kind), unit=unit
    )


def _currency_before(parse: Parse, number: Number, words: FigureWords) -> int | None:
    token = number.core - 1
    if token < 0 or not number.digits:
        return None
    lower = parse.lowers[token]
    known = words.units.get(lower)
    if known is None or known[0] != "money":
        return None
    return token


def _unit_at(parse: Parse, token: int, words: FigureWords) -> tuple[str, str, int] | None:
    if token >= len(parse):
        return None
    if token + 1 < len(parse):
        pair = f"{parse.lowers[token]} {parse.lemmas[token + 1]}"
        if pair in words.units:
            return (*words.units[pair], token + 2)
    single = words.units.get(parse.lowers[token]) or words.units.get(parse.lemmas[token])
    return (*single, token + 1) if single else None


def _count(parse: Parse, number: Number, words: FigureWords) -> Counted | None:
    if _is_label(parse, number) or _is_idiom(parse, number):
        return None
    counted = _body(parse, number, words) or _phrase(parse, number, words)
    if counted.noun.kind in _NEVER and counted.word not in words.tolls:
        return None
    return counted


def _is_idiom(parse: Parse, number: Number) -> bool:
    """Tell "no longer", "one another", "nine in ten" and "this one" from counts."""
    end = number.end
    after = parse.lowers[end] if end < len(parse) else ""
    if number.qualifier == "none":
        return after in ("longer", "such", "doubt", "more", "matter", "other", "body")
    if after in ("in", "out") and end + 1 < len(parse) and number.end - number.core == 1:
        ratio = parse.tags[end + 1] == "CD" and len(parse.words[end + 1]) < 6 and number.value < 10
        if ratio or parse.lowers[end + 1] == "of":
            return True
    if parse.lowers[number.core] != "one" or end - number.core > 1:
        return False
    before = parse.lowers[number.core - 1] if number.core else ""
    return after == "another" or before in _ONES or _of_number(parse, end)


def _of_number(parse: Parse, token: int) -> bool:
    """Tell "one of some 50" (the fifty count) from "one of the 14" (the one counts)."""
    if parse.lowers[token : token + 1] != ["of"]:
        return False
    inside = range(token + 1, min(len(parse), token + 4))
    opens = [parse.lowers[t] for t in inside]
    return bool(opens) and opens[0] != "the" and any(parse.tags[t] == "CD" for t in inside)


def _body(parse: Parse, number: Number, words: FigureWords) -> Counted | None:
    """Read numbers that say how many a body of people has: "300 strong", "its crew of five"."""
    end, first = number.end, number.first
    strong = end + 1 if parse.lowers[end : end + 1] == ["-"] else end
    if parse.lowers[strong : strong + 1] == ["strong"]:
        return Counted(
            number=number, first=first, end=strong + 1, node=strong,
            noun=words.nouns["troop"], word="troop",
        )
    if first < 2 or parse.lowers[first - 1] != "of" or _has_noun(parse, end):
        return None
    noun = noun_of(parse, first - 2, words)
    if noun.kind != "person" or parse.tags[first - 2] != "NN":
        return None
    return Counted(
        number=number, first=first - 2, end=end, node=first - 2, noun=noun,
        word=parse.lemmas[first - 2],
    )


def _is_label(parse: Parse, number: Number) -> bool:
    """Tell dates, ages, ordinals, list numbers, scores and names from counts."""
    core, end = number.core, number.end
    before = parse.lowers[core - 1] if core else ""
    after = parse.lowers[end] if end < len(parse) else ""
    if after in _MONTHS or after in _SIGNS:
        return True
    if before in _MONTHS and number.digits and number.first == core:
        return number.value <= 31 or _is_year(parse, number)
    if number.first == number.core and before in _LABELS and not _has_noun(parse, end):
        return True
    if _is_apposed_age(parse, number) or _is_age(parse, number) or _opens_line(parse, number):
        return True
    if _is_name(parse, number) or _is_clock(parse, number):
        return True
    glued = end < len(parse) and parse.starts[end] == parse.ends[end - 1]
    if glued and after in ("-", "–", "/", ":", "mm", "cal", "x", "h") and after != "-":
        return True
    if after == "-" and not _strong(parse, end):
        return True
    if core > 1 and parse.words[core - 1] in ("-", "–", ".") and number.digits:
        if parse.tags[core - 2] == "CD" or parse.lowers[core - 2] == "no":
            return True
    if core and parse.words[core - 1] in ("/", ":", "-", "–", "+") and number.digits:
        joined = parse.ends[core - 1] == parse.starts[core]
        if joined and parse.words[core - 1] != "-":
            return True
    return _is_year(parse, number)


def _strong(parse: Parse, dash: int) -> bool:
    return dash + 1 < len(parse) and parse.lowers[dash + 1] in ("strong", "man", "member", "odd")


def _has_noun(parse: Parse, token: int) -> bool:
    return token < len(parse) and (parse.tags[token] in _NOUNS or parse.tags[token][:2] == "JJ")


def _is_apposed_age(parse: Parse, number: Number) -> bool:
    """Tell "Rana Farid, 43," and "a man (71)"."""
    core, end = number.core, number.end
    if not 0 < core or end - core > 3 or number.value > 110:
        return False
    if parse.words[core - 1] == "and" and core > 2 and parse.tags[core - 2] == "CD":
        return parse.words[core - 3] == "," and not _has_noun(parse, end)
    opened = parse.words[core - 1]
    closed = parse.words[end] if end < len(parse) else "."
    if opened == "(" and closed in (")", ","):
        return core > 1 and parse.tags[core - 2] in _NOUNS and number.first == core
    return (
        opened == ","
        and closed in (",", ".", "and", ")", "who", ";")
        and core > 1
        and parse.tags[core - 2] in ("NNP", "NN", "NNS")
        and (parse.tags[core - 2] != "NNS" or closed == "and")
    )


def _is_age(parse: Parse, number: Number) -> bool:
    """Tell "a woman of 58", "all under ten" and "a Syrian of about 20"."""
    if not 0 < number.value <= 110 or _has_noun(parse, number.end):
        return False
    if number.hedge in ("under", "all under", "below", "over") and number.value <= 18:
        return True
    first = number.first - 1
    if first < 1 or parse.lowers[first] != "of" or parse.tags[first - 1] not in ("NN", "NNP", "JJ"):
        return False
    return noun_of(parse, first - 1, load_figure_words()).kind == "person" or (
        parse.tags[first - 1] == "NNP"
    )


def _is_name(parse: Parse, number: Number) -> bool:
    """Tell "stand 7", "Update 3" and "Line 2": a noun, then a bare number."""
    if not number.digits or number.first != number.core or number.first == 0:
        return False
    before = number.first - 1
    if parse.tags[before] not in ("NN", "NNP") or _has_noun(parse, number.end):
        return False
    words = load_figure_words()
    lower = parse.lowers[before]
    known = lower in words.headings or lower in words.states or lower in words.counters
    return not known and parse.ends[before] + 1 == parse.starts[number.core]


def _is_clock(parse: Parse, number: Number) -> bool:
    """Tell "5.30 in the morning" from a count: nothing that is counted follows."""
    return (
        number.digits
        and number.end - number.core == 1
        and number.value % 1 != 0
        and parse.tags[number.end : number.end + 1] not in (["NNS"], ["NN"], ["CD"])
    )


def _opens_line(parse: Parse, number: Number) -> bool:
    """Tell the numbers of a list: "2. On Monday", "3/ Sunday", "(4) the"."""
    core, end = number.core, number.end
    if not number.digits or end >= len(parse):
        return False
    start = parse.starts[core]
    line = parse.text.rfind("\n", 0, start) + 1
    lead = parse.text[line:start].strip(" \t(#*•-–")
    if lead:
        return False
    return parse.words[end] in (".", ")", "/", ":", ".)", "-", "–", "—") or (
        parse.starts[end] - parse.ends[end - 1] != 1
    )


def _is_year(parse: Parse, number: Number) -> bool:
    word = parse.words[number.core]
    if number.end - number.core != 1 or not (len(word) == 4 and word.isdigit()):
        return False
    if not 1800 <= number.value <= 2100:
        return False
    after = parse.tags[number.end] if number.end < len(parse) else ""
    return number.first == number.core and after not in ("NNS", "NNPS", "JJ")


def _phrase(parse: Parse, number: Number, words: FigureWords) -> Counted:
    """Read the noun phrase that the number opens."""
    end = number.end
    bare = Counted(
        number=number, first=number.first, end=end, node=number.end - 1, noun=BARE
    )
    while end < len(parse) and parse.words[end] in "”\"’" and parse.lowers[end + 1 : end + 2] == ["of"]:
        end += 1
    if end < len(parse) and parse.lowers[end] == "of":
        inner = _inside(parse, end + 1)
        if inner < len(parse) and parse.lowers[inner] in _PRONOUNS:
            return replace(bare, end=inner + 1, part=True)
        counted = _noun_phrase(parse, bare, inner, words)
        vague = number.end - number.core > 1 or not number.digits
        definite = inner > end + 1
        return replace(counted, part=definite) if counted.node != bare.node or vague else bare
    return _noun_phrase(parse, bare, end, words)


def _inside(parse: Parse, token: int) -> int:
    """Skip the words that open a definite noun phrase."""
    while token < len(parse) and (
        parse.tags[token] in ("DT", "PRP$", "PDT") or parse.words[token] in _OPENERS
    ):
        token += 1
    return token


def _noun_phrase(parse: Parse, bare: Counted, token: int, words: FigureWords) -> Counted:
    node = _head_noun(parse, token)
    if node is None and token > bare.end and token < len(parse):
        lower = parse.lowers[token]
        if lower in words.tolls:
            return replace(bare, end=token + 1, node=token, noun=words.nouns["people"], word=lower)
    if node is None:
        return bare
    noun = noun_of(parse, node, words)
    return replace(
        bare, end=node + 1, node=node, noun=noun, word=_word(parse, node, words), unit=_people_unit(parse, node, words)
    )


def _word(parse: Parse, node: int, words: FigureWords) -> str:
    lower = parse.lowers[node]
    return lower if lower in words.tolls else parse.lemmas[node]


def _people_unit(parse: Parse, node: int, words: FigureWords) -> str | None:
    known = words.units.get(parse.lemmas[node])
    return known[1] if known and known[0] == "people" else None


def _head_noun(parse: Parse, token: int) -> int | None:
    """Find the noun that ends the run of adjectives and nouns from here."""
    head, first = None, token
    states = load_figure_words().states
    for token in range(first, min(len(parse), first + 9)):
        tag = parse.tags[token]
        if head is not None and _starts_anew(parse, token, head, states):
            break
        if tag in _NOUNS and parse.words[token][0].isalnum():
            if _is_time(parse, token):
                return token
            head = token
        elif not (tag in _MODIFIERS or _continues(parse, token, head, first)):
            break
    return head


def _starts_anew(parse: Parse, token: int, head: int, states: dict[str, str]) -> bool:
    """Tell whether a word after a noun opens the next phrase: "four men | last week"."""
    if parse.lowers[token] in states:
        return True
    if parse.tags[head] not in ("NNS", "NNPS"):
        return False
    return parse.tags[token] in ("NNP", "JJ", "JJR", "FW") and parse.words[token - 1] != "-"


def _is_time(parse: Parse, token: int) -> bool:
    noun = load_figure_words().nouns.get(parse.lemmas[token])
    return noun is not None and noun.kind == "time"


def _glued(parse: Parse, token: int) -> bool:
    return parse.starts[token] == parse.ends[token - 1]


def _continues(parse: Parse, token: int, head: int | None, first: int) -> bool:
    """Tell whether a word other than noun and adjective may stand inside the phrase."""
    word, tag = parse.lowers[token], parse.tags[token]
    follows = parse.tags[token + 1] if token + 1 < len(parse) else ""
    if "-" in (word, parse.words[token - 1]) and _glued(parse, token):
        return True
    if parse.words[token] in _OPENERS or word in ("-", "–", "”"):
        return follows in _MODIFIERS or follows in ("VBN", "VBG", "CD")
    if word in ("more", "other", "another", "new", "very", "so", "further", "others"):
        return follows in _MODIFIERS or follows in ("VBN", "VBG", "CD", "RB", "IN")
    if head is not None and parse.tags[head] in ("NNS", "NNPS"):
        return False
    if tag in ("CC", ",") or word == ",":
        before = parse.tags[token - 1]
        return before in ("JJ", "NNP", "VBN") and follows in ("JJ", "NNP", "VBN")
    if tag == "CD":
        return token == first and follows in _MODIFIERS
    return tag in ("VBN", "VBG", "RB") and head is None and follows in _MODIFIERS
