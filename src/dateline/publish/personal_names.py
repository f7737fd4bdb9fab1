"""Find persons' names in the name of a party; when in doubt, it is one."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from dateline.knowledge.actors import known_names, nouns, peoples
from dateline.knowledge.actors.folding import fold_name
from dateline.knowledge.gazetteer.countries import country_named, demonym_country
from dateline.knowledge.gazetteer.lookup import open_gazetteer
from dateline.knowledge.persons import person_words
from dateline.knowledge.private_names import private_name_words

_WORD = re.compile(r"\w+(?:[-.'’`]\w+)*")
_IMPERSONAL = frozenset(("body", "thing", "area"))
_LARGE = 50_000  # people: such a place is known by its name alone, without a country
_ASKED = 32_768  # answers kept
_TWO = 2  # words that make a first name and a surname


@lru_cache(maxsize=_ASKED)
def personal_names(name: str, country: str | None) -> tuple[str, ...]:
    """Give the stretches of a party's name that are persons' names."""
    if _is_known(name):
        return ()
    if any(letter.isalpha() and letter.lower() == letter.upper() for letter in name):
        return (name,)  # a script without capitals
    words = list(_WORD.finditer(name))
    found = [(a, b) for a, b in _runs(name, words) if not _is_told(words, a, b, country)]
    return tuple(name[words[first].start() : words[end - 1].end()] for first, end in found)


def _runs(name: str, words: Sequence[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Yield runs of capitalised words, with the particles inside them."""
    first = 0
    while first < len(words):
        end = first
        while end < len(words) and (
            _is_name_word(words, end) or (end > first and _ties(words, end))
        ):
            end += 1
            if end < len(words) and name[words[end - 1].end() : words[end].start()].strip():
                break  # a comma or a bracket
        if end > first:
            yield first, end
        first = max(end, first + 1)


def _is_name_word(words: Sequence[re.Match[str]], at: int) -> bool:
    word = words[at].group()
    if word == word.lower() or any(letter.isdigit() for letter in word):
        return False
    folded = fold_name(word)
    if at == 0 and (folded in private_name_words().openers or _nature(folded)):
        alone = len(words) == 1 or words[1].group() == words[1].group().lower()
        return not (alone or word.isupper() or folded in private_name_words().openers)
    return not (demonym_country(word) or country_named(word) or folded in peoples())


def _ties(words: Sequence[re.Match[str]], at: int) -> bool:
    """Tell whether a particle stands before another word of the name."""
    if words[at].group() not in person_words().particles or at + 1 == len(words):
        return False
    return _is_name_word(words, at + 1) or _ties(words, at + 1)


def _is_told(words: Sequence[re.Match[str]], first: int, end: int, country: str | None) -> bool:
    """Tell whether a run is something else than a person: a site, a place or a body."""
    folded = [fold_name(word.group()) for word in words]
    before, after = folded[:first], folded[end:]
    if _belongs(after) or (before and _nature(before[-1]) in ("person", "people")):
        return False
    run = [word.group() for word in words[first:end]]
    named = [fold_name(word) for word in run if word != word.lower()]  # a "van" is a particle
    if _names_site(named) or _ends_in_site(after) or _of_an_area(before):
        return True
    joined = " ".join(run)
    return _is_known(joined) or _is_place(joined, country)


def _belongs(after: Sequence[str]) -> bool:
    """Tell whether the next word makes the run the name of an owner: "the Okello family"."""
    return bool(after) and after[0] in private_name_words().owned


def _names_site(run: Sequence[str]) -> bool:
    """Tell whether a word of the run itself says what it is, and no surname is like it."""
    unlike = [w for w in run if w not in private_name_words().surnames or len(run) > _TWO]
    return any(_is_site(word) for word in unlike)


def _ends_in_site(after: Sequence[str]) -> bool:
    """Tell whether the words behind the run end in a site: "Loloho power house"."""
    return bool(after) and (_is_site(after[-1]) or _nature(" ".join(after[-2:])) in _IMPERSONAL)


def _of_an_area(before: Sequence[str]) -> bool:
    """Tell whether the run is the name of an area: "village of Edilli"."""
    return len(before) >= _TWO and before[-1] == "of" and _nature(before[-2]) == "area"


def _is_site(word: str) -> bool:
    if word in private_name_words().owned:
        return False
    return word in private_name_words().sites or _nature(word) in _IMPERSONAL


def _nature(word: str) -> str | None:
    singulars = (
        word,
        word.removesuffix("s"),
        word.removesuffix("es"),
        word.removesuffix("ies") + "y",
    )
    return next((nouns()[one].nature for one in singulars if one in nouns()), None)


def _is_known(name: str) -> bool:
    """Tell whether a list of actors has the name, other than as a surname alone."""
    folded = fold_name(name).removeprefix("the ")
    aliases = known_names().get(folded.split(" ")[0], ())
    return any(alias.folded == folded and not alias.surname for alias in aliases)


def _is_place(name: str, country: str | None) -> bool:
    found = open_gazetteer().candidates(name)
    if country is None:
        return any(entry.population >= _LARGE or entry.kind == "country" for entry in found)
    return any(entry.country == country for entry in found)
