"""Official warnings: where they hold now, when they held, and which strikes they preceded."""

import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, Field, StringConstraints
from starlette.concurrency import run_in_threadpool

from dateline.errors import SettingError
from dateline.ingest.fetch_address import checked
from dateline.ingest.warning_reading import WARNING_FORMATS, read_warnings
from dateline.publish.forms.listed import ListedForm, listed_form
from dateline.publish.forms.warning import RegionForm, WarningForm, warning_form
from dateline.records.desk import WarningFeed, utc
from dateline.server.answers import answer
from dateline.server.asking import Filtered
from dateline.server.describing import one_file
from dateline.server.feeding import new_id
from dateline.server.moments import moment
from dateline.server.region_states import region_forms
from dateline.server.route import Route
from dateline.server.service import Service, service_of
from dateline.server.strikes import Strike, strikes
from dateline.server.visitors import Analyst, Reader
from dateline.server.warning import silences_of, take_in

ROUTER = APIRouter(tags=["warnings"])
_Word = Annotated[str, StringConstraints(max_length=2000)]
_Day = Annotated[str | None, Query(max_length=40)]
_SPAN = 7.0  # days that are shown where none are asked for
_FIRST_YEAR, _LAST_YEAR = 1900, 2200
_MOST_BYTES = 20_000_000

_UPLOADED = {"multipart/form-data": {"schema": one_file("file")}}


class NewWarningFeed(BaseModel):
    """A source of warnings; without an address its files are uploaded."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    kind: _Word = Field(json_schema_extra={"enum": list(WARNING_FORMATS.names())})
    url: _Word | None = None
    token: _Word | None = None
    silent_after_minutes: int = Field(30, ge=1, le=10_080)


class ChangedWarningFeed(BaseModel):
    """What is to be changed of a source."""

    name: _Word | None = None
    paused: bool | None = None
    silent_after_minutes: int | None = Field(None, ge=1, le=10_080)


@dataclass(frozen=True, slots=True, kw_only=True)
class SilenceForm:
    """A stretch in which a feed said nothing; it says nothing of peace."""

    feed: str
    feed_name: str
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningFeedForm:
    """A source of warnings, and when it was last heard."""

    id: str
    name: str
    kind: str
    url: str | None
    paused: bool
    silent_after_minutes: int
    state: str
    last_heard: str | None
    error: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Warnings:
    """The state of every region now, and what held in a stretch of time."""

    regions: tuple[RegionForm, ...]
    warnings: tuple[WarningForm, ...]
    silences: tuple[SilenceForm, ...]
    feeds: tuple[WarningFeedForm, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StrikeForm:
    """A strike with the warning that it fell in or just after, or none, or nobody knows."""

    incident: ListedForm
    region_name: str | None
    warning: WarningForm | None
    verdict: str
    sure: bool
    lead_minutes: tuple[int, int] | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Strikes:
    """Strikes with their warnings; ``summary`` counts the verdicts."""

    rows: tuple[StrikeForm, ...]
    summary: dict[str, Any]


@ROUTER.get("/warnings", response_model=Warnings)
def warnings(
    request: Request,
    _: Reader,
    since: Annotated[_Day, Query(alias="from")] = None,
    to: _Day = None,
    region: _Day = None,
) -> Response:
    """Give the regions as they are now, and the warnings of a stretch of time."""
    store, now = service_of(request).store, time.time()
    until = _moment(to, late=True) or now
    first = _moment(since) or until - _SPAN * 86_400
    known = {feed.id: feed for feed in store.shelf(WarningFeed).all()}
    told = [(id_, one) for id_, one in store.warnings(since=first, until=until) if id_ in known]
    span = (utc(first), utc(until))
    return answer(
        Warnings(
            regions=tuple(
                one
                for one in region_forms(store, tuple(known.values()), told, span)
                if region in (None, one.uid)
            ),
            warnings=tuple(
                warning_form(one, known[id_]) for id_, one in told if region in (None, one.region)
            ),
            silences=tuple(_silences(known, first, until, now)),
            feeds=tuple(_feed(feed, now) for feed in known.values()),
        )
    )


@ROUTER.get("/strikes", response_model=Strikes)
def joined(request: Request, asked: Filtered) -> Response:
    """Join strikes that fit to the warnings before them."""
    store, now = service_of(request).store, datetime.now(UTC)
    known = {feed.id: feed for feed in store.shelf(WarningFeed).all()}
    rows = [_strike(strike, known) for strike in strikes(store, asked.query, now)]
    counts = {
        verdict: sum(1 for row in rows if row.verdict == verdict)
        for verdict in ("in", "after", "none", "unknown")
    }
    said = (
        f"Of {len(rows)} strikes {counts['in']} fell while a warning held, {counts['after']} just "
        f"after one, {counts['none']} without one; of {counts['unknown']} nobody can tell."
    )
    return answer(Strikes(rows=tuple(rows), summary={**counts, "words": said}))


@ROUTER.post("/warning-feeds", response_model=WarningFeedForm, status_code=201)
def add(request: Request, given: NewWarningFeed, visitor: Analyst) -> Response:
    """Take in warnings from a source."""
    if given.kind not in WARNING_FORMATS.names():
        message = f"Unknown kind {given.kind!r}; known are: {', '.join(WARNING_FORMATS.names())}"
        raise SettingError(message)
    if given.url:
        checked(given.url)
    now = time.time()
    made = WarningFeed(
        id=new_id(),
        name=given.name,
        kind=given.kind,
        url=given.url or None,
        token=given.token or None,
        silent_after=given.silent_after_minutes,
        created=now,
        due=now if given.url else None,
    )
    with service_of(request).writing() as write:
        write.shelve(made)
        write.log(now, visitor.person.name, "added a feed of warnings", made.name)
    return answer(_feed(made, now), status=201)


@ROUTER.patch("/warning-feeds/{id}", response_model=WarningFeedForm)
def change(request: Request, id: str, given: ChangedWarningFeed, visitor: Analyst) -> Response:
    """Rename or pause a source; paused it is silent, and its regions are unknown."""
    now = time.time()
    with service_of(request).writing() as write:
        feed = write.shelf(WarningFeed).named(id, "feed of warnings")
        paused = feed.paused if given.paused is None else given.paused
        changed = replace(
            feed,
            name=given.name or feed.name,
            paused=paused,
            silent_after=given.silent_after_minutes or feed.silent_after,
            due=None if paused or not feed.url else now,
        )
        write.shelve(changed)
        write.log(now, visitor.person.name, "changed a feed of warnings", changed.name)
    return answer(_feed(changed, now))


@ROUTER.delete("/warning-feeds/{id}", status_code=204)
def drop(request: Request, id: str, visitor: Analyst) -> Response:
    """Take out a source with the warnings that it brought."""
    with service_of(request).writing() as write:
        feed = write.shelf(WarningFeed).named(id, "feed of warnings")
        write.unshelve(WarningFeed, id)
        write.forget(id)
        write.log(time.time(), visitor.person.name, "took out a feed of warnings", feed.name)
    return Response(None, 204)


@ROUTER.post(
    "/warning-feeds/{id}/upload",
    response_model=WarningFeedForm,
    openapi_extra={"requestBody": {"required": True, "content": _UPLOADED}},
)
async def upload(request: Request, id: str, visitor: Analyst) -> Response:
    """Take in a file of warnings."""
    async with request.form(max_files=1, max_fields=5) as form:
        file = form.get("file")
        if file is None or isinstance(file, str):
            message = "Send the file as `file`"
            raise SettingError(message)
        body = await file.read(_MOST_BYTES + 1)
    if len(body) > _MOST_BYTES:
        message = f"The file is larger than {_MOST_BYTES:,} bytes"
        raise SettingError(message)
    kept = await run_in_threadpool(_kept, service_of(request), id, body, visitor.person.name)
    return answer(_feed(kept, time.time()))


def _kept(service: Service, id_: str, body: bytes, by: str) -> WarningFeed:
    """Read a file and keep what it says; one that cannot be read is told of as what it is."""
    now = datetime.now(UTC)
    kind = service.store.shelf(WarningFeed).named(id_, "feed of warnings").kind
    reading = read_warnings(kind, body)
    with service.writing() as write:
        feed = write.shelf(WarningFeed).named(id_, "feed of warnings")
        kept = take_in(write, feed, reading, now)
        write.shelve(kept)
        write.log(now.timestamp(), by, "uploaded warnings", feed.name)
    return kept


def _moment(words: str | None, *, late: bool = False) -> float | None:
    """Read a day or a moment; a day's end is that of the day."""
    if not words:
        return None
    try:
        found = datetime.fromisoformat(words)
    except ValueError as error:
        message = f"{words!r} is no day; write it as 2024-10-29"
        raise SettingError(message) from error
    if not _FIRST_YEAR <= found.year < _LAST_YEAR:
        message = f"{words!r} is no day that warnings are known of"
        raise SettingError(message)
    whole = len(words) <= len("2024-10-29") and late
    aware = found if found.tzinfo else found.replace(tzinfo=UTC)
    return (aware + timedelta(days=1) if whole else aware).timestamp()


