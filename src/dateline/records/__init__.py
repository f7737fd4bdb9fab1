"""The nouns: frozen records that every room may use."""

from dateline.records.coding import Claim, Event, Figure, Party, Place, Record, When
from dateline.records.report import Block, BlockKind, Rejection, Report
from dateline.records.span import Basis, Quote, Span

__all__ = [
    "Basis",
    "Block",
    "BlockKind",
    "Claim",
    "Event",
    "Figure",
    "Party",
    "Place",
    "Quote",
    "Record",
    "Rejection",
    "Report",
    "Span",
    "When",
]
