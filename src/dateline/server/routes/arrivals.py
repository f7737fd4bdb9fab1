"""Bringing reports: pasted, dropped, by an address, or from a feed that is polled."""

import time
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field, StringConstraints, ValidationError
from starlette.concurrency import run_in_threadpool

from dateline.errors import DatelineError, SettingError
from dateline.ingest.feeds import read_feed
from dateline.ingest.fetch_address import checked
from dateline.records.desk import Arrival, Feed
from dateline.server.answers import answer
from dateline.server.asking import Cursor, Limit, cursor_of, placed
from dateline.server.describing import one_file
from dateline.server.feeding import fetcher, new_id
from dateline.server.moments import moment
from dateline.server.route import Route
from dateline.server.service import Service, service_of
from dateline.server.visitors import Ingester, Reader

ROUTER = APIRouter(tags=["arrivals"])
_MOST_FILES = 100  # at once
_MOST_BYTES = 20_000_000  # of one file
_Word = Annotated[str, StringConstraints(max_length=2000)]


class Brought(BaseModel):
    """A text, or the address of a page."""

    text: Annotated[str, StringConstraints(max_length=2_000_000)] | None = None
    url: _Word | None = None
    title: _Word | None = None
    publisher: _Word | None = None
    published: date | None = None


_BROUGHT = {
    "application/json": {"schema": Brought.model_json_schema()},
    "multipart/form-data": {"schema": one_file("files", many=True)},
}


class NewFeed(BaseModel):
    """A feed to poll."""

    url: _Word
    name: _Word | None = None
    every_minutes: int = Field(30, ge=5, le=10_080)


class ChangedFeed(BaseModel):
    """What is to be changed of a feed."""

    name: _Word | None = None
    every_minutes: int | None = Field(None, ge=5, le=10_080)
    paused: bool | None = None


class Tested(BaseModel):
    """The address of a feed to try."""

    url: _Word


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalForm:
    """Something that came, and what became of it."""

    id: str
    kind: str
    name: str
    by: str
    at: str | None
    status: str
    reason: str | None
    reports: tuple[str, ...]
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a page of arrivals ended."""

    at: float
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrivals:
    """What came, the last first."""

    arrivals: tuple[ArrivalForm, ...]
    next: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedForm:
    """A feed, and how reading it goes."""

    id: str
    url: str
    name: str
    every_minutes: int
    paused: bool
    last_read: str | None
    next_read: str | None
    failures: int
    error: str | None
    items: int
    read: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Feeds:
    """All feeds."""

    feeds: tuple[FeedForm, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What a feed holds now, or why it cannot be read."""

    ok: bool
    title: str | None = None
    items: tuple[dict[str, Any], ...] = ()
    reason: str | None = None


