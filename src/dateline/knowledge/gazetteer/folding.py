"""One form for the spellings of a name, so that look-ups forgive accents, hyphens and case."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe",
        "ə": "e", "þ": "th", "ŧ": "t", "ħ": "h", "ŋ": "n",
        **dict.fromkeys("'’‘ʼʻ`´ʿʾʹʺ′.\"“”", ""),
        **dict.fromkeys("-‐‑‒–—/_,;:()[]&+", " "),
    }
)  # fmt: skip
_SHORTEST = 3  # letters that must be left when an article is dropped
_ARTICLES = frozenset("al el ad ar as ash at az an ul ed er es esh et ez en adh ath il".split())


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Drop case, accents, apostrophes and full stops; hyphens become spaces."""
    plain = name.casefold() if name.isascii() else _plain(name)
    return " ".join(plain.translate(_LETTERS).split())


def _plain(name: str) -> str:
    parts = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c))


def without_article(folded: str) -> str | None:
    """Drop an Arabic article in front ("al mawasi" -> "mawasi"); None where there is none."""
    first, _, rest = folded.partition(" ")
    return rest if first in _ARTICLES and len(rest) > _SHORTEST else None


_SOUNDS = re.compile("kh|gh|dh|th|sh|ch|zh|ph|ts|tz|ck|[qxcwjy]")
_LIKE = {
    "kh": "k", "gh": "g", "dh": "d", "th": "t", "sh": "s", "ch": "c", "zh": "z", "ph": "f",
    "ts": "z", "tz": "z", "ck": "k", "q": "k", "x": "ks", "c": "k", "w": "", "j": "z", "y": "",
}  # fmt: skip
_VOWELS = re.compile("[aeiouh]")
_TWICE = re.compile(r"(.)\1+")
_LEAST = 2  # consonants without which a skeleton says too little


@lru_cache(maxsize=65536)
def skeleton(folded: str) -> str | None:
    """Keep the consonants that all spellings share ("qayyara", "al qayyarah" -> "kr").

    A vowel in front stays, as "a"; what is left of very short names says too little: None.
    """
    words = [w for w in folded.split() if w not in _ARTICLES] or folded.split()
    joined = "".join(words)
    if not joined.isalpha():
        return None
    first = "a" if joined[0] in "aeiou" else ""
    bones = _VOWELS.sub("", _SOUNDS.sub(lambda m: _LIKE[m[0]], joined))
    bones = first + _TWICE.sub(r"\1", bones)
    return bones if len(bones) >= _LEAST else None
