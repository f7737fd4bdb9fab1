"""The state of each region at a moment: active, partial, clear, or unknown."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from dateline.reconcile.warned.hearing import is_silent
from dateline.records.warning import Silence, WarningInterval

_STRONGEST = ("active", "partial", "unknown", "clear")  # of what several feeds say
_LEVELS = ("oblast", "raion", "hromada")  # of the regions around one, the widest first


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A region that a feed speaks of."""

    region: str
    name: str
    country: str | None = None
    level: str = "area"
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionState:
    """A region's state, and since when it is so."""

    region: str
    name: str
    country: str | None
    level: str
    state: str
    since: datetime | None = None


def regions(intervals: Iterable[WarningInterval]) -> tuple[Region, ...]:
    """List the regions of intervals and those around them, sorted."""
    found: dict[str, Region] = {}
    for interval in intervals:
        if not interval.actual:
            continue
        for depth, uid in enumerate(interval.within):
            level = _LEVELS[min(depth, len(_LEVELS) - 1)]
            name, around = uid.rpartition("/")[2], interval.within[:depth]
            implied = Region(
                region=uid, name=name, country=interval.country, level=level, within=around
            )
            found.setdefault(uid, implied)
        found[interval.region] = Region(
            region=interval.region,
            name=interval.region_name,
            country=interval.country,
            level=interval.level,
            within=interval.within,
        )
    return tuple(found[uid] for uid in sorted(found))


def states(
    intervals: Iterable[WarningInterval], silences: Iterable[Silence], at: datetime
) -> tuple[RegionState, ...]:
    """Tell the state of every region of one feed; while it is silent, of none."""
    actual = [interval for interval in intervals if interval.actual]
    silences = tuple(silences)
    silence = is_silent(at, silences)
    if silence:
        return tuple(_state(region, "unknown", silence.start) for region in regions(actual))
    picture = _picture(actual, silences, at)
    return tuple(_told(region, picture) for region in regions(actual))


def combined(*told: Iterable[RegionState]) -> tuple[RegionState, ...]:
    """Join what several feeds say: a warning counts, and a silence is stronger than a clear."""
    found: dict[str, RegionState] = {}
    for state in (state for states in told for state in states):
        other = found.get(state.region)
        if other is None or _STRONGEST.index(state.state) < _STRONGEST.index(other.state):
            found[state.region] = state
    return tuple(found[uid] for uid in sorted(found))


@dataclass(frozen=True, slots=True)
class _Picture:
    """What holds at a moment, and what held before it, by region."""

    active: dict[str, datetime]
    partial: dict[str, datetime]
    ended: dict[str, datetime]
    ended_inside: dict[str, datetime]
    heard: datetime | None


def _picture(
    intervals: list[WarningInterval], silences: Iterable[Silence], at: datetime
) -> _Picture:
    partial: dict[str, datetime] = {}
    ended: dict[str, datetime] = {}
    inside: dict[str, datetime] = {}
    for interval in intervals:
        if _holds(interval, at):
            for uid in interval.within:
                partial[uid] = min(partial.get(uid, interval.start), interval.start)
        elif interval.end is not None and interval.end <= at:
            ended[interval.region] = max(ended.get(interval.region, interval.end), interval.end)
            for uid in interval.within:
                inside[uid] = max(inside.get(uid, interval.end), interval.end)
    heard = max((s.end for s in silences if s.end and s.end <= at), default=None)
    return _Picture(dict(_active(intervals, at)), partial, ended, inside, heard)


def _told(region: Region, now: _Picture) -> RegionState:
    """Take a warning of a region around it for its own, and one inside it for a part."""
    around = (region.region, *region.within)
    if own := [now.active[uid] for uid in around if uid in now.active]:
        return _state(region, "active", min(own))
    if region.region in now.partial:
        return _state(region, "partial", now.partial[region.region])
    ends = [now.ended.get(uid) for uid in around]
    moments = [
        moment for moment in (*ends, now.ended_inside.get(region.region), now.heard) if moment
    ]
    return _state(region, "clear", max(moments, default=None))


def _active(intervals: Iterable[WarningInterval], at: datetime) -> Iterator[tuple[str, datetime]]:
    """Yield each region that is warned, with the start of what has held since without a break."""
    by_region: dict[str, list[WarningInterval]] = defaultdict(list)
    for interval in intervals:
        by_region[interval.region].append(interval)
    for uid, own in by_region.items():
        holding = [interval.start for interval in own if _holds(interval, at)]
        if holding:
            yield uid, _unbroken(own, min(holding))


def _unbroken(intervals: list[WarningInterval], start: datetime) -> datetime:
    for interval in sorted(intervals, key=lambda i: i.start, reverse=True):
        touches = interval.start < start and interval.end is not None and interval.end >= start
        start = interval.start if touches else start
    return start


def _holds(interval: WarningInterval, at: datetime) -> bool:
    return interval.start <= at and (interval.end is None or at < interval.end)


def _state(region: Region, state: str, since: datetime | None) -> RegionState:
    return RegionState(
        region=region.region,
        name=region.name,
        country=region.country,
        level=region.level,
        state=state,
        since=since,
    )
