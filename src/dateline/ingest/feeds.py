"""RSS and Atom: a feed's title and its items, read in a child process that may die of them."""

from dateline.ingest.confined import confined
from dateline.ingest.feed_parsing import Feed, parse_feed

__all__ = ["Feed", "read_feed"]


def read_feed(body: bytes, url: str) -> Feed:
    """Read a feed that was fetched from ``url``; of a broken one, what can be read."""
    return confined(parse_feed, body, url)
