"""The figures of an incident: every value with its owner, and what the origins stand by."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from dateline.reconcile.identity import natural
from dateline.reconcile.owners import Owners
from dateline.records import Figure, Lineage, Telling, Toll, Value

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
    owners = Owners(tellings, lineages)
    for telling in tellings:
        for figure in telling.figures:
            if figure.scope == "event" and figure.measure not in _UNCOUNTED:
                yield _Entry(
                    value=_value(telling, figure, owners.origin(figure, telling)),
                    measure=figure.measure,
                    rank=owners.rank(figure, telling),
                    vague=figure.qualifier == "about" and figure.low != figure.high,
                )


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
    wholes = _greatest([entry for entry in entries if entry.value.of is None])
    exact = [entry for entry in wholes if not entry.vague]
    counted = exact if any(entry.value.standing for entry in exact) else wholes
    latest = {entry.value.origin: entry.rank for entry in counted}  # entries are in order
    standing = [e for e in counted if e.value.standing and e.rank == latest[e.value.origin]]
    values = tuple(replace(e.value, standing=_stands(e, latest)) for e in entries)
    best, votes = _best(standing)
    low, high = _bounds([entry.value for entry in standing])
    return Toll(measure=measure, low=low, best=best, high=high, votes=votes, values=values)


def _greatest(entries: list[_Entry]) -> list[_Entry]:
    """Of what one giver says in one report keep the greatest: the others count parts of it."""
    greatest: dict[object, float] = {}
    for entry in entries:
        said = _said(entry)
        greatest[said] = max(greatest.get(said, 0.0), _size(entry))
    return [entry for entry in entries if _size(entry) >= greatest[_said(entry)]]


def _said(entry: _Entry) -> object:
    value = entry.value
    return value.report, value.by, value.origin, value.standing


def _size(entry: _Entry) -> float:
    return entry.value.low or entry.value.high or 0.0


def _stands(entry: _Entry, latest: Mapping[str, int]) -> bool:
    """Tell whether no later report of its origin replaced a value, and none took it back."""
    return entry.value.standing and entry.rank >= latest.get(entry.value.origin, 0)


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
    lows = [value.low for value in values if value.low is not None]
    highs = [value.high for value in values if value.high is not None]
    greatest = max((*lows, *highs), default=None)
    is_open = greatest is not None and greatest not in highs
    return min(lows, default=None), None if is_open else greatest
