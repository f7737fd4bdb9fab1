"""Sums over incidents in which nobody is counted twice.

An incident that is part of a wider one in the list counts through it: where the wider one has a
figure of its own it stands for all of them; its parts raise the upper bound where together they
exceed it. Wider incidents that share a part may be about the same people: of these the largest
gives the lower bound, their sum the upper.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import TypeAlias

from dateline.publish.figures import number
from dateline.records import Incident, Toll


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """Bounds over incidents; ``open`` where somebody gives "at least", ``incidents`` give one."""

    measure: str
    low: float
    high: float
    open: bool = False
    incidents: int = 0

    @property
    def words(self) -> str:
        """Write the bounds: 96–113, or 96 or more."""
        ends = dict.fromkeys((number(self.low), number(self.high)))
        return "–".join(ends) + (" or more" if self.open else "")


_Own: TypeAlias = Mapping[str, Total | None]
_Below: TypeAlias = Mapping[str, frozenset[str]]


def total(incidents: Sequence[Incident], measure: str) -> Total | None:
    """Add up one measure; None where no incident has a figure of it."""
    own = {incident.id: _own(incident.toll(measure)) for incident in incidents}
    found = _total(frozenset(own), own, _below(incidents))
    giving = sum(1 for given in own.values() if given is not None)
    return replace(found, incidents=giving) if found else None


def _below(incidents: Sequence[Incident]) -> _Below:
    """Map each incident to its parts, whichever of the two says that they belong together."""
    ids = {incident.id for incident in incidents}
    below: dict[str, set[str]] = {id_: set() for id_ in ids}
    for incident in incidents:
        below[incident.id] |= ids.intersection(incident.parts) - {incident.id}
        for whole in ids.intersection(incident.part_of) - {incident.id}:
            below[whole].add(incident.id)
    return {id_: frozenset(parts) for id_, parts in below.items()}


def _total(ids: frozenset[str], own: _Own, below: _Below) -> Total | None:
    sums = [_of_group(group, own, below) for group in _groups(ids, below)]
    return _added([one for one in sums if one is not None])


def _of_group(ids: frozenset[str], own: _Own, below: _Below) -> Total | None:
    """Give the bounds of incidents that are parts or wholes of each other."""
    parts = frozenset(part for id_ in ids for part in below[id_] & ids)
    tops = sorted(ids - parts) or [min(ids)]  # a ring of parts has no top
    if len(tops) > 1:
        sums = [_of_group(_reached(top, below, ids), own, below) for top in tops]
        return _overlapping([one for one in sums if one is not None])
    whole, rest = own[tops[0]], _total(ids - {tops[0]}, own, below)
    if whole is None or rest is None:
        return whole or rest
    return replace(whole, high=max(whole.high, rest.high), open=whole.open or rest.open)


def _overlapping(sums: Sequence[Total]) -> Total | None:
    together = _added(sums)
    return replace(together, low=max(one.low for one in sums)) if together else None


def _groups(ids: frozenset[str], below: _Below) -> list[frozenset[str]]:
    """Gather what hangs together, at whatever remove."""
    near = {id_: set(below[id_] & ids) for id_ in ids}
    for id_ in ids:
        for part in below[id_] & ids:
            near[part].add(id_)
    groups: list[frozenset[str]] = []
    seen: set[str] = set()
    for id_ in sorted(ids):
        if id_ not in seen:
            groups.append(_reached(id_, near, ids))
            seen |= groups[-1]
    return groups


def _reached(
    start: str, near: Mapping[str, AbstractSet[str]], ids: frozenset[str]
) -> frozenset[str]:
    found, open_ = {start}, [start]
    while open_:
        more = (near[open_.pop()] & ids) - found
        found |= more
        open_ += sorted(more)
    return frozenset(found)


def _own(toll: Toll | None) -> Total | None:
    given = [n for n in (toll.low, toll.best, toll.high) if n is not None] if toll else []
    if toll is None or not given:
        return None
    return Total(measure=toll.measure, low=min(given), high=max(given), open=toll.high is None)


def _added(sums: Sequence[Total]) -> Total | None:
    if not sums:
        return None
    return Total(
        measure=sums[0].measure,
        low=sum(one.low for one in sums),
        high=sum(one.high for one in sums),
        open=any(one.open for one in sums),
    )
