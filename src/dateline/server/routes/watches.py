"""Watches: a saved query that tells somebody, by feed, webhook, e-mail or CAP."""

import secrets
import time
from dataclasses import dataclass, replace
from typing import Annotated, Any

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field, StringConstraints

from dateline.errors import DatelineError, SettingError
from dateline.ingest.fetch_address import checked
from dateline.keeping import watching
from dateline.keeping.asking import FILTERS
from dateline.publish.channels import webhook
from dateline.records.desk import Delivery, Watch
from dateline.server.answers import answer
from dateline.server.asking import understood
from dateline.server.delivering import attempt
from dateline.server.feeding import new_id
from dateline.server.moments import moment
from dateline.server.route import Route
from dateline.server.service import Service, service_of
from dateline.server.visitors import Analyst, Reader, Visitor

ROUTER = APIRouter(tags=["watches"])
CHANNELS = ("feed", "webhook", "email", "cap")
_Word = Annotated[str, StringConstraints(max_length=2000)]


class NewWatch(BaseModel):
    """A query by its filters, and where to tell of what fits."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    query: dict[str, Any] = Field(default_factory=dict)
    channel: _Word = Field("feed", json_schema_extra={"enum": list(CHANNELS)})
    target: _Word | None = None


class ChangedWatch(BaseModel):
    """What is to be changed of a watch."""

    name: _Word | None = None
    paused: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchForm:
    """A watch; ``addresses`` are those of its feeds, which need no signing in."""

    id: str
    name: str
    query: dict[str, Any]
    channel: str
    target: str | None
    owner: str
    created: str | None
    paused: bool
    addresses: dict[str, str]
    last: dict[str, Any] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Watches:
    """All watches."""

    watches: tuple[WatchForm, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeWatch:
    """A watch, with the secret of its webhook, which is shown this once."""

    watch: WatchForm
    secret: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """How a delivery that was tried out went."""

    status: str
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryForm:
    """What was told, or is to be."""

    id: str
    at: str | None
    status: str
    attempts: int
    incidents: tuple[str, ...]
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deliveries:
    """What a watch has told, the last first."""

    deliveries: tuple[DeliveryForm, ...]


@ROUTER.get("/watches", response_model=Watches)
def watches(request: Request, _: Reader) -> Response:
    """List the watches."""
    service = service_of(request)
    found = service.store.shelf(Watch).all()
    return answer(Watches(watches=tuple(_form(watch, service) for watch in found)))


@ROUTER.post("/watches", response_model=MadeWatch, status_code=201)
def watch(request: Request, given: NewWatch, visitor: Analyst) -> Response:
    """Watch for what fits a query; it tells of what is new or changed from now on."""
    service = service_of(request)
    query = _query(given.query, visitor)
    target = _target(given, service)
    made = Watch(
        id=new_id(),
        name=given.name,
        query=query,
        channel=given.channel,
        target=target,
        secret=webhook.new_secret() if given.channel == "webhook" else None,
        owner=visitor.person.name,
        created=time.time(),
        seen=service.store.revision(),
        key=secrets.token_urlsafe(16),
    )
    with service.writing() as write:
        write.shelve(made)
        write.log(made.created, visitor.person.name, "made a watch", made.name, made.channel)
    return answer(MadeWatch(watch=_form(made, service), secret=made.secret), status=201)


@ROUTER.patch("/watches/{id}", response_model=WatchForm)
def change(request: Request, id: str, given: ChangedWatch, visitor: Analyst) -> Response:
    """Rename or pause a watch."""
    service = service_of(request)
    with service.writing() as write:
        known = write.shelf(Watch).named(id, "watch")
        paused = known.paused if given.paused is None else given.paused
        changed = replace(known, name=given.name or known.name, paused=paused)
        write.shelve(changed)
        write.log(time.time(), visitor.person.name, "changed a watch", changed.name)
    return answer(_form(changed, service))


@ROUTER.delete("/watches/{id}", status_code=204)
def drop(request: Request, id: str, visitor: Analyst) -> Response:
    """End a watch."""
    with service_of(request).writing() as write:
        known = write.shelf(Watch).named(id, "watch")
        for delivery in write.shelf(Delivery).under(id):
            write.unshelve(Delivery, delivery.id)
        for told in write.shelf(watching.Told).under(id):
            write.unshelve(watching.Told, told.id)
        write.unshelve(Watch, id)
        write.log(time.time(), visitor.person.name, "ended a watch", known.name)
    return Response(None, 204)


@ROUTER.post("/watches/{id}/test", response_model=Tried)
def test(request: Request, id: str, _: Analyst) -> Response:
    """Tell once of what fits now, and say how it went."""
    service = service_of(request)
    known = service.store.shelf(Watch).named(id, "watch")
    told = watching.bulletin(service.store, known, service.options.base)
    if known.channel not in watching.PUSHED:
        return answer(Tried(status="ready", reason=f"{len(told.entries)} incidents are in it"))
    try:
        attempt(service, known, told, f"msg_test_{secrets.token_hex(8)}")
    except DatelineError as error:
        return answer(Tried(status="failed", reason=str(error)))
    return answer(Tried(status="sent", reason=None))


@ROUTER.get("/watches/{id}/deliveries", response_model=Deliveries)
def deliveries(request: Request, id: str, _: Reader) -> Response:
    """List what a watch has told, the last first."""
    store = service_of(request).store
    store.shelf(Watch).named(id, "watch")
    found = sorted(store.shelf(Delivery).under(id), key=lambda each: each.at, reverse=True)
    return answer(Deliveries(deliveries=tuple(map(_delivery, found))))


def _query(given: dict[str, Any], visitor: Visitor) -> dict[str, str]:
    """Keep the filters that are ones; those that make no sense are refused now."""
    unknown = sorted(set(given).difference(FILTERS))
    if unknown:
        message = f"There is no filter {unknown[0]!r}; known are: {', '.join(FILTERS)}"
        raise SettingError(message)
    query = {name: str(value) for name, value in given.items() if value not in (None, "")}
    understood(query, visitor)
    return query


def _target(given: NewWatch, service: Service) -> str | None:
    if given.channel not in CHANNELS:
        message = f"Unknown channel {given.channel!r}; known are: {', '.join(CHANNELS)}"
        raise SettingError(message)
    if given.channel not in watching.PUSHED:
        return None
    target = (given.target or "").strip()
    if given.channel == "webhook":
        checked(target)
    elif "@" not in target or any(letter in target for letter in " ,;\r\n"):
        message = f"{target!r} is no e-mail address"
        raise SettingError(message)
    elif service.options.post.host is None:
        message = "This server sends no e-mail; set DATELINE_SMTP_HOST where it is started"
        raise SettingError(message)
    return target


def _form(known: Watch, service: Service) -> WatchForm:
    base = f"{service.options.base}/feeds/{known.id}"
    addresses = {name: f"{base}.{name}?key={known.key}" for name in ("atom", "rss", "cap")}
    last = known.last and {**known.last, "at": moment(known.last["at"])}
    return WatchForm(
        id=known.id,
        name=known.name,
        query=known.query,
        channel=known.channel,
        target=known.target,
        owner=known.owner,
        created=moment(known.created),
        paused=known.paused,
        addresses=addresses,
        last=last,
    )


def _delivery(delivery: Delivery) -> DeliveryForm:
    return DeliveryForm(
        id=delivery.id,
        at=moment(delivery.at),
        status=delivery.status,
        attempts=delivery.attempts,
        incidents=delivery.incidents,
        reason=delivery.reason,
    )


ROUTE = Route(ROUTER)
