"""Persons that a report names beside what they are: "a farmer, Ali Ghalib, was killed"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from dateline.knowledge.actors import nouns
from dateline.knowledge.actors.folding import fold_name
from dateline.publish.personal_names import personal_names

_NAME = r"[A-Z][\w’'-]+(?:\s+(?:al-|el-|bin|abu|de|van)?\s?[A-Z][\w’'-]+){1,3}"
_BEHIND = re.compile(rf"\b([a-z][\w-]+),\s+({_NAME})(?=[,.;:)]|\s+\()")
_AGED = re.compile(rf"({_NAME}),\s+(?:aged\s+)?\d{{1,3}}\b")
_BEFORE = re.compile(rf"({_NAME}),\s+an?\s+(?:\w+[ -]){{0,3}}?([a-z][\w-]+)\b")
# Whose names stay: those who hold an office or bear arms, and those who speak for others.
PUBLIC = frozenset(("GOV", "MIL", "POL", "REB", "IGO", "LEG", "JUD", "SPY", "OPP"))


@lru_cache(maxsize=1000)
def victim_names(words: str) -> frozenset[str]:
    """Find names of private persons by what the words beside them say they are."""
    found = {name for name in _beside(words) if name in personal_names(name, None)}
    return frozenset(" ".join(name.split()) for name in found)


def _beside(words: str) -> Iterator[str]:
    yield from (found[1] for found in _AGED.finditer(words))
    yield from (found[2] for found in _BEHIND.finditer(words) if _is_private(found[1]))
    yield from (found[1] for found in _BEFORE.finditer(words) if _is_private(found[2]))


def _is_private(noun: str) -> bool:
    known = nouns().get(fold_name(noun))
    return known is not None and known.nature == "person" and known.role not in PUBLIC
