"""When a feed is asked again: as often as it was asked for, politely, and spread out."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

LEAST_MINUTES = 5
_MOST_MINUTES = 24 * 60  # however often it failed
_MOST_DOUBLINGS = 10
_SPREAD = 0.1  # of the time, so that feeds do not all come at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """How asking a feed went; ``failures`` counts those in a row, the last one included.

    ``retry_after`` is in seconds; ``ttl`` and ``skip_hours`` are the feed's own wishes, in minutes
    and hours of the day in UTC.
    """

    feed: str
    at: datetime
    every_minutes: int = 30
    failures: int = 0
    retry_after: float | None = None
    ttl: int | None = None
    skip_hours: frozenset[int] = frozenset()


def next_poll(poll: Poll) -> datetime:
    """Find the moment; the same feed is always spread in the same way, and never asked sooner."""
    doublings = min(poll.failures, _MOST_DOUBLINGS)
    minutes = max(poll.every_minutes, poll.ttl or 0, LEAST_MINUTES) * 2**doublings
    wait = timedelta(minutes=min(minutes, max(_MOST_MINUTES, poll.every_minutes)))
    wait += wait * _SPREAD * _share(poll.feed)
    if poll.retry_after:
        wait = max(wait, timedelta(seconds=poll.retry_after))
    return _outside(poll.at + wait, poll.skip_hours)


def _share(feed: str) -> float:
    """Draw a number from 0 to 1 out of the feed's name."""
    return int.from_bytes(sha256(feed.encode()).digest()[:4]) / 2**32


def _outside(moment: datetime, hours: frozenset[int]) -> datetime:
    """Move on to the next hour that the feed does not want to be left alone in."""
    for _ in range(24):
        if moment.hour not in hours:
            return moment
        moment = moment.replace(minute=moment.minute % 10, second=0) + timedelta(hours=1)
    return moment