@ROUTER.post(
    "/arrivals",
    response_model=Arrivals,
    status_code=202,
    openapi_extra={"requestBody": {"required": True, "content": _BROUGHT}},
)
async def bring(request: Request, visitor: Ingester) -> Response:
    """Bring a text, the address of a page (both as JSON), or files; they are read in their turn."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip()
    by = visitor.person.name
    if kind == "multipart/form-data":
        made = await _files(request, by)
    else:
        made = [_brought(await request.body(), by)]
    await run_in_threadpool(_line_up, service_of(request), made)
    return answer(Arrivals(arrivals=tuple(map(_form, made))), status=202)


@ROUTER.get("/arrivals", response_model=Arrivals)
def arrivals(request: Request, _: Reader, cursor: Cursor = None, limit: Limit = 50) -> Response:
    """List what came, the last first."""
    place = placed(cursor, _Place)
    before = (place.at, place.id) if place else None
    found = service_of(request).store.shelf(Arrival).latest(limit=limit + 1, before=before)
    last = found[limit - 1] if len(found) > limit else None
    after = cursor_of(at=last.at, id=last.id) if last else None
    return answer(Arrivals(arrivals=tuple(map(_form, found[:limit])), next=after))


@ROUTER.post("/arrivals/{id}/retry", response_model=Arrivals, status_code=202)
def retry(request: Request, id: str, _: Ingester) -> Response:
    """Try again what failed."""
    with service_of(request).writing() as write:
        arrival = write.shelf(Arrival).named(id, "arrival")
        if arrival.body is None and arrival.url is None:
            message = "What it held is not kept; bring it again"
            raise SettingError(message)
        again = replace(arrival, status="waiting", reason=None, tries=0, due=time.time())
        write.shelve(again)
    return answer(Arrivals(arrivals=(_form(again),)), status=202)


@ROUTER.get("/feeds", response_model=Feeds)
def feeds(request: Request, _: Reader) -> Response:
    """List the feeds."""
    found = service_of(request).store.shelf(Feed).all()
    return answer(Feeds(feeds=tuple(map(_feed, found))))


@ROUTER.post("/feeds", response_model=FeedForm, status_code=201)
def add_feed(request: Request, given: NewFeed, visitor: Ingester) -> Response:
    """Poll a feed from now on."""
    checked(given.url)
    now = time.time()
    name = given.name or given.url
    made = Feed(id=new_id(), url=given.url, name=name, every=given.every_minutes, due=now)
    with service_of(request).writing() as write:
        if any(feed.url == given.url for feed in write.shelf(Feed).all()):
            message = f"{given.url} is polled already"
            raise SettingError(message)
        write.shelve(made)
        write.log(now, visitor.person.name, "added a feed", made.name, made.url)
    return answer(_feed(made), status=201)


@ROUTER.post("/feeds/test", response_model=Trial)
def try_feed(request: Request, given: Tested, _: Ingester) -> Response:
    """Read a feed once, and keep nothing of it."""
    try:
        got = fetcher(service_of(request)).fetch(given.url).good()
        read = read_feed(got.body, got.url)
    except DatelineError as error:
        return answer(Trial(ok=False, reason=str(error)))
    items = [
        {"title": item.title, "link": item.link, "published": item.published}
        for item in read.items[:10]
    ]
    return answer(Trial(ok=True, title=read.title, items=tuple(items)))


@ROUTER.patch("/feeds/{id}", response_model=FeedForm)
def change_feed(request: Request, id: str, given: ChangedFeed, visitor: Ingester) -> Response:
    """Rename or pause a feed, or poll it more or less often."""
    with service_of(request).writing() as write:
        feed = write.shelf(Feed).named(id, "feed")
        paused = feed.paused if given.paused is None else given.paused
        changed = replace(
            feed,
            name=given.name or feed.name,
            every=given.every_minutes or feed.every,
            paused=paused,
            due=None if paused else time.time(),
        )
        write.shelve(changed)
        write.log(time.time(), visitor.person.name, "changed a feed", changed.name)
    return answer(_feed(changed))


@ROUTER.delete("/feeds/{id}", status_code=204)
def drop_feed(request: Request, id: str, visitor: Ingester) -> Response:
    """Poll a feed no more; what it brought stays."""
    with service_of(request).writing() as write:
        feed = write.shelf(Feed).named(id, "feed")
        write.unshelve(Feed, id)
        write.forget(id)
        write.log(time.time(), visitor.person.name, "took out a feed", feed.name)
    return Response(None, 204)


def _line_up(service: Service, made: list[Arrival]) -> None:
    with service.writing() as write:
        for arrival in made:
            write.shelve(arrival)


async def _files(request: Request, by: str) -> list[Arrival]:
    async with request.form(max_files=_MOST_FILES, max_fields=20) as form:
        files = [file for file in form.getlist("files") if not isinstance(file, str)]
        if not files:
            message = "Send one or more files, each as `files`"
            raise SettingError(message)
        made = []
        for file in files:
            body = await file.read(_MOST_BYTES + 1)
            name = (file.filename or "file").replace("\\", "/").rpartition("/")[2]
            made.append(_arrival("file", name, by, body=body))
        return made


def _brought(raw: bytes, by: str) -> Arrival:
    try:
        given = Brought.model_validate_json(raw)
    except ValidationError as error:
        fault = error.errors()[0]
        message = f"{'.'.join(map(str, fault['loc'])) or 'body'}: {fault['msg']}"
        raise SettingError(message) from error
    if (given.text is None) == (given.url is None):
        message = "Give a text, or the address of a page"
        raise SettingError(message)
    if given.url is not None:
        checked(given.url)
    name = given.title or given.url or (given.text or "").strip().partition("\n")[0][:80]
    kind = "text" if given.text is not None else "url"
    made = _arrival(kind, name, by, body=given.text.encode() if given.text else None)
    return replace(
        made,
        url=given.url,
        title=given.title,
        publisher=given.publisher,
        published=given.published.isoformat() if given.published else None,
    )


def _arrival(kind: str, name: str, by: str, *, body: bytes | None) -> Arrival:
    now = time.time()
    size = len(body or b"")
    made = Arrival(
        id=new_id(), kind=kind, name=name[:200], by=by, at=now, body=body, size=size, due=now
    )
    if size <= _MOST_BYTES:
        return made
    why = f"it is larger than {_MOST_BYTES:,} bytes"
    return replace(made, status="refused", reason=why, body=None, due=None)


def _form(arrival: Arrival) -> ArrivalForm:
    return ArrivalForm(
        id=arrival.id,
        kind=arrival.kind,
        name=arrival.name,
        by=arrival.by,
        at=moment(arrival.at),
        status=arrival.status,
        reason=arrival.reason,
        reports=arrival.reports,
        size=arrival.size,
    )


def _feed(feed: Feed) -> FeedForm:
    return FeedForm(
        id=feed.id,
        url=feed.url,
        name=feed.name,
        every_minutes=feed.every,
        paused=feed.paused,
        last_read=moment(feed.last_read),
        next_read=moment(feed.due),
        failures=feed.failures,
        error=feed.error,
        items=feed.items,
        read=feed.read,
    )


ROUTE = Route(ROUTER)
