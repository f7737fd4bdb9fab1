"""The accuracy card of one version on one corpus."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRow:
    """One measure: shares between 0 and 1, and how many the gold holds."""

    group: str
    name: str
    gold: int
    precision: float | None
    recall: float | None
    f1: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What was measured of which version on which corpus."""

    version: str
    corpus: str
    digest: str
    reports: int
    quotes: float
    quiet: int
    quiet_alarms: int
    rows: tuple[CardRow, ...]
