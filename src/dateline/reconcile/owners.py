"""Whose figure it is: of its speaker's own statement or post, else of the report that gives it."""

from collections.abc import Mapping, Sequence

from dateline.reconcile.identity import order
from dateline.reconcile.lineage import post_of, statement_of
from dateline.records import Figure, Lineage, Report, Telling


class Owners:
    """The origins of the figures of one incident, and when each was said."""

    def __init__(self, tellings: Sequence[Telling], lineages: Sequence[Lineage]) -> None:
        """Take all tellings of the incident, and the lineages of their reports."""
        self._reports = {telling.report.id: telling.report for telling in tellings}
        self._origins = {report: line.origin for line in lineages for report in line.reports}
        self._ranks = _ranks(self._reports, lineages)
        self._posts = self._shared_posts(tellings)
        self._said = self._first_said(tellings)

    def origin(self, figure: Figure, telling: Telling) -> str:
        """Name the origin that a figure belongs to."""
        own = self._origins[telling.report.id]
        if not figure.by:
            return own
        if statement := statement_of(figure.by, tuple(self._reports.values())):
            return self._origins[statement]
        post = post_of(figure, telling.claims)
        return post if post in self._posts and post else own

    def rank(self, figure: Figure, telling: Telling) -> int:
        """Rank a figure by when it was said: a quoted one as early as the statement it is from."""
        rank = self._ranks[telling.report.id]
        if self.origin(figure, telling) == self._origins[telling.report.id]:
            return rank
        return self._said.get((self.origin(figure, telling), *_number(figure)), rank)

    def _first_said(self, tellings: Sequence[Telling]) -> dict[tuple[object, ...], int]:
        """Map each number that an origin gives itself to the report that first had it."""
        said: dict[tuple[object, ...], int] = {}
        for telling in tellings:
            own = self._origins[telling.report.id]
            for figure in telling.figures:
                if self.origin(figure, telling) == own:
                    rank = self._ranks[telling.report.id]
                    key = (own, *_number(figure))
                    said[key] = min(said.get(key, rank), rank)
        return said

    def _shared_posts(self, tellings: Sequence[Telling]) -> frozenset[str]:
        """Find the posts that several origins quote: for what is in them they are one."""
        quoting: dict[str, set[str]] = {}
        for telling in tellings:
            for figure in telling.figures:
                if post := post_of(figure, telling.claims):
                    quoting.setdefault(post, set()).add(self._origins[telling.report.id])
        return frozenset(post for post, found in quoting.items() if len(found) > 1)


def _number(figure: Figure) -> tuple[object, ...]:
    return figure.measure, figure.low, figure.high


def _ranks(reports: Mapping[str, Report], lineages: Sequence[Lineage]) -> dict[str, int]:
    """Rank reports as published; a copy says what its parent said, whenever it came out."""
    ranked = sorted(reports.values(), key=order)
    ranks = {report.id: 2 * number for number, report in enumerate(ranked)}
    copies = {link.child: link.parent for x in lineages for link in x.links if link.share}
    return {
        report: min(ranks[report], ranks.get(copies.get(report, ""), ranks[report]) + 1)
        for report in ranks
    }
