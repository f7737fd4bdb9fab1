"""Words as they are compared across reports: folded, without those that say little."""

import re
from functools import cache, lru_cache
from hashlib import blake2b

from dateline.knowledge.actors.folding import fold_name
from dateline.knowledge.likeness import likeness_words

_WORD = re.compile(r"[^\W_]+")
_STEM = 7  # letters: "militants" and "militant", "Ukraine" and "Ukrainian" are one


def plain(text: str) -> list[str]:
    """Split into folded words, all of them."""
    return _WORD.findall(fold_name(text))


@lru_cache(maxsize=50_000)
def content(text: str) -> frozenset[str]:
    """Give the stems of the words that say something, folded."""
    silent = likeness_words().silent
    return frozenset(_stem(w) for w in plain(text) if w not in silent)


@lru_cache(maxsize=50_000)
def names(text: str) -> frozenset[str]:
    """Give the stems of a party's name, without words that only say what sort of party it is."""
    generic = likeness_words().generic
    found = content(text)
    return frozenset(word for word in found if word not in _stems(generic)) or found


def is_named(text: str) -> bool:
    """Tell whether a party has a name, and not only words for what it is: "gunmen"."""
    return bool(content(text) - _stems(likeness_words().generic))


@cache
def _stems(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(_stem, words))


def _stem(word: str) -> str:
    return word.removesuffix("s")[:_STEM] if len(word) > 3 else word  # noqa: PLR2004


def number(*parts: str) -> int:
    """Hash words to a signed 64-bit number, the same everywhere and always."""
    digest = blake2b("\0".join(parts).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
