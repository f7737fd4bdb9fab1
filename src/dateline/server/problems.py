"""Errors in one shape: problem+json as in RFC 9457, with a sentence that says what to do."""

import logging
from typing import Any

import msgspec
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from dateline.errors import (
    AccessError,
    ConflictError,
    DatelineError,
    GoneError,
    LostError,
    MissingPartError,
    SettingError,
    StoreError,
    UnknownNameError,
    UnreadableReportError,
)
from dateline.server import trying

_SOON = 5  # seconds until a lost database may be back
PROBLEM = "application/problem+json"
_LOG = logging.getLogger("dateline.server")
# The first that fits: the kinds of errors and what HTTP calls them.
_STATUS: tuple[tuple[type[DatelineError], int, str], ...] = (
    (GoneError, 410, "gone"),
    (UnknownNameError, 404, "not found"),
    (ConflictError, 412, "changed by somebody else"),
    (SettingError, 422, "not understood"),
    (UnreadableReportError, 422, "not readable"),
    (MissingPartError, 503, "a part is missing"),
    (StoreError, 503, "the record cannot be used"),
)


class Problem(Exception):  # noqa: N818  it is what the client is told, not a fault of ours
    """An answer that is an error, raised where it is found."""

    def __init__(self, status: int, title: str, detail: str, **facts: Any) -> None:
        """Say what is wrong, and what to do."""
        super().__init__(detail)
        self.status = status
        self.title = title
        self.facts = facts


def problem(status: int, title: str, detail: str, **facts: Any) -> Response:
    """Make an answer that says what is wrong."""
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    headers = {"Cache-Control": "no-store"}
    if "retry_after" in facts:
        headers["Retry-After"] = str(facts["retry_after"])
    if status == 401:  # noqa: PLR2004
        headers["WWW-Authenticate"] = "Bearer"
    raw = msgspec.json.encode({**facts, **body}, enc_hook=str)
    return Response(raw, status, headers, PROBLEM)


def answer_problems(app: FastAPI) -> None:
    """Let every error leave the server in that shape."""

    @app.exception_handler(DatelineError)
    async def ours(_: Request, error: DatelineError) -> Response:
        if isinstance(error, LostError):
            trying.note_lost()
        return _of(error)

    @app.exception_handler(Problem)
    async def told(_: Request, error: Problem) -> Response:
        return problem(error.status, error.title, str(error), **error.facts)

    @app.exception_handler(RequestValidationError)
    async def misread(_: Request, error: RequestValidationError) -> Response:
        faults = [
            {"where": ".".join(map(str, fault["loc"])), "what": fault["msg"]}
            for fault in error.errors()
        ]
        detail = "; ".join(f"{fault['where']}: {fault['what']}" for fault in faults)
        return problem(422, "not understood", detail, faults=faults)

    @app.exception_handler(HTTPException)
    async def http(_: Request, error: HTTPException) -> Response:
        made = problem(error.status_code, str(error.detail).lower(), str(error.detail))
        made.headers.update(error.headers or {})
        return made

    @app.exception_handler(Exception)
    async def unforeseen(request: Request, error: Exception) -> Response:
        _LOG.error("%s %s failed", request.method, request.url.path, exc_info=error)
        detail = "This is a mistake of Dateline's; its log says more. Nothing was changed."
        return problem(500, "a mistake of the server", detail)


def _of(error: DatelineError) -> Response:
    if isinstance(error, AccessError):
        known = error.facts.get("known")
        return problem(403 if known else 401, "not allowed" if known else "not known", str(error))
    for kind, status, title in _STATUS:
        if isinstance(error, kind):
            facts = {"successors": error.facts["known"]} if kind is GoneError else {}
            facts |= {"retry_after": _SOON} if isinstance(error, LostError) else {}
            told = {k: v for k, v in error.facts.items() if k in ("known", "field", "revision")}
            return problem(status, title, str(error), **told, **facts)
    return problem(500, "a mistake of the server", str(error))
