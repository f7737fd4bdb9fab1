"""Who may act or be acted on: names, nouns and the roles they speak for."""

from dateline.knowledge.actors.names import Alias, Known, NameIndex, known_names
from dateline.knowledge.actors.nouns import Noun, modifier_roles, nouns, peoples, word_list

__all__ = [
    "Alias",
    "Known",
    "NameIndex",
    "Noun",
    "known_names",
    "modifier_roles",
    "nouns",
    "peoples",
    "word_list",
]
