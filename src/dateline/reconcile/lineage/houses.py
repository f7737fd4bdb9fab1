"""Houses: publishers, agencies and offices, by whichever of their names they go."""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from dateline.knowledge.gazetteer.countries import country_named, demonym_country
from dateline.knowledge.gazetteer.folding import fold
from dateline.knowledge.likeness import likeness_words
from dateline.knowledge.structure import load_structure
from dateline.knowledge.voices import offices, voices
from dateline.records import Report

_INITIALS = 2  # letters, at least


@lru_cache(maxsize=20_000)
def same_house(left: str, right: str) -> bool:
    """Tell whether two names are of one house: a short form, initials, or a word less."""
    one, other = _agency(left), _agency(right)
    mine, theirs = _telling(one), _telling(other)
    if one == other or (mine and mine == theirs):
        return True
    shorter = mine and theirs and (mine <= theirs or theirs <= mine)
    if shorter and not _is_paper(one) and not _is_paper(other):
        return True
    return _is_short_for(one, other) or _is_short_for(other, one)


def is_general(credit: str) -> bool:
    """Tell whether a credit names nobody: "Agencies", "wire services"."""
    words = set(fold(credit).split())
    return bool(words) and words <= likeness_words().credits


@lru_cache(maxsize=20_000)
def speaks_for(speaker: str, party: str) -> bool:
    """Tell whether a speaker or publisher is a party or an office of it.

    A ministry speaks for its state: "Russian Defence Ministry" for "Russia" and "Russian forces".
    """
    if _agency(speaker) == _agency(party):
        return True
    mine, theirs = _telling(speaker), _telling(party)
    if mine and theirs and (theirs <= mine or mine <= theirs):
        return True
    if _is_short_for(_first(speaker), party) or _is_short_for(party, speaker):
        return True
    _, country = _voice(speaker)
    return country is not None and country == _country(party) and _is_office(speaker)


def statement_of(speaker: str, reports: Sequence[Report]) -> str | None:
    """Find the report that is the speaker's own statement, by who published it."""
    own = [report for report in reports if report.publisher and not report.credits]
    by_name = [report.id for report in own if _is_own(speaker, report.publisher or "")]
    by_voice = [report for report in own if _is_voice(speaker, report.publisher or "")]
    if by_name or len({report.publisher for report in by_voice}) != 1:
        return by_name[0] if by_name else None
    return by_voice[0].id


@lru_cache(maxsize=20_000)
def _is_own(speaker: str, publisher: str) -> bool:
    """Tell whether a publisher is the speaker, and not only of the same country."""
    if fold(speaker) == fold(publisher) or _is_short_for(_first(publisher), speaker):
        return True
    mine, theirs = _telling(speaker), _telling(publisher)
    if _voice(speaker)[0] != _voice(publisher)[0] or _is_paper(publisher):
        return False
    generic = {word for word in fold(speaker).split() if word in likeness_words().offices}
    if not mine or not theirs:
        return False
    if mine <= theirs and not _is_only_country(speaker):
        return True
    if not generic & set(fold(publisher).split()):
        return False
    country = _country(speaker)
    return theirs <= mine or mine <= theirs or country == _country(publisher) is not None


@lru_cache(maxsize=20_000)
def _is_voice(speaker: str, publisher: str) -> bool:
    """Tell whether a nameless speaker is the sort of office that publishes: "the military"."""
    voice, country = _voice(speaker)
    theirs, other = _voice(publisher)
    if voice is None or voice != theirs:
        return False
    named = frozenset(_words(speaker)) - {word for word in _words(speaker) if _nation(word)}
    return voices().is_plain(named) and (country is None or other is None or country == other)


def _voice(name: str) -> tuple[str | None, str | None]:
    """Tell whose voice a name is, and of which country."""
    if office := offices().get(fold(name)):
        return office.voice, office.country
    return voices().of(frozenset(_words(name))), _country(name)


def _nation(word: str) -> str | None:
    return country_named(word) or demonym_country(word)


def _is_only_country(name: str) -> bool:
    return all(map(_nation, _telling(name)))


def _is_office(name: str) -> bool:
    return fold(name) in offices() or bool(set(fold(name).split()) & likeness_words().offices)


def _is_paper(name: str) -> bool:
    """Tell whether a word says which paper it is: no other word of its name can be left out."""
    return bool(set(_words(name)) & likeness_words().papers)


@lru_cache(maxsize=20_000)
def _country(name: str) -> str | None:
    for word in name.replace("'s", "").replace("’s", "").split():
        if found := _nation(word):
            return found
    return country_named(name)


def _first(name: str) -> str:
    return name.split(maxsplit=1)[0] if name.split() else name


@cache
def _forms() -> dict[str, str]:
    return {fold(form): short for form, short in load_structure().agencies.items()}


def _agency(name: str) -> str:
    folded = fold(name)
    return fold(_forms().get(folded, folded))


def _telling(name: str) -> frozenset[str]:
    """Give the words of a name that say which house it is."""
    known = likeness_words()
    return frozenset(_words(name)) - known.houses - known.offices - known.generic - known.silent


def _words(name: str) -> Iterable[str]:
    return fold(name.replace("'s", "").replace("’s", "")).split()


def _is_short_for(short: str, name: str) -> bool:
    """Tell whether letters are the initials of a name: "LP" of "Lusitania Press"."""
    letters = fold(short)
    if not short.isupper() and short != letters:
        return False
    words = fold(name).split()
    initials = "".join(word[0] for word in words if word not in likeness_words().silent)
    return len(letters) >= _INITIALS and letters == initials
