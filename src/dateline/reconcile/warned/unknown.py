"""Stretches in which nobody knows of a region: a feed that speaks of it was silent."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from dateline.reconcile.warned.spells import EVER, NEVER
from dateline.records.warning import Silence, WarningInterval

Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ear:
    """What one feed says of a region: when it was silent, and when a warning was on."""

    silences: Sequence[Silence]
    warnings: Sequence[WarningInterval] = ()


def unknown(ears: Sequence[Ear]) -> tuple[Silence, ...]:
    """Find the stretches of which nobody knows, from all feeds that speak of a region.

    A silence of one feed is enough, unless another one was heard to warn at that time.
    """
    found: list[Span] = []
    for ear in ears:
        others = [span for other in ears if other is not ear for span in _warned(other)]
        found += _without(_quiet(ear), others)
    return tuple(
        Silence(start=None if start == EVER else start, end=None if end == NEVER else end)
        for start, end in _joined(found)
    )


def _warned(ear: Ear) -> list[Span]:
    spans = [(one.start, one.end or NEVER) for one in ear.warnings if one.actual]
    return _without(_joined(spans), _quiet(ear))


def _quiet(ear: Ear) -> list[Span]:
    return _joined((silence.start or EVER, silence.end or NEVER) for silence in ear.silences)


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Sort stretches, and join those that touch."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        elif start < end:
            found.append((start, end))
    return found


def _without(spans: Iterable[Span], cuts: Iterable[Span]) -> list[Span]:
    """Cut stretches out of others."""
    left = list(spans)
    for begin, finish in cuts:
        left = [
            (start, end)
            for one, other in left
            for start, end in ((one, min(other, begin)), (max(one, finish), other))
            if start < end
        ]
    return left
