"""Regions as feeds of sirens call them, in Ukrainian or in English, under one key."""

import re
import unicodedata
from functools import cache, lru_cache

from dateline.knowledge.files import ROOM, read_table
from dateline.knowledge.gazetteer.folding import fold

_LEVELS = {
    "oblast": "oblast", "region": "oblast", "province": "oblast",
    "raion": "raion", "rayon": "raion", "district": "raion",
    "hromada": "hromada", "community": "hromada",
    "m": "city", "misto": "city", "city": "city",
}  # fmt: skip
# Said of a region beside its level: they are no part of its name.
_BESIDE = frozenset("miska silska selyshchna terytorialna territorial urban rural the of".split())
_LETTERS = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ie",
        "ж": "zh", "з": "z", "и": "y", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l",
        "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u",
        "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ь": "", "ю": "iu",
        "я": "ia", "ё": "e", "ы": "y", "э": "e", "ъ": "",
    }
)  # fmt: skip
# A raion is named by an adjective of its seat: Chuhuivskyi of Chuhuiv, Kramatorskyi of Kramatorsk.
_ADJECTIVE = re.compile(r"(?<=[sz])(?:ka|k[yi][iyj]|ke|k)$")
_VOWELS = re.compile(r"[aeiouy]+$")
_LAST_S = re.compile(r"(?<=[^aeiouy])s$")
_LEAST = 3  # letters of a stem
_ASKED = 16_384  # answers kept


@lru_cache(maxsize=_ASKED)
def region_key(name: str, level: str) -> str:
    """Bring the spellings of a region of a level to one key; an oblast's is its ISO code."""
    stem = _stem(name)
    if level == "oblast" or (level == "city" and stem in _cities()):
        codes = _cities() if level == "city" or _told(name) == "city" else _oblasts()
        return codes.get(stem) or _oblasts().get(stem, stem)
    return stem


def level_told(name: str) -> str | None:
    """Find the level that a region's name tells."""
    return _told(name)


def own_city(name: str) -> str | None:
    """Return the code of a city that is a region by itself and no part of the oblast around it."""
    return _cities().get(_stem(name))


def _told(name: str) -> str | None:
    return next((_LEVELS[word] for word in reversed(_words(name)) if word in _LEVELS), None)


def _stem(name: str) -> str:
    words = [word for word in _words(name) if word not in _LEVELS and word not in _BESIDE]
    stem = "".join(words)
    for ending in (_ADJECTIVE, _VOWELS, _LAST_S):
        shorter = ending.sub("", stem)
        stem = shorter if len(shorter) >= _LEAST else stem
    return stem


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFC", name).casefold().translate(_LETTERS)
    return fold(plain).split()


@cache
def _oblasts() -> dict[str, str]:
    rows = read_table(ROOM / "siren_regions.tsv")
    return {
        _stem(name): code for code, city, names in rows if city == "-" for name in names.split(";")
    }


@cache
def _cities() -> dict[str, str]:
    rows = read_table(ROOM / "siren_regions.tsv")
    return {
        _stem(name): code for code, city, names in rows if city != "-" for name in names.split(";")
    }
