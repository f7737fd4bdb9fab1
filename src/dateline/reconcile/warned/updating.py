"""What is known of a feed's warnings, brought up to date by what it says now."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from dateline.records.warning import Closing, WarningInterval, WarningReading

SILENT_AFTER = timedelta(minutes=15)


def update(
    known: Iterable[WarningInterval],
    reading: WarningReading,
    now: datetime,
    *,
    last_heard: datetime | None = None,
    silent_after: timedelta = SILENT_AFTER,
) -> tuple[WarningInterval, ...]:
    """Return all intervals of the feed, the earliest first.

    Whatever the clock does, no interval ends before it starts, and none that vanished during a
    silence lasts beyond the moment at which it was last heard.
    """
    merged = {interval.key: interval for interval in known}
    for interval in reading.intervals:
        merged[interval.key] = _renewed(merged.get(interval.key), interval, reading)
    if reading.snapshot:
        there = {interval.key for interval in reading.intervals}
        moment = _vanished(last_heard, silent_after, now)
        gone = [i for i in merged.values() if i.key not in there and i.end is None]
        merged |= {i.key: _ended(i, moment) for i in gone}
    closings = {closing.message: closing for closing in _earliest_last(reading.closings)}
    ended = [_closed(interval, closings) for interval in merged.values()]
    return tuple(sorted(ended, key=lambda interval: (interval.start, interval.key)))


def _renewed(
    old: WarningInterval | None, new: WarningInterval, reading: WarningReading
) -> WarningInterval:
    """Take the newer words; what a later message closed stays closed."""
    if new.end is not None and new.end < new.start:
        new = replace(new, end=new.start)
    if old is None or not old.closed or reading.snapshot:
        return new
    end = max(new.start, old.end) if old.end else old.end
    return replace(new, end=end, closed=True, cancelled=old.cancelled)


def _vanished(last_heard: datetime | None, silent_after: timedelta, now: datetime) -> datetime:
    """Tell when a warning ended that is no longer told: now, or before the silence."""
    if last_heard is not None and now - last_heard > silent_after:
        return last_heard
    return now


def _earliest_last(closings: Iterable[Closing]) -> Iterator[Closing]:
    """Of several that close one message the earliest counts, for it stands last."""
    yield from sorted(closings, key=lambda closing: closing.at, reverse=True)


def _closed(interval: WarningInterval, closings: Mapping[str, Closing]) -> WarningInterval:
    for message in _messages(interval.key) if closings else ():
        if closing := closings.get(message):
            ended = _ended(interval, closing.at)
            return replace(ended, cancelled=interval.cancelled or closing.cancelled)
    return interval


def _messages(key: str) -> Iterator[str]:
    """Yield what may be the message of a key, which goes on with # and the region."""
    at = key.find("#")
    while at >= 0:
        yield key[:at]
        at = key.find("#", at + 1)


def _ended(interval: WarningInterval, moment: datetime) -> WarningInterval:
    if interval.end is not None and interval.end <= moment:
        return interval
    return replace(interval, end=max(interval.start, moment), closed=True)
