"""Going out for reports: pages that somebody named, and feeds that are polled politely."""

import secrets
import time
from dataclasses import replace

from dateline.errors import DatelineError
from dateline.ingest.feeds import Feed as ReadFeed
from dateline.ingest.feeds import read_feed
from dateline.ingest.fetched import Fetched
from dateline.ingest.fetching import Fetcher
from dateline.ingest.polling import Poll, next_poll
from dateline.ingest.robots import Robots, ask_robots, robots_address
from dateline.records.desk import Arrival, Feed, utc
from dateline.server.service import Service

_LATER = 900.0  # seconds after which a site that cannot say is asked again
_KNOWN = 3600.0  # seconds that a site's robots.txt is taken as it was
_LEASE = 300.0  # seconds in which a poll must be done
_MOST = 50  # items of a feed that are taken at once
_robots: dict[str, tuple[float, Robots]] = {}


def fetcher(service: Service) -> Fetcher:
    """Make what goes out, with the networks that it may go to."""
    return Fetcher(allowed=service.options.allowed)


def fetch_arrival(service: Service, arrival: Arrival) -> Arrival:
    """Fetch the page of an arrival that has none yet; what fails says why."""
    if arrival.body is not None or arrival.url is None:
        return arrival
    out = fetcher(service)
    try:
        answer = robots_of(out, arrival.url).may(arrival.url)
        if answer == "no":
            why = "the site asks programs not to read this page (robots.txt)"
            return replace(arrival, status="refused", reason=why, due=None)
        if answer == "not now":
            return _later(arrival, "the site does not say whether it may be read")
        got = out.fetch(arrival.url).good()
    except DatelineError as error:
        if error.facts.get("again") and arrival.tries < 3:  # noqa: PLR2004
            return _later(arrival, str(error))
        return replace(arrival, status="failed", reason=str(error), due=None)
    return replace(arrival, body=got.body, size=len(got.body))


def poll_feeds(service: Service) -> None:
    """Poll every feed that is due."""
    for feed in service.taken(Feed, _LEASE):
        _poll(service, feed, time.time())


def robots_of(out: Fetcher, url: str) -> Robots:
    """Give a site's robots.txt, as it was a while ago."""
    site = robots_address(url)
    known = _robots.get(site)
    if known is None or time.time() - known[0] > _KNOWN:
        known = (time.time(), ask_robots(out, url))
        _robots[site] = known
    return known[1]


def _poll(service: Service, feed: Feed, now: float) -> None:
    out = fetcher(service)
    try:
        answer = robots_of(out, feed.url).may(feed.url)
        if answer == "no":
            why = "the site asks programs not to read it (robots.txt)"
            _put(service, replace(feed, error=why, due=now + _KNOWN))
            return
        got = out.fetch(feed.url, etag=feed.etag, modified=feed.modified)
        read = None if got.unchanged else read_feed(got.good().body, got.url)
    except DatelineError as error:
        failures = feed.failures + 1
        poll = Poll(feed=feed.id, at=utc(now), every_minutes=feed.every, failures=failures,
                    retry_after=error.facts.get("retry_after"))  # fmt: skip
        again = next_poll(poll).timestamp()
        _put(service, replace(feed, failures=failures, error=str(error), due=again))
        return
    _bring(service, feed, got, read, now)


def _bring(service: Service, feed: Feed, got: Fetched, read: ReadFeed | None, now: float) -> None:
    """Put the items that are new in line to be read."""
    with service.writing() as write:
        kept = write.shelf(Feed).find(feed.id)
        if kept is None:
            return  # somebody took it out meanwhile
        items = {item.key: item for item in (read.items if read else ())}
        new = write.unseen(feed.id, items)[:_MOST]
        for key in new:
            item = items[key]
            write.shelve(
                Arrival(
                    id=new_id(),
                    kind="feed",
                    name=item.title or item.link or key,
                    by=feed.name,
                    at=now,
                    url=item.link,
                    title=item.title,
                    publisher=feed.name,
                    published=item.published.date().isoformat() if item.published else None,
                    body=None if item.link else (item.text or "").encode(),
                    due=now,
                )
            )
        write.mark_seen(feed.id, new)
        poll = Poll(feed=feed.id, at=utc(now), every_minutes=feed.every,
                    ttl=read.ttl if read else None)  # fmt: skip
        write.shelve(
            replace(
                kept,
                etag=got.etag or kept.etag,
                modified=got.modified or kept.modified,
                last_read=now,
                failures=0,
                error=None,
                items=len(items) or kept.items,
                read=kept.read + len(new),
                due=None if kept.paused else next_poll(poll).timestamp(),
            )
        )


def new_id() -> str:
    """Make an id that sorts by the time it was made."""
    return f"{int(time.time() * 1000):012x}-{secrets.token_hex(4)}"


def _later(arrival: Arrival, why: str) -> Arrival:
    return replace(arrival, status="waiting", reason=why, due=time.time() + _LATER)


def _put(service: Service, feed: Feed) -> None:
    with service.writing() as write:
        write.reshelve(feed)
