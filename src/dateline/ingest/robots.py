"""Whether a site wants an address to be fetched by a program, and how slowly."""

from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import urlsplit

from dateline.ingest.fetch_errors import FetchError
from dateline.ingest.fetch_request import AGENT
from dateline.ingest.fetched import Fetched
from dateline.ingest.fetching import Fetcher

Answer = Literal["yes", "no", "not now"]
_MOST_BYTES = 512_000  # of rules that are read
_SERVERS_FAULT = 500
_TOO_OFTEN = 429
_ASKED_FOR_NOTHING = 400
_LONGEST_DELAY = 3600.0  # seconds


@dataclass(frozen=True, slots=True)
class Robots:
    """What a site's robots.txt says; ``rules`` is None where it has none."""

    rules: Any = None
    reachable: bool = True

    def may(self, url: str) -> Answer:
        """Tell whether an address of the site may be fetched."""
        if not self.reachable:
            return "not now"
        return "yes" if self.rules is None or self.rules.can_fetch(url, AGENT) else "no"

    @property
    def delay(self) -> float:
        """Return how many seconds to wait between two fetches from the site."""
        delay = self.rules.crawl_delay(AGENT) if self.rules is not None else None
        return min(max(float(delay or 0), 0.0), _LONGEST_DELAY)


def robots_address(url: str) -> str:
    """Give the address of the rules for an address; rules hold for one scheme, host and port."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}/robots.txt"


def ask_robots(fetcher: Fetcher, url: str) -> Robots:
    """Fetch the rules for an address; a site that does not answer is left alone for now."""
    try:
        return read_robots(fetcher.fetch(robots_address(url)))
    except FetchError:
        return Robots(reachable=False)


def read_robots(answer: Fetched) -> Robots:
    """Read the rules: none where there is no such file, "not now" where the server fails."""
    from protego import Protego

    if answer.status >= _SERVERS_FAULT or answer.status == _TOO_OFTEN:
        return Robots(reachable=False)
    if answer.status >= _ASKED_FOR_NOTHING:
        return Robots()
    return Robots(Protego.parse(answer.body[:_MOST_BYTES].decode("utf-8", errors="replace")))
