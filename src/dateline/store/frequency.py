"""How frequent terms and days are in PostgreSQL, by the statistics that it keeps anyway.

They say how far to go down a list to meet enough; no answer depends on them, only its time.
"""

import time
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import prod

import sqlalchemy as sa

_LASTS = 600.0  # seconds for which statistics are taken as they were
_SOON = 20.0  # seconds until it is looked again whether there are any
_STATISTICS = """
    SELECT
        (SELECT reltuples FROM pg_class WHERE oid = 'incidents'::regclass) AS rows,
        terms.most_common_elems::text::text[] AS terms,
        terms.most_common_elem_freqs AS shares,
        days.histogram_bounds::text::integer[] AS days
    FROM (VALUES (1)) AS one
    LEFT JOIN pg_stats AS terms
        ON terms.schemaname = current_schema() AND terms.tablename = 'incidents_terms'
    LEFT JOIN pg_stats AS days
        ON days.schemaname = current_schema() AND days.tablename = 'incidents'
        AND days.attname = 'start'
"""


@dataclass(frozen=True, slots=True)
class Frequency:
    """How many incidents there are, which share of them has a term, and days of equal shares."""

    count: float
    shares: Mapping[str, float]
    rest: float  # at most so large is the share of a term that is not listed
    days: tuple[int, ...]

    def share(self, terms: Iterable[str]) -> float:
        """Estimate the share of incidents that have all terms."""
        return prod(map(self.share_of, set(terms)))

    def share_of_any(self, terms: Sequence[str]) -> float:
        """Estimate the share of incidents that have one of some terms; all, where none is asked."""
        return min(1.0, sum(map(self.share_of, terms))) if terms else 1.0

    def depth(self, day: int) -> float:
        """Estimate the share of incidents that began later than a day."""
        at = bisect_left(self.days, day)
        if at == 0 or at == len(self.days):
            return 1.0 if at == 0 else 0.0
        low, high = self.days[at - 1], self.days[at]
        within = (day - low) / (high - low) if high > low else 1.0
        return 1.0 - (at - 1 + within) / (len(self.days) - 1)

    def day(self, depth: float) -> int:
        """Estimate the day than which such a share of incidents began later."""
        place = (1.0 - depth) * (len(self.days) - 1)
        at = min(int(place), len(self.days) - 2)
        low, high = self.days[at], self.days[at + 1]
        return int(low + (high - low) * (place - at))

    def share_of(self, term: str) -> float:
        """Estimate the share of incidents that have a term."""
        return self.shares.get(term, self.rest)


def frequency(connection: sa.Connection) -> Frequency | None:
    """Look up the statistics, or those of minutes ago; None where there are none yet."""
    until, known = connection.info.get("frequency", (0.0, None))
    if time.monotonic() < until:
        return known if isinstance(known, Frequency) else None
    found = _looked_up(connection)
    lasts = _LASTS if found else _SOON
    connection.info["frequency"] = (time.monotonic() + lasts, found)
    return found


def _looked_up(connection: sa.Connection) -> Frequency | None:
    row = connection.exec_driver_sql(_STATISTICS).one()
    if not row.terms or not row.days or len(row.days) <= 1:
        return None
    shares = dict(zip(row.terms, row.shares, strict=False))  # behind them come bounds and others
    return Frequency(row.rows, shares, min(shares.values()) / 2, tuple(row.days))
