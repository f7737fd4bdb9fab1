"""How often the coding is right: scored against a gold file, field by field, with intervals."""

from dateline.measure.card import card
from dateline.measure.gold import read_gold

__all__ = ["card", "read_gold"]