def _silences(
    known: dict[str, WarningFeed], first: float, until: float, now: float
) -> list[SilenceForm]:
    found = []
    for feed in known.values():
        for silence in silences_of(feed, utc(now)):
            start = silence.start.timestamp() if silence.start else None
            end = silence.end.timestamp() if silence.end else None
            if (start is None or start <= until) and (end is None or end >= first):
                form = SilenceForm(
                    feed=feed.id, feed_name=feed.name, start=moment(start), end=moment(end)
                )
                found.append(form)
    return found


def _strike(strike: Strike, known: dict[str, WarningFeed]) -> StrikeForm:
    feed = known.get(strike.feed or "")
    warning = warning_form(strike.warning, feed) if strike.warning and feed else None
    return StrikeForm(
        incident=listed_form(strike.incident),
        region_name=warning.region_name if warning else None,
        warning=warning,
        verdict=strike.verdict,
        sure=strike.sure,
        lead_minutes=strike.lead_minutes,
        words=strike.words,
    )


def _feed(feed: WarningFeed, now: float) -> WarningFeedForm:
    last = feed.last_heard
    silent = last is not None and now - last > feed.silent_after * 60
    heard = "new" if last is None else "silent" if silent else "ok"
    return WarningFeedForm(
        id=feed.id,
        name=feed.name,
        kind=feed.kind,
        url=feed.url,
        paused=feed.paused,
        silent_after_minutes=feed.silent_after,
        state="paused" if feed.paused else heard,
        last_heard=moment(last),
        error=feed.error,
    )


ROUTE = Route(ROUTER)
