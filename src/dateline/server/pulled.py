"""The feeds of watches: fetched by readers of feeds, with a key in their address."""

import hmac
import time

from fastapi import FastAPI, Request, Response

from dateline.keeping import watching
from dateline.publish.channel import Bulletin
from dateline.publish.channelling import CHANNELS
from dateline.records.desk import Watch
from dateline.server.answers import tagged
from dateline.server.problems import problem
from dateline.server.service import Service, service_of

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
        told = _told(service, watch, form)
        channel = CHANNELS[form]
        tag = f'W/"{service.store.revision()}-{watch.id}-{form}"'
        return tagged(request, channel.write(told), tag, media_type=channel.media_type)


def _told(service: Service, watch: Watch, form: str) -> Bulletin:
    """Tell what fits; what an alert has told is kept, so that the next one can refer to it."""
    store, base = service.store, service.options.base
    if form != "cap":
        return watching.bulletin(store, watch, base)
    if watching.untold(store, watch):
        with service.writing() as write:
            watching.tell(write, watch, time.time())
    return watching.alerts(store, watch, base)
