"""Who may act or be acted on: names, nouns and the roles they speak for."""

from dateline.knowledge.actors.names import Alias, Known, NameIndex, known_names
from dateline.knowledge.actors.nouns import (
    Noun,
    compound_ends,
    garrisons,
    modifier_roles,
    nouns,
    peoples,
    word_list,
)

__all__ = [
    "Alias",
    "Known",
    "NameIndex",
    "Noun",
    "compound_ends",
    "garrisons",
    "known_names",
    "modifier_roles",
    "nouns",
    "peoples",
    "word_list",
]
