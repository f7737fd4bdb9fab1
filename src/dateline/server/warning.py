"""Official warnings that come in: polled, kept as intervals, unknown where their feed is silent."""

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from dateline.errors import DatelineError
from dateline.ingest.alert_links import alert_links
from dateline.ingest.fetching import Fetcher
from dateline.ingest.warning_reading import read_warnings
from dateline.reconcile.warned import hear, silences, update
from dateline.records.desk import WarningFeed
from dateline.records.warning import Heard, Silence, WarningReading
from dateline.server.feeding import fetcher
from dateline.server.service import Service
from dateline.store import Writer

_LEASE = 120.0  # seconds in which a poll must be done
_MOST_ALERTS = 100  # of a feed of links, at once
_SLOWEST = 900.0  # seconds between two tries at a feed that fails


def poll_warnings(service: Service) -> None:
    """Poll every feed of warnings that is due."""
    now = time.time()
    if not service.store.shelf(WarningFeed).due(now):
        return
    with service.writing() as write:
        due = write.shelf(WarningFeed).due(now)
        for feed in due:
            write.shelve(replace(feed, due=now + _LEASE))
    for feed in due:
        _poll(service, feed, now)


def take_in(
    write: Writer, feed: WarningFeed, reading: WarningReading, now: datetime
) -> WarningFeed:
    """Keep what a feed says; that it was heard is kept, too."""
    known = tuple(interval for _, interval in write.warnings(feed=feed.id))
    last = _moment(feed.last_heard)
    after = timedelta(minutes=feed.silent_after)
    write.put_warnings(feed.id, update(known, reading, now, last_heard=last, silent_after=after))
    starts = [interval.start for interval in reading.intervals]
    told_until = reading.at or now
    first = now if reading.snapshot or feed.url else min([*starts, told_until])
    heard = hear(heard_of(feed), min(first, told_until), told_until, after)
    return replace(
        feed,
        last_heard=max(told_until.timestamp(), feed.last_heard or 0.0),
        heard=tuple((one.start.timestamp(), one.end.timestamp()) for one in heard),
        failures=0,
        error="; ".join(reading.faults[:3]) or None,
    )


def heard_of(feed: WarningFeed) -> tuple[Heard, ...]:
    """Give the stretches in which a feed was heard."""
    return tuple(Heard(start=_at(start), end=_at(end)) for start, end in feed.heard)


def silences_of(feed: WarningFeed, now: datetime) -> tuple[Silence, ...]:
    """Give the stretches of which a feed says nothing: there, nobody knows."""
    after = timedelta(minutes=feed.silent_after)
    return silences(heard_of(feed), after, now, feed.id)


def _poll(service: Service, feed: WarningFeed, now: float) -> None:
    try:
        readings = _asked(fetcher(service), feed)
    except DatelineError as error:
        failures = feed.failures + 1
        wait = min(60.0 * feed.every * 2 ** min(failures - 1, 8), _SLOWEST)
        _put(service, replace(feed, failures=failures, error=str(error), due=now + wait))
        return
    with service.writing() as write:
        known = write.shelf(WarningFeed).find(feed.id)
        if known is None:
            return
        for reading in readings:
            known = take_in(write, known, reading, _at(now))
        due = None if known.paused else now + 60.0 * known.every
        write.shelve(replace(known, due=due))


def _asked(out: Fetcher, feed: WarningFeed) -> Sequence[WarningReading]:
    headers = {"Authorization": feed.token} if feed.token else None
    got = out.fetch(feed.url or "", headers=headers).good()
    links = alert_links(got.body, got.url) if feed.kind == "cap" else ()
    if links:
        bodies = [out.fetch(link).good().body for link in links[:_MOST_ALERTS]]
        return [read_warnings(feed.kind, body) for body in bodies]
    return [read_warnings(feed.kind, got.body)]


def _put(service: Service, feed: WarningFeed) -> None:
    with service.writing() as write:
        if write.shelf(WarningFeed).find(feed.id):
            write.shelve(feed)


def _moment(seconds: float | None) -> datetime | None:
    return None if seconds is None else _at(seconds)


def _at(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
