"""Pairs to clusters: average linkage, the strongest first, within what analysts decided.

The outcome follows from the events, their pairs and the judgements alone, so that neither the order
in which reports arrive nor a detour over reports since removed leaves a trace.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from typing import TypeAlias

Ends: TypeAlias = tuple[str, str]

# What a pair counts that was not compared, or was found unlike: it holds clusters apart, but a few
# such pairs between large clusters do not outweigh many that are alike.
UNLIKE = -1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdicts:
    """Pairs of events that analysts hold the same or different, each as (lesser, greater)."""

    same: frozenset[Ends] = frozenset()
    different: frozenset[Ends] = frozenset()


@dataclass(slots=True)
class _Cluster:
    events: list[str]
    reports: set[str]
    near: dict[int, float] = field(default_factory=dict)  # sums of the points to other clusters
    counts: dict[int, int] = field(default_factory=dict)


def cluster(
    events: Mapping[str, str], pairs: Mapping[Ends, float], verdicts: Verdicts
) -> list[tuple[str, ...]]:
    """Group events, given with their reports; two of one report are two, unless judged the same."""
    return _Clustering(events, pairs, verdicts).run()


def components(events: Iterable[str], pairs: Iterable[Ends]) -> list[tuple[str, ...]]:
    """Group what is connected by pairs at all."""
    parent = {event: event for event in events}

    def root(event: str) -> str:
        while parent[event] != event:
            parent[event] = parent[parent[event]]
            event = parent[event]
        return event

    for left, right in pairs:
        one, other = sorted((root(left), root(right)))
        parent[other] = one
    groups: dict[str, list[str]] = {}
    for event in sorted(parent):
        groups.setdefault(root(event), []).append(event)
    return [tuple(group) for group in groups.values()]


class _Clustering:
    """Clusters under way; one is known by the number of its least event."""

    def __init__(
        self, events: Mapping[str, str], pairs: Mapping[Ends, float], verdicts: Verdicts
    ) -> None:
        same = [ends for ends in sorted(verdicts.same) if set(ends) <= events.keys()]
        self._clusters: dict[int, _Cluster] = {}
        self._of: dict[str, int] = {}
        for number, group in enumerate(components(events, same)):
            self._clusters[number] = _Cluster(list(group), {events[ref] for ref in group})
            self._of |= dict.fromkeys(group, number)
        self._apart = self._between(verdicts.different)
        self._connect(pairs)

    def _between(self, pairs: Iterable[Ends]) -> dict[int, set[int]]:
        """Map each cluster to those it must not be merged with."""
        apart: dict[int, set[int]] = {}
        for left, right in pairs:
            if left in self._of and right in self._of:
                one, other = self._of[left], self._of[right]
                apart.setdefault(one, set()).add(other)
                apart.setdefault(other, set()).add(one)
        return apart

    def _connect(self, pairs: Mapping[Ends, float]) -> None:
        for (left, right), points in sorted(pairs.items()):
            one, other = self._of[left], self._of[right]
            if one != other:
                self._add(one, other, points, 1)
                self._add(other, one, points, 1)

    def _add(self, one: int, other: int, points: float, count: int) -> None:
        cluster = self._clusters[one]
        cluster.near[other] = cluster.near.get(other, 0.0) + points
        cluster.counts[other] = cluster.counts.get(other, 0) + count

    def run(self) -> list[tuple[str, ...]]:
        """Merge the nearest two until none are alike."""
        heap = [
            (-self._likeness(one, other), one, other)
            for one, cluster in self._clusters.items()
            for other in cluster.near
            if one < other
        ]
        heapify(heap)
        while heap:
            negative, one, other = heappop(heap)
            if negative >= 0:
                break
            if self._stands(one, other, -negative):
                for near in self._merge(one, other):
                    pair = (one, near) if one < near else (near, one)
                    heappush(heap, (-self._likeness(*pair), *pair))
        found = (tuple(sorted(cluster.events)) for cluster in self._clusters.values())
        return sorted(found)

    def _stands(self, one: int, other: int, likeness: float) -> bool:
        """Tell whether an entry of the heap is still true and allowed."""
        if one not in self._clusters or other not in self._clusters:
            return False
        if self._likeness(one, other) != likeness or other in self._apart.get(one, ()):
            return False
        return not self._clusters[one].reports & self._clusters[other].reports

    def _likeness(self, one: int, other: int) -> float:
        """Average over all pairs between two clusters, those without points as unlike."""
        left, right = self._clusters[one], self._clusters[other]
        pairs = len(left.events) * len(right.events)
        unknown = pairs - left.counts[other]
        return round((left.near[other] + unknown * UNLIKE) / pairs, 6)

    def _merge(self, one: int, other: int) -> list[int]:
        """Add the second cluster to the first; return the clusters near to it."""
        gone = self._clusters.pop(other)
        kept = self._clusters[one]
        kept.events += gone.events
        kept.reports |= gone.reports
        kept.near.pop(other, None)
        kept.counts.pop(other, None)
        for near, points in gone.near.items():
            cluster = self._clusters.get(near)
            if near == one or cluster is None:
                continue
            count = gone.counts[near]
            self._add(one, near, points, count)
            self._add(near, one, points, count)
            cluster.near.pop(other)
            cluster.counts.pop(other)
        self._keep_apart(one, other)
        return sorted(kept.near)

    def _keep_apart(self, one: int, other: int) -> None:
        for foe in self._apart.pop(other, set()):
            self._apart[foe].discard(other)
            self._apart[foe].add(one)
            self._apart.setdefault(one, set()).add(foe)
