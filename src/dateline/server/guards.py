"""What stands before every route: headers that browsers obey, limits, no other site's requests."""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from fastapi import Response

from dateline.server.problems import problem

Message: TypeAlias = MutableMapping[str, Any]
Scope: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]
App: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]

MOST_BYTES = 64_000_000  # of a request: several files at once
_PATIENCE = 60.0  # seconds in which a request's body must be here
_SAFE = ("GET", "HEAD", "OPTIONS")
_OURS = ("same-origin", "none")
_RULES = (
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",  # a map sets where its marks stand
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "worker-src 'self' blob:",
    "connect-src 'self'",
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
)
POLICY = "; ".join(_RULES)
# A document of its own, such as a situation report: it is looked at and does nothing.
STILL = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'"
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Headers:
    """Give every answer the headers that keep a browser from doing what nobody asked for."""

    def __init__(self, app: App, *, secure: bool) -> None:
        """Stand before an app; ``secure`` where it is reached over TLS."""
        self._app = app
        self._headers = dict(_HEADERS)
        if secure:
            self._headers["Strict-Transport-Security"] = "max-age=31536000"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and add the headers that its answer does not have."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = message.setdefault("headers", [])
                there = {name.lower() for name, _ in headers}
                message["headers"] = [
                    *headers,
                    *(
                        (name.lower().encode(), value.encode())
                        for name, value in self._headers.items()
                        if name.lower().encode() not in there
                    ),
                ]
            await send(message)

        await self._app(scope, receive, with_headers)


class Limits:
    """Refuse a body that is too large, and one that does not come."""

    def __init__(self, app: App, *, most: int = MOST_BYTES, patience: float = _PATIENCE) -> None:
        """Stand before an app."""
        self._app = app
        self._most = most
        self._patience = patience

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on with a body that is counted and timed."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if b"%00" in scope.get("raw_path", b"") + scope.get("query_string", b""):
            said = problem(400, "not understood", "An address holds no NUL")
            await said(scope, receive, send)
            return
        if _told_length(scope) > self._most:
            await self._too_large()(scope, receive, send)
            return
        body = _Counted(receive, self._most, self._patience)
        try:
            await self._app(scope, body, send)
        except _TooLargeError:
            await self._too_large()(scope, receive, send)
        except _TooSlowError:
            said = problem(408, "too slow", "The request did not come whole")
            await said(scope, receive, send)

    def _too_large(self) -> Response:
        return problem(413, "too large", f"A request may have at most {self._most:,} bytes")


class SameOrigin:
    """Refuse a change that another site's page asks for; programs with a token say who they are."""

    def __init__(self, app: App) -> None:
        """Stand before an app."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, if it is from here."""
        if scope["type"] == "http" and scope["method"] not in _SAFE and _is_foreign(scope):
            said = problem(403, "not allowed", "This request comes from another site")
            await said(scope, receive, send)
            return
        await self._app(scope, receive, send)


class _TooLargeError(Exception):
    """More came than may."""


class _TooSlowError(Exception):
    """What was announced did not come in time."""


class _Counted:
    """The body of a request, counted and timed."""

    def __init__(self, receive: Receive, most: int, patience: float) -> None:
        self._receive = receive
        self._left = most
        self._until: float | None = asyncio.get_running_loop().time() + patience

    async def __call__(self) -> Message:
        try:
            async with asyncio.timeout_at(self._until):
                message = await self._receive()
        except TimeoutError as error:
            raise _TooSlowError from error
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise _TooLargeError
        if not message.get("more_body"):
            self._until = None  # what comes now is only that the client goes
        return message


def _is_foreign(scope: Scope) -> bool:
    headers = _headers(scope)
    if "authorization" in headers:
        return False
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site not in _OURS
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != headers.get("host")


def _told_length(scope: Scope) -> int:
    told = _headers(scope).get("content-length", "0")
    return int(told) if told.isdecimal() else 0


def _headers(scope: Scope) -> dict[str, str]:
    return {
        name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]
    }
