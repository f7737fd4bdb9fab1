"""A request as it goes out."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING

from dateline.ingest.fetch_errors import RefusedAddressError

if TYPE_CHECKING:
    import ssl

    import httpcore
    import httpx

AGENT = "Dateline"  # what sites may name in their robots.txt
_NAME = re.compile(r"[A-Za-z0-9-]+")
_VALUE = re.compile(r"[\x20-\x7e]*")  # a line break would begin another line
_OURS = frozenset(("host", "content-length", "transfer-encoding", "connection", "accept-encoding"))


def request(
    method: str, url: "httpx.URL", headers: Mapping[str, str], body: bytes
) -> "httpcore.Request":
    """Write a request; a line above it that would break it is refused."""
    import httpcore

    lines = {
        "Host": url.netloc.decode("ascii"),
        "User-Agent": f"{AGENT}/{version('dateline')}",
        "Accept": "*/*",
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
    }
    if body:
        lines["Content-Length"] = str(len(body))
    for name, value in headers.items():
        if not _NAME.fullmatch(name) or not _VALUE.fullmatch(value) or name.lower() in _OURS:
            message = f"The header {name[:40]!r} cannot be sent as it is"
            raise RefusedAddressError(message, header=name)
    target = httpcore.URL(
        scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
    )
    return httpcore.Request(method, target, headers=[*({**lines, **headers}).items()], content=body)


@cache
def trust() -> "ssl.SSLContext":
    """Load the authorities once; nothing is taken from the environment."""
    from httpx import create_ssl_context

    return create_ssl_context(trust_env=False)
