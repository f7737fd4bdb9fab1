"""The whole app: routes, guards, the pages of the web app, and the work in the background."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from threading import Thread
from typing import Any

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from dateline import version
from dateline.folder import Folder
from dateline.server import routes
from dateline.server.again import Again
from dateline.server.describing import describe, operation_id
from dateline.server.guards import Headers, Limits, SameOrigin
from dateline.server.options import Options
from dateline.server.pages import serve_pages
from dateline.server.problems import answer_problems
from dateline.server.pulled import serve_feeds
from dateline.server.route import Route
from dateline.server.service import Service
from dateline.server.work import Work
from dateline.store import Store

API = "/api/v1"
ROUTES: Folder[Route] = Folder(routes, "ROUTE", Route)
_LOCAL = ("localhost", "127.0.0.1", "[::1]")
_DESCRIPTION = """\
Incidents of armed conflict as news reports tell them, with every figure's owner and every field's
words. Errors are problem+json. Sign in with a token: `Authorization: Bearer dl_…`.
"""


def application(store: Store, options: Options) -> FastAPI:
    """Put the app together over an open record; its life begins and ends the background work."""
    service = Service(store, options)
    app = FastAPI(
        title="Dateline",
        version=version(),
        description=_DESCRIPTION,
        openapi_url=f"{API}/openapi.json",
        docs_url=None,  # the web app has them, without what other hosts serve
        redoc_url=None,
        lifespan=_life(service),
        generate_unique_id_function=operation_id,
    )
    app.state.service = service
    for name in ROUTES.names():
        app.include_router(ROUTES[name].router, prefix=API)
    describe(app)
    answer_problems(app)
    serve_feeds(app)
    serve_pages(app)
    _guard(app, options)
    return app


def _life(service: Service) -> Callable[[FastAPI], Any]:
    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        Thread(target=service.overview, daemon=True).start()  # the first map need not wait
        work = Work(service)
        if service.options.work:
            work.start()
        try:
            yield
        finally:  # a server that is made to end cancels this
            work.stop()

    return life


def _guard(app: FastAPI, options: Options) -> None:
    """Put up the guards; the one that is added last is met first."""
    app.add_middleware(Again)
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)
    app.add_middleware(SameOrigin)
    app.add_middleware(Limits)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=[*_LOCAL, *options.names])
    app.add_middleware(Headers, secure=options.secure)
