"""What a number counts: the noun after it, and its class."""

from collections.abc import Iterator
from dataclasses import replace

from dateline.extract.figure_counted import BARE, NOUN_TAGS, UNKNOWN, Counted, noun_of
from dateline.extract.figure_labels import has_noun, is_label
from dateline.extract.figure_sizes import read_size
from dateline.extract.number_words import Number
from dateline.extract.numbers import find_numbers
from dateline.extract.parse import Parse
from dateline.knowledge.figures import FigureWords, load_figure_words

_MODIFIERS = NOUN_TAGS | {"JJ", "JJR", "JJS", "POS", "HYPH", "AFX", "FW"}
_PARTICIPLES = frozenset(("VBN", "VBG"))
_ANEW = frozenset(("NNP", "JJ", "JJR", "FW"))
_NEVER = frozenset(("time", "place", "party", "abstract"))
_OPENERS = frozenset("\"“‘'`") | {"``", "''"}
_CLOSERS = frozenset('”"’')
_LONGEST = 9  # tokens of a noun phrase after its number


def find_counted(parse: Parse) -> Iterator[Counted]:
    """Find every number that may count people or things, or measure something."""
    words = load_figure_words()
    floor = 0
    for number in find_numbers(parse):
        if number.first < floor:
            continue
        counted = read_size(parse, number, words) or _count(parse, number, words)
        if counted is not None:
            floor = counted.end
            yield counted


def _count(parse: Parse, number: Number, words: FigureWords) -> Counted | None:
    if is_label(parse, number, words) or _is_age(parse, number, words):
        return None
    counted = _body(parse, number, words) or _phrase(parse, number, words)
    if counted.noun.kind in _NEVER and counted.word not in words.tolls:
        return None
    return counted


def _is_age(parse: Parse, number: Number, words: FigureWords) -> bool:
    """Tell "a woman of 61" and "a Greek of about 30" from counts."""
    noun = number.first - 2
    if noun < 0 or parse.lowers[noun + 1] != "of" or has_noun(parse, number.end):
        return False
    if parse.tags[noun] not in ("NN", "NNP", "JJ") or not number.may_be_age:
        return False
    if parse.lemmas[noun] in words.counted.collectives:  # "a crew of nine"
        return False
    return parse.tags[noun] == "NNP" or noun_of(parse, noun, words).kind == "person"


def _body(parse: Parse, number: Number, words: FigureWords) -> Counted | None:
    """Read numbers that say how many a body of people has: "300 strong", "a crew of nine"."""
    end, first = number.end, number.first
    strong = end + (parse.lowers[end : end + 1] == ["-"])
    if parse.lowers[strong : strong + 1] == ["strong"]:
        troop = words.nouns["troop"]
        return Counted(
            number=number, first=first, end=strong + 1, node=strong, noun=troop, word="troop"
        )
    node = first - 2
    if node < 0 or parse.lowers[node + 1] != "of" or has_noun(parse, end):
        return None
    noun = noun_of(parse, node, words)
    if noun.kind != "person" or parse.tags[node] != "NN":
        return None
    return Counted(
        number=number, first=node, end=end, node=node, noun=noun, word=parse.lemmas[node]
    )


def _phrase(parse: Parse, number: Number, words: FigureWords) -> Counted:
    """Read the noun phrase that the number opens."""
    end = number.end
    bare = Counted(number=number, first=number.first, end=end, node=end - 1, noun=BARE)
    while parse.words[end : end + 1] and parse.words[end] in _CLOSERS:
        end += 1
    if parse.lowers[end : end + 1] != ["of"]:
        return _noun_phrase(parse, bare, number.end, words)
    inner = _inside(parse, end + 1)
    if inner < len(parse) and parse.lowers[inner] in words.grammar.pronouns:
        return replace(bare, end=inner + 1, part=True)
    counted = _noun_phrase(parse, bare, inner, words)
    if inner < len(parse) and parse.tags[inner] == "CD":  # "12 of the 20 drones" are two figures
        return replace(bare, noun=counted.noun, word=counted.word)
    return replace(counted, part=inner > end + 1 and counted.node != bare.node)


def _inside(parse: Parse, token: int) -> int:
    """Skip the words that open a definite noun phrase."""
    while token < len(parse) and (
        parse.tags[token] in ("DT", "PRP$", "PDT") or parse.words[token] in _OPENERS
    ):
        token += 1
    return token


def _noun_phrase(parse: Parse, bare: Counted, token: int, words: FigureWords) -> Counted:
    node = _head_noun(parse, token, words)
    if node is None:
        return _dead_or_wounded(parse, bare, token, words)
    lower, lemma = parse.lowers[node], parse.lemmas[node]
    kind, unit = words.units.get(lemma, ("", ""))
    return replace(
        bare,
        end=_joined_end(parse, node + 1),
        node=node,
        noun=noun_of(parse, node, words),
        word=lower if lower in words.tolls else lemma,
        unit=unit if kind == "people" else None,
    )


def _joined_end(parse: Parse, end: int) -> int:
    """Take in what hyphens join to the noun: "passers-by"."""
    while parse.words[end : end + 1] == ["-"] and parse.starts[end] == parse.ends[end - 1]:
        end = min(len(parse), end + 2)
    return end


def _dead_or_wounded(parse: Parse, bare: Counted, token: int, words: FigureWords) -> Counted:
    """Read adjectives that stand for people: "two of the wounded"."""
    lower = parse.lowers[token] if bare.end < token < len(parse) else ""
    if lower not in words.tolls:
        return bare
    return replace(bare, end=token + 1, node=token, noun=words.nouns["people"], word=lower)


def _head_noun(parse: Parse, first: int, words: FigureWords) -> int | None:
    """Find the noun that ends the run of adjectives and nouns from here."""
    head = None
    for token in range(first, min(len(parse), first + _LONGEST)):
        tag = parse.tags[token]
        if head is not None and _starts_anew(parse, token, head, words):
            break
        if tag in NOUN_TAGS and parse.words[token][0].isalnum():
            head = token
            if words.nouns.get(parse.lemmas[token], UNKNOWN).kind == "time":
                break
        elif tag == "CD":
            if token != first:
                break
        elif tag not in _MODIFIERS and not _continues(parse, token, head, words):
            break
    return head


def _starts_anew(parse: Parse, token: int, head: int, words: FigureWords) -> bool:
    """Tell whether a word after a noun opens the next phrase: "four men | last week"."""
    if parse.lowers[token] in words.states:
        return True
    if parse.tags[head] not in ("NNS", "NNPS"):
        return False
    return parse.tags[token] in _ANEW and parse.words[token - 1] != "-"


def _continues(parse: Parse, token: int, head: int | None, words: FigureWords) -> bool:
    """Tell whether a word other than noun and adjective may stand inside the phrase."""
    word, tag = parse.lowers[token], parse.tags[token]
    follows = parse.tags[token + 1] if token + 1 < len(parse) else ""
    if "-" in (word, parse.words[token - 1]) and parse.starts[token] == parse.ends[token - 1]:
        return True
    modified = follows in _MODIFIERS or follows in _PARTICIPLES or follows == "CD"
    if parse.words[token] in _OPENERS or word in ("-", "–", "”"):
        return modified
    if word in words.grammar.inside:
        return modified or follows in ("RB", "IN")
    if head is not None and parse.tags[head] in ("NNS", "NNPS"):
        return False
    if tag == "CC" or word == ",":
        return parse.tags[token - 1] in ("JJ", "NNP", "VBN") and follows in ("JJ", "NNP", "VBN")
    return (tag in _PARTICIPLES or tag == "RB") and head is None and follows in _MODIFIERS
