"""The figures of an incident: every value with its owner, and what the origins stand by."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from dateline.reconcile.identity import natural, order
from dateline.reconcile.lineage import post_of, statement_of
from dateline.records import Figure, Lineage, Report, Telling, Toll, Value

# Of these no toll is made: a distance is none, and nobody knows what "other" adds up to.
_UNCOUNTED = frozenset(("distance", "other"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    value: Value
    measure: str
    rank: int  # of its report among all, as published
    vague: bool  # "dozens": counts only where nobody gives a number


def tolls(tellings: Sequence[Telling], lineages: Sequence[Lineage]) -> tuple[Toll, ...]:
    """Open the ledger: a toll for each measure, in the order of their names."""
    entries = sorted(_entries(tellings, lineages), key=lambda e: (e.measure, *_as_published(e)))
    by_measure = groupby(entries, key=lambda entry: entry.measure)
    return tuple(_toll(measure, list(group)) for measure, group in by_measure)


def point(value: Value) -> float | None:
    """Give the number a value votes for; a bound from above or a range votes for none."""
    if value.qualifier in ("range", "at-most"):
        return None
    return value.low if value.low is not None else value.high


def _as_published(entry: _Entry) -> tuple[int, object]:
    return entry.rank, natural(entry.value.figure)


def _entries(tellings: Sequence[Telling], lineages: Sequence[Lineage]) -> Iterable[_Entry]:
    owners = _Owners(tellings, lineages)
    ranks = _ranks(owners.reports, lineages)
    for telling in tellings:
        for figure in telling.figures:
            if figure.scope == "event" and figure.measure not in _UNCOUNTED:
                yield _Entry(
                    value=_value(telling, figure, owners.origin(figure, telling)),
                    measure=figure.measure,
                    rank=ranks[telling.report.id],
                    vague=figure.qualifier == "about" and figure.low != figure.high,
                )


class _Owners:
    """Whose figure it is: of its speaker's own statement or post, else of the report."""

    def __init__(self, tellings: Sequence[Telling], lineages: Sequence[Lineage]) -> None:
        self.reports = {telling.report.id: telling.report for telling in tellings}
        self._origins = {
            report: lineage.origin for lineage in lineages for report in lineage.reports
        }
        self._posts = self._shared_posts(tellings)

    def origin(self, figure: Figure, telling: Telling) -> str:
        own = self._origins[telling.report.id]
        if not figure.by:
            return own
        if statement := statement_of(figure.by, tuple(self.reports.values())):
            return self._origins[statement]
        post = post_of(figure, telling.claims)
        return post if post in self._posts and post else own

    def _shared_posts(self, tellings: Sequence[Telling]) -> frozenset[str]:
        """Find the posts that several origins quote: for what is in them they are one."""
        quoting: dict[str, set[str]] = {}
        for telling in tellings:
            for figure in telling.figures:
                if post := post_of(figure, telling.claims):
                    quoting.setdefault(post, set()).add(self._origins[telling.report.id])
        return frozenset(post for post, found in quoting.items() if len(found) > 1)


def _ranks(reports: Mapping[str, Report], lineages: Sequence[Lineage]) -> dict[str, int]:
    """Rank reports as published; a copy says what its parent said, whenever it came out."""
    ranked = sorted(reports.values(), key=order)
    ranks = {report.id: 2 * number for number, report in enumerate(ranked)}
    copies = {link.child: link.parent for x in lineages for link in x.links if link.share}
    return {
        report: min(ranks[report], ranks.get(copies.get(report, ""), ranks[report]) + 1)
        for report in ranks
    }


def _value(telling: Telling, figure: Figure, origin: str) -> Value:
    report = telling.report
    return Value(
        figure=f"{report.id}/{figure.id}",
        event=telling.ref,
        report=report.id,
        published=report.published,
        by=figure.by,
        low=figure.low,
        high=figure.high,
        qualifier=figure.qualifier,
        population=figure.population,
        origin=origin,
        standing=not figure.withdrawn,
        quote=figure.quote,
        start=figure.start,
        end=figure.end,
        of=f"{report.id}/{figure.of}" if figure.of else None,
    )


def _toll(measure: str, entries: list[_Entry]) -> Toll:
    wholes = [e for e in entries if e.value.of is None and e.value.standing]
    latest = {entry.value.origin: entry.rank for entry in wholes}  # entries are in order
    stands = {e.value.figure for e in wholes if e.rank == latest[e.value.origin]}
    values = tuple(
        replace(e.value, standing=e.value.figure in stands or _holds(e, latest)) for e in entries
    )
    counted = [entry for entry in wholes if entry.value.figure in stands]
    exact = [entry for entry in counted if not entry.vague] or counted
    best, votes = _best(exact)
    low, high = _bounds([entry.value for entry in exact])
    return Toll(measure=measure, low=low, best=best, high=high, votes=votes, values=values)


def _holds(entry: _Entry, latest: Mapping[str, int]) -> bool:
    """Tell whether a sub-count still stands: its report is the latest of its origin."""
    value = entry.value
    return value.of is not None and value.standing and entry.rank >= latest.get(value.origin, 0)


def _best(entries: Sequence[_Entry]) -> tuple[float | None, int]:
    """Find the number that most origins stand by; of several, the most recently given.

    Where one report gives several and none has more votes, it is the middle one: what a side claims
    for itself is mostly at an end.
    """
    votes: dict[float, set[str]] = {}
    recent: dict[float, int] = {}
    for entry in entries:
        number = point(entry.value)
        if number is not None:
            votes.setdefault(number, set()).add(entry.value.origin)
            recent[number] = max(recent.get(number, 0), entry.rank)
    if not votes:
        return None, 0
    most = max((len(votes[number]), recent[number]) for number in votes)
    leading = sorted(n for n in votes if (len(votes[n]), recent[n]) == most)
    best = leading[len(leading) // 2]
    return best, len(votes[best])


def _bounds(values: Sequence[Value]) -> tuple[float | None, float | None]:
    """Give the least and the greatest number; "at least" leaves the greatest open."""
    given = [number for v in values for number in (v.low, v.high) if number is not None]
    if not given:
        return None, None
    highest = max(given)
    is_open = any(v.high is None and v.low == highest for v in values)
    closed = any(v.high == highest for v in values)
    return min(given), highest if closed or not is_open else None
