"""One form for the spellings of a name, so that look-ups forgive accents, hyphens and case."""

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
    return rest if first in _ARTICLES and len(rest) > 3 else None
