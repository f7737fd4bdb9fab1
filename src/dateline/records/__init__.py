"""The nouns: frozen records that every room may use."""

from dateline.records.coding import Claim, Event, Figure, Party, Place, Record, When
from dateline.records.incident import (
    Anchor,
    Grade,
    Incident,
    Judgement,
    Lineage,
    Link,
    Pair,
    Protected,
    Reason,
    SumCheck,
    Telling,
    Toll,
    Trace,
    Value,
)
from dateline.records.kept import EventRow, Fault, Tombstone, Version
from dateline.records.query import Box, Circle, Listed, Query
from dateline.records.report import Block, BlockKind, Rejection, Report
from dateline.records.span import Basis, Quote, Span

__all__ = [
    "Anchor",
    "Basis",
    "Block",
    "BlockKind",
    "Box",
    "Circle",
    "Claim",
    "Event",
    "EventRow",
    "Fault",
    "Figure",
    "Grade",
    "Incident",
    "Judgement",
    "Lineage",
    "Link",
    "Listed",
    "Pair",
    "Party",
    "Place",
    "Protected",
    "Query",
    "Quote",
    "Reason",
    "Record",
    "Rejection",
    "Report",
    "Span",
    "SumCheck",
    "Telling",
    "Toll",
    "Tombstone",
    "Trace",
    "Value",
    "Version",
    "When",
]
