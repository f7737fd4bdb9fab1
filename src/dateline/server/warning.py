"""Official warnings that come in: polled, kept as intervals, unknown where their feed is silent."""

import time
from dataclasses import replace
from datetime import datetime, timedelta

from dateline.errors import DatelineError
from dateline.ingest.alert_links import alert_links
from dateline.ingest.fetching import Fetcher
from dateline.ingest.warning_reading import read_warnings, together
from dateline.reconcile.warned import hear, silences, update
from dateline.records.desk import WarningFeed, utc
from dateline.records.warning import Heard, Silence, WarningReading
from dateline.server.feeding import fetcher
from dateline.server.service import Service
from dateline.store import Writer

_LEASE = 120.0  # seconds in which a poll must be done
_MOST_ALERTS = 100  # of a feed of links, at once
_SLOWEST = 900.0  # seconds between two tries at a feed that fails


def poll_warnings(service: Service) -> None:
    """Poll every feed of warnings that is due."""
    for feed in service.taken(WarningFeed, _LEASE):
        _poll(service, feed, time.time())


def take_in(
    write: Writer, feed: WarningFeed, reading: WarningReading, now: datetime
) -> WarningFeed:
    """Keep what a feed says; that it was heard is kept, too."""
    known = tuple(interval for _, interval in write.warnings(feed=feed.id))
    last = None if feed.last_heard is None else utc(feed.last_heard)
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
    return tuple(Heard(start=utc(start), end=utc(end)) for start, end in feed.heard)


def silences_of(feed: WarningFeed, now: datetime) -> tuple[Silence, ...]:
    """Give the stretches of which a feed says nothing: there, nobody knows."""
    after = timedelta(minutes=feed.silent_after)
    return silences(heard_of(feed), after, now, feed.id)


def _poll(service: Service, feed: WarningFeed, now: float) -> None:
    try:
        reading = _asked(fetcher(service), feed)
    except DatelineError as error:
        failures = feed.failures + 1
        wait = min(60.0 * feed.every * 2 ** min(failures - 1, 8), _SLOWEST)
        _put(service, replace(feed, failures=failures, error=str(error), due=now + wait))
        return
    with service.writing() as write:
        known = write.shelf(WarningFeed).find(feed.id)
        if known is None:
            return
        heard = take_in(write, known, reading, utc(now))
        write.shelve(replace(heard, due=None if known.paused else now + 60.0 * known.every))


def _asked(out: Fetcher, feed: WarningFeed) -> WarningReading:
    headers = {"Authorization": feed.token} if feed.token else None
    got = out.fetch(feed.url or "", headers=headers).good()
    links = alert_links(got.body, got.url) if feed.kind == "cap" else ()
    if links:
        bodies = [out.fetch(link).good().body for link in links[:_MOST_ALERTS]]
        return together(read_warnings(feed.kind, body) for body in bodies)
    return read_warnings(feed.kind, got.body)


def _put(service: Service, feed: WarningFeed) -> None:
    with service.writing() as write:
        write.reshelve(feed)
