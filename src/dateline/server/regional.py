"""What a feed of warnings speaks of, kept in mind until it says something new."""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from dateline.reconcile.warned import Region, regions
from dateline.records.desk import WarningFeed
from dateline.records.warning import WarningInterval
from dateline.store import Reading

_KNOWN = 300.0  # seconds after which it is looked up even so
_LATELY = timedelta(days=3)  # what ended before matters only as the last of its region


@dataclass(frozen=True, slots=True, kw_only=True)
class Regional:
    """The regions of a feed, and those of its warnings that their state now follows from."""

    regions: tuple[Region, ...]
    latest: tuple[WarningInterval, ...]


_kept: dict[str, tuple[object, float, Regional]] = {}


def regional(store: Reading, feed: WarningFeed, now: datetime) -> Regional:
    """Give what a feed speaks of; all of its warnings are read only when it was heard anew."""
    said = (feed.created, feed.last_heard, feed.heard)
    known = _kept.get(feed.id)
    if known and known[0] == said and time.monotonic() - known[1] < _KNOWN:
        return known[2]
    actual = [one for _, one in store.warnings(feed=feed.id) if one.actual]
    found = Regional(regions=regions(actual), latest=_latest(actual, now))
    _kept[feed.id] = (said, time.monotonic(), found)
    return found


def _latest(intervals: Iterable[WarningInterval], now: datetime) -> tuple[WarningInterval, ...]:
    """Keep what is on or was lately, and of each region the last that ended."""
    last: dict[str, WarningInterval] = {}
    lately: list[WarningInterval] = []
    for one in intervals:
        if one.end is None or one.end >= now - _LATELY:
            lately.append(one)
        elif one.region not in last or (last[one.region].end or one.end) < one.end:
            last[one.region] = one
    return (*last.values(), *lately)
