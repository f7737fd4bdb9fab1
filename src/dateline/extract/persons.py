"""Names of persons and of days, where the pipeline has no name tagger.

A run of proper nouns is a person where something says so: a title before it, an age or an office
after it, or a verb that it does, here or by its last name elsewhere in the report.
"""

from collections.abc import Iterator

from dateline.extract.parse import Entity, Parse
from dateline.knowledge.actors import known_names
from dateline.knowledge.gazetteer.countries import country_named, demonym_country
from dateline.knowledge.gazetteer.lookup import open_gazetteer
from dateline.knowledge.persons import person_words

_MOST_WORDS = 5  # hyphens not counted
_THIRD = 3  # tokens from the surname to what a hyphen joins
_SHORT = 5  # letters of a syllable


def find_names(parse: Parse) -> list[Entity]:
    """Find the names of persons and of days, in the order of the text."""
    named = [*find_persons(parse), *_days(parse)]
    return sorted(named, key=lambda entity: entity.first)


def find_persons(parse: Parse) -> list[Entity]:
    """Find the names of persons, in the order of the text."""
    runs = list(_runs(parse))
    spoken = {_surname(parse, *run) for run in runs if _speaks(parse, *run)}
    surnames = {
        _surname(parse, first, end)
        for first, end in runs
        if end - first > 1
        and (_introduced(parse, first, end) or _surname(parse, first, end) in spoken)
    }
    return [
        Entity(first, end, "PERSON")
        for first, end in runs
        if _surname(parse, first, end) in surnames
        or (end - first > 1 and _introduced(parse, first, end))
    ]


def _surname(parse: Parse, first: int, end: int) -> str:
    """Give the last name, which stands first where a hyphen joins the others: "Bae Soon-ja"."""
    return parse.words[first if parse.words[end - 1][0].islower() else end - 1]


def _days(parse: Parse) -> Iterator[Entity]:
    days = person_words().days
    for token, word in enumerate(parse.lowers):
        if word in days and parse.tags[token] == "NNP":
            yield Entity(token, token + 1, "DATE")


def _runs(parse: Parse) -> Iterator[tuple[int, int]]:
    """Yield the runs of capitalised proper nouns that hold no word of a body, place or people."""
    token, size = 0, len(parse)
    while token < size:
        if not _is_name_word(parse, token):
            token += 1
            continue
        first = token
        while token < size and (
            _is_name_word(parse, token) or _ties(parse, token) or _is_second_part(parse, token)
        ):
            token += 1
        words = sum(word != "-" for word in parse.words[first:token])
        if words <= _MOST_WORDS and not _is_body(parse, first, token):
            yield first, token


def _is_name_word(parse: Parse, token: int) -> bool:
    word = parse.words[token]
    named = parse.tags[token].startswith("NNP") and word[0].isupper() and not word.isupper()
    return named and parse.lowers[token].rstrip(".") not in person_words().titles


def _ties(parse: Parse, token: int) -> bool:
    """Tell whether a particle, an initial or a hyphen inside a name joins its parts."""
    word, after = parse.words[token], token + 1
    if word == "-" and _is_glued(parse, token):
        return True
    if after < len(parse) and parse.words[after] == "-" and _is_glued(parse, after):
        if word[0].isupper():
            return True
        after += 1  # "al-Sisi"
    if after >= len(parse) or not parse.words[after][0].isupper():
        return False
    initial = len(word.rstrip(".")) == 1 and word[0].isupper()
    return initial or parse.lowers[token] in person_words().particles


def _is_glued(parse: Parse, hyphen: int) -> bool:
    """Tell whether a hyphen joins two words, the second with a capital or of a name as Soon-ja."""
    before, after = hyphen - 1, hyphen + 1
    if before < 0 or after >= len(parse) or not parse.words[after][0].isalpha():
        return False
    tight = parse.ends[before] == parse.starts[hyphen] and parse.ends[hyphen] == parse.starts[after]
    return tight and (parse.words[after][0].isupper() or _is_second_part(parse, after))


def _is_second_part(parse: Parse, token: int) -> bool:
    """Tell whether a small word ends a name of three parts: "Moon Jae-in"."""
    small = parse.words[token].islower() and parse.words[token].isalpha()
    if not small or token < _THIRD or parse.words[token - 1] != "-":
        return False
    named = _is_name_word(parse, token - _THIRD) and parse.words[token - 2][0].isupper()
    short = len(parse.words[token]) <= _SHORT
    return named and short and parse.lowers[token] not in person_words().joined


def _is_body(parse: Parse, first: int, end: int) -> bool:
    words = parse.lowers[first:end]
    if any(word in person_words().bodies for word in words):
        return True
    name = parse.words_of(first, end)
    if country_named(name) or demonym_country(words[0]) or demonym_country(words[-1]):
        return True
    return any(alias.folded == name.lower() for alias in known_names().get(words[0], ()))


def _introduced(parse: Parse, first: int, end: int) -> bool:
    """Tell whether a title stands before the name, or an age or an office after it."""
    words = person_words()
    if first and parse.lowers[first - 1].rstrip(".") in words.titles:
        return True
    if end + 1 < len(parse) and parse.words[end] == ",":
        after = parse.lowers[end + 1 : end + 6]
        aged = parse.tags[end + 1] == "CD" and len(after[0]) == len("43")
        if aged or any(word in words.titles for word in after[:4]):
            return True
    heads = [t for t in range(first, end) if parse.deps[t] == "appos"]
    if any(parse.lowers[parse.heads[t]] in words.titles for t in heads):
        return True  # "The mayor, Musa Okello, said"
    return _speaks(parse, first, end) or _acts(parse, first, end)


def _acts(parse: Parse, first: int, end: int) -> bool:
    """Tell whether the name does something and no place bears it."""
    heads = [t for t in range(first, end) if not first <= parse.heads[t] < end]
    subject = bool(heads) and parse.deps[heads[0]] == "nsubj"
    return subject and not open_gazetteer().candidates(parse.words_of(first, end))


def _speaks(parse: Parse, first: int, end: int) -> bool:
    heads = [t for t in range(first, end) if not first <= parse.heads[t] < end]
    if not heads:
        return False
    head, dep = parse.heads[heads[0]], parse.deps[heads[0]]
    if dep == "nsubj" and parse.lemmas[head] in person_words().says:
        return True
    return dep == "pobj" and parse.lowers[head] == "to" and parse.lowers[head - 1] == "according"
