"""The API's own description (OpenAPI): errors in their one shape, how to sign in, what is sent."""

from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute

from dateline.server.problems import PROBLEM
from dateline.server.visitors import COOKIE

_OPEN = (("get", "/session"), ("post", "/session"), ("post", "/session/link"))
_PROBLEM = {
    "type": "object",
    "title": "Problem",
    "description": "What is wrong, and in `detail` a sentence that says what to do.",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
    },
}
_SCHEMES = {
    "token": {"type": "http", "scheme": "bearer", "description": "An API token: `dl_…`."},
    "session": {
        "type": "apiKey",
        "in": "cookie",
        "name": COOKIE,
        "description": "A browser's; what changes something also needs the header `X-CSRF-Token`.",
    },
}
_UNCHANGED = {"description": "It is as the client has it: one of If-None-Match is its tag."}


def one_file(name: str, *, many: bool = False) -> dict[str, Any]:
    """Describe a form that a file, or several, are sent in under a name."""
    file: dict[str, Any] = {"type": "string", "contentMediaType": "application/octet-stream"}
    field = {"type": "array", "items": file, "minItems": 1} if many else file
    return {"type": "object", "required": [name], "properties": {name: field}}


def written(*media_types: str, description: str = "The file") -> dict[int | str, dict[str, Any]]:
    """Describe an answer that is a file of one of some media types."""
    content: dict[str, Any] = {
        media: {} if "json" in media else {"schema": {"type": "string"}} for media in media_types
    }
    return {200: {"description": description, "content": content}}


def operation_id(route: APIRoute) -> str:
    """Name an operation by its group and its function, so that no two are named alike."""
    return "_".join((*map(str, route.tags), route.name.strip("_")))


def describe(app: FastAPI) -> None:
    """Let an app describe itself so, once it is asked."""

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _described(app)
        return app.openapi_schema

    app.openapi = described  # type: ignore[method-assign]


def _described(app: FastAPI) -> dict[str, Any]:
    form = get_openapi(
        title=app.title, version=app.version, description=app.description, routes=app.routes
    )
    parts = form.setdefault("components", {})
    schemas = parts.setdefault("schemas", {})
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    schemas["Problem"] = _PROBLEM
    parts["securitySchemes"] = _SCHEMES
    form["security"] = [{name: []} for name in _SCHEMES]
    for path, method, operation in _operations(form):
        if any(method == verb and path.endswith(end) for verb, end in _OPEN):
            operation["security"] = []
        _add_answers(method, operation["responses"])
    return form


def _operations(form: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, methods in form["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


def _add_answers(method: str, responses: dict[str, Any]) -> None:
    responses.pop("422", None)  # the library's own; ours is among those of 4XX
    told = {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    if method == "get":
        responses["304"] = _UNCHANGED
    responses["4XX"] = {"description": "It cannot be done, and why", "content": told}
    responses["503"] = {"description": "The record cannot be used now", "content": told}
