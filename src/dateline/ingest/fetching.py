"""Fetch what an address of the web holds, however ill it means.

Only public addresses are asked (:mod:`dateline.ingest.guarded_network`), redirects are followed
one by one and checked anew, and time and size have limits.
"""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.ingest.addresses import Network
from dateline.ingest.fetch_address import checked, shown
from dateline.ingest.fetch_errors import FetchError
from dateline.ingest.fetch_request import request, trust
from dateline.ingest.fetched import Fetched, answered
from dateline.ingest.unpacking import read_body, too_large

if TYPE_CHECKING:
    from httpcore import Request, Response
    from httpx import URL

    from dateline.ingest.guarded_network import Deadline

_MOST_REDIRECTS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetcher:
    """Fetches from public addresses and ``allowed`` networks.

    ``timeout`` is in seconds and for everything together, ``max_bytes`` for a body as it is sent
    and as it is unpacked.
    """

    allowed: tuple[Network, ...] = ()
    timeout: float = 30.0
    max_bytes: int = 20_000_000

    def fetch(
        self,
        url: str,
        *,
        etag: str | None = None,
        modified: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Fetched:
        """Ask for what is at an address; ``headers`` go to its own host alone."""
        from dateline.ingest.guarded_network import Deadline

        deadline = Deadline(self.timeout)
        here = first = checked(url)
        known = {"If-None-Match": etag, "If-Modified-Since": modified}
        conditions = {name: value for name, value in known.items() if value}
        for _ in range(_MOST_REDIRECTS + 1):
            own = dict(headers or {}) if _origin(here) == _origin(first) else {}
            answer = self._ask(here, request("GET", here, {**own, **conditions}, b""), deadline)
            if not answer.redirected:
                return answer
            here = _next(here, answer.location or "")
        message = f"{shown(first)} redirects more than {_MOST_REDIRECTS} times"
        raise FetchError(message, again=False)

    def post(self, url: str, body: bytes, *, headers: Mapping[str, str] | None = None) -> Fetched:
        """Send a body to an address; a redirect is an answer and is not followed."""
        from dateline.ingest.guarded_network import Deadline

        target = checked(url)
        deadline = Deadline(self.timeout)
        return self._ask(target, request("POST", target, headers or {}, body), deadline)

    def _ask(self, url: "URL", asked: "Request", deadline: "Deadline") -> Fetched:
        from httpcore import ConnectionPool, NetworkError, ProtocolError, TimeoutException

        from dateline.ingest.guarded_network import GuardedNetwork

        network = GuardedNetwork(self.allowed, deadline)
        authorities = trust() if url.scheme == "https" else None
        try:
            with (
                ConnectionPool(ssl_context=authorities, network_backend=network) as pool,
                closing(pool.handle_request(asked)) as response,
            ):
                return self._read(url, response)
        except TimeoutException as error:
            message = f"{shown(url)} did not answer whole within {self.timeout:g} seconds"
            raise FetchError(message, again=True) from error
        except (NetworkError, ProtocolError) as error:
            message = f"{shown(url)} cannot be read: {str(error) or type(error).__name__}"
            raise FetchError(message, again=True) from error
        except FetchError as error:
            message = f"{shown(url)} {error.message}"
            raise FetchError(message, **error.facts) from error

    def _read(self, url: "URL", response: "Response") -> Fetched:
        told = {
            name.decode("latin-1").lower(): value.decode("utf-8", errors="replace").strip()
            for name, value in response.headers
        }
        bare = answered(response.status, str(url), b"", told)
        if bare.redirected or bare.unchanged:
            return bare
        size = told.get("content-length", "")
        if size.isdecimal() and int(size[:20]) > self.max_bytes:
            raise too_large(self.max_bytes)
        packing = told.get("content-encoding", "")
        body = read_body(response.iter_stream(), packing, self.max_bytes)
        return answered(response.status, str(url), body, told)


def _origin(url: "URL") -> tuple[str, str, int | None]:
    return (url.scheme, url.host, url.port)


def _next(here: "URL", location: str) -> "URL":
    from httpx import InvalidURL

    try:
        return checked(str(here.join(location)))
    except (InvalidURL, ValueError) as error:
        message = f"{shown(here)} redirects to what is no address"
        raise FetchError(message, again=False) from error
