"""The feeds of watches: fetched by readers of feeds, with a key in their address."""

import hmac

from fastapi import FastAPI, Request, Response

from dateline.keeping import watching
from dateline.publish.channelling import CHANNELS
from dateline.records.desk import Watch
from dateline.server.answers import tagged
from dateline.server.problems import problem
from dateline.server.service import service_of

_PULLED = ("atom", "rss", "cap")


def serve_feeds(app: FastAPI) -> None:
    """Serve each watch as Atom, RSS and CAP to whoever has its address."""

    @app.get("/feeds/{name}", include_in_schema=False)
    def feed(request: Request, name: str, key: str = "") -> Response:
        id_, _, form = name.rpartition(".")
        service = service_of(request)
        watch = service.store.shelf(Watch).find(id_) if form in _PULLED else None
        given = hmac.compare_digest(key.encode(), watch.key.encode()) if watch else False
        if watch is None or not given or watch.paused:
            return problem(404, "not found", "There is no such feed, or its key is another")
        told = watching.bulletin(service.store, watch, service.options.base)
        channel = CHANNELS[form]
        tag = f'W/"{service.revision()}-{watch.id}-{form}"'
        return tagged(request, channel.write(told), tag, media_type=channel.media_type)
