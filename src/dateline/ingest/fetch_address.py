"""Whether an address may be fetched, before anything is asked of the network."""

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from dateline.ingest.fetch_errors import RefusedAddressError

if TYPE_CHECKING:
    from httpx import URL

_LAST_PORT = 65535
LONGEST = 2000  # characters; what is longer is kept by no browser either
_CONTROLS = re.compile(r"[\x00-\x20\x7f]")
# Services that speak no HTTP but may take a request for commands: those that browsers refuse,
# then databases, caches and the managers of machines.
_NOT_FOR_WEB = frozenset(
    (
        0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95,
        101, 102, 103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179,
        389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601,
        636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566,
        6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
        445, 1433, 1521, 2375, 2376, 2379, 2380, 3306, 3389, 5432, 5900, 6379, 6443, 9200, 9300,
        10250, 11211, 27017,
    )
)  # fmt: skip


def checked(words: str) -> "URL":
    """Read an address; one that cannot be fetched is refused with the reason."""
    from httpx import URL, InvalidURL

    if len(words) > LONGEST:
        message = f"The address is longer than {LONGEST:,} characters"
        raise RefusedAddressError(message)
    try:
        url = URL(_CONTROLS.sub("", words))
    except InvalidURL as error:
        message = f"{words[:80]!r} is no web address: {error}"
        raise RefusedAddressError(message) from error
    _check(url, words)
    return url.copy_with(fragment=None)


def web_link(given: str, base: str) -> str | None:
    """Make a link of a document absolute; anything but a web address is none."""
    try:
        link = urljoin(base, given) if given else ""
        parts = urlsplit(link)
    except ValueError:
        return None
    web = parts.scheme in ("http", "https") and parts.netloc and len(link) <= LONGEST
    return link if web else None


def shown(url: "URL | str") -> str:
    """Give an address as it may be shown and logged: a query often holds a key."""
    return str(url).partition("?")[0].partition("#")[0]


def _check(url: "URL", words: str) -> None:
    if url.scheme not in ("http", "https"):
        message = f"{shown(words)[:80]!r} is no address that begins with http:// or https://"
        raise RefusedAddressError(message, scheme=url.scheme)
    if not url.host:
        message = f"{shown(words)[:80]!r} names no host"
        raise RefusedAddressError(message)
    if url.userinfo:
        message = f"The address of {url.host} holds a name or password; leave it out"
        raise RefusedAddressError(message, host=url.host)
    if url.port is not None and (url.port in _NOT_FOR_WEB or url.port > _LAST_PORT):
        message = f"Port {url.port} of {url.host} is not one of the web"
        raise RefusedAddressError(message, port=url.port)
