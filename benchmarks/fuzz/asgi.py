"""Requests to the app without a network: what is sent, and what comes back."""

import asyncio
from dataclasses import dataclass
from typing import Any

import msgspec

PATIENCE = 12.0  # seconds; longer than may be, so that how long it takes is seen


class Sent(msgspec.Struct, kw_only=True, frozen=True):
    """A request; it can be written as a line of JSON and tried again."""

    method: str
    path: str
    query: bytes = b""
    headers: tuple[tuple[bytes, bytes], ...] = ()
    body: bytes = b""


@dataclass(slots=True)
class Answered:
    """What the app answers."""

    status: int = 0
    media_type: str = ""
    packed: bool = False
    body: bytes = b""
    whole: bool = False


async def ask(app: Any, sent: Sent) -> Answered:
    """Send a request to the app and wait for all of its answer."""
    answered = Answered()
    parts = [{"type": "http.request", "body": sent.body, "more_body": False}]
    over = asyncio.Event()

    async def receive() -> dict[str, Any]:
        if parts:
            return parts.pop()
        await over.wait()
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        if message["type"] == "http.response.start":
            answered.status = message["status"]
            headers = {name.lower(): value for name, value in message.get("headers", ())}
            answered.packed = b"content-encoding" in headers
            answered.media_type = headers.get(b"content-type", b"").decode("latin-1")
        else:
            answered.body += message.get("body", b"")
            answered.whole = not message.get("more_body")

    try:
        await asyncio.wait_for(app(_scope(sent), receive, send), PATIENCE)
    finally:
        over.set()
    return answered


def _scope(sent: Sent) -> dict[str, Any]:
    """Put together what a server tells the app of a request."""
    own = ((b"host", b"localhost"), (b"content-length", str(len(sent.body)).encode()))
    return {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": sent.method,
        "scheme": "http",
        "path": _unquoted(sent.path),
        "raw_path": sent.path.encode("latin-1", "replace"),
        "root_path": "",
        "query_string": sent.query,
        "headers": [*own, *sent.headers],
        "client": ("127.0.0.1", 50_000),
        "server": ("localhost", 8000),
        "state": {},
    }


def _unquoted(path: str) -> str:
    from urllib.parse import unquote

    return unquote(path)
