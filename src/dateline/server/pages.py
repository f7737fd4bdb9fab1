"""The pages of the web app: files that were built, and one page for all addresses of the app."""

from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.responses import FileResponse, Response

from dateline.server.problems import problem

STATIC = Path(__file__).parent / "static"
_FOREVER = "public, max-age=31536000, immutable"  # the name of an asset changes with what is in it
_MISSING = "The web app is not built; run `make web`"


def serve_pages(app: FastAPI) -> None:
    """Serve what was built; whatever is no file and not of the API is a page of the app."""

    @app.get("/assets/{name:path}", include_in_schema=False)
    async def asset(name: str) -> Response:
        found = _within(STATIC / "assets", name)
        if found is None:
            return problem(404, "not found", "There is no such file")
        return FileResponse(found, headers={"Cache-Control": _FOREVER})

    @app.get("/{path:path}", include_in_schema=False)
    async def page(request: Request, path: str) -> Response:
        if path.startswith("api/"):
            return problem(404, "not found", f"The API has no {request.url.path}")
        found = _within(STATIC, path) or _within(STATIC, "index.html")
        if found is None:
            return problem(503, "not built", _MISSING)
        return FileResponse(found, headers={"Cache-Control": "no-cache"})


def _within(folder: Path, name: str) -> Path | None:
    """Find a file by its name inside a folder, and nowhere else."""
    if not name or "\0" in name:
        return None
    found = (folder / name).resolve()
    return found if found.is_relative_to(folder.resolve()) and found.is_file() else None
