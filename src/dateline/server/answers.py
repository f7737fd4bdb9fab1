"""Answers with their tags: what a client has already is not sent again."""

from collections.abc import Callable
from hashlib import blake2b
from typing import Any

import msgspec
from anyio import to_thread
from fastapi import Request
from fastapi.responses import Response

from dateline.server.service import service_of
from dateline.server.visitors import Visitor

JSON = "application/json"
_PRIVATE = "private, no-cache"  # ask again each time; the tag tells whether it is the same


def encoded(form: Any) -> bytes:
    """Write a form as JSON."""
    return msgspec.json.encode(form)


def answer(form: Any, *, status: int = 200, **headers: str) -> Response:
    """Answer with a form."""
    return Response(encoded(form), status, {"Cache-Control": "no-store", **headers}, JSON)


def tagged(request: Request, body: bytes, tag: str, *, media_type: str = JSON) -> Response:
    """Answer with a tag, or say that it is the same as before."""
    headers = {"ETag": tag, "Cache-Control": _PRIVATE, "Vary": "Cookie, Authorization"}
    if is_known(request, tag):
        return Response(None, 304, headers)
    return Response(body, 200, headers, media_type)


def is_known(request: Request, tag: str) -> bool:
    """Tell whether the client has what bears a tag."""
    given = request.headers.get("if-none-match", "")
    return tag in [known.strip() for known in given.split(",")] or given.strip() == "*"


async def of_revision(
    request: Request,
    visitor: Visitor,
    make: Callable[[], bytes],
    *,
    media_type: str = JSON,
    at_once: bool = False,
) -> Response:
    """Answer with what follows from the record, the address and what the visitor may see alone.

    It is made once for each revision of the record, and not at all where the client has it. What
    can be made at once, of what is in memory, is: to hand it to a thread would take longer.
    """
    service = service_of(request)
    revision = service.revision()
    asked = (revision, visitor.analyst, request.url.path, request.url.query)
    tag = f'W/"{revision}-{blake2b(repr(asked).encode(), digest_size=8).hexdigest()}"'
    if is_known(request, tag):
        return tagged(request, b"", tag)
    body = service.known_answer(asked)
    if body is None and at_once and service.is_at_hand(revision):
        body = service.answered(asked, make)
    elif body is None:
        body = await to_thread.run_sync(service.answered, asked, make, limiter=service.makers)
    return tagged(request, body, tag, media_type=media_type)
