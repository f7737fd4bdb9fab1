"""Signing in and out."""

import time
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, StringConstraints

from dateline import version
from dateline.errors import AccessError
from dateline.records.desk import Key, Person
from dateline.server.answers import answer
from dateline.server.keys import SESSION, hashed, is_password, new_key, password_hash
from dateline.server.people import named_person
from dateline.server.problems import Problem
from dateline.server.route import Route
from dateline.server.service import Service, service_of
from dateline.server.visitors import COOKIE, Reader, known_visitor

ROUTER = APIRouter(tags=["session"])
_Secret = Annotated[str, StringConstraints(max_length=1024)]


class SignIn(BaseModel):
    """A name and a password."""

    name: _Secret
    password: _Secret


class ByLink(BaseModel):
    """The secret of a one-time link, and the password to set."""

    token: _Secret
    password: _Secret | None = None


class NewPassword(BaseModel):
    """The password so far, where there is one, and the one from now on."""

    old: _Secret | None = None
    new: _Secret


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonForm:
    """Who is signed in."""

    id: str
    name: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionForm:
    """Who is signed in; ``csrf`` is to be sent back with every change."""

    person: PersonForm | None
    csrf: str
    version: str
    needs_password: bool = False


@ROUTER.get("/session", response_model=SessionForm)
async def session(request: Request) -> Response:
    """Tell who is signed in."""
    visitor = known_visitor(request)
    return answer(_form(visitor.person, visitor.key) if visitor else _nobody())


@ROUTER.post("/session", response_model=SessionForm)
def sign_in(request: Request, given: SignIn) -> Response:
    """Sign in by name and password."""
    service = service_of(request)
    names = (f"name {given.name.casefold()}", f"from {_address(request)}")
    wait = service.throttle.wait(*names)
    if wait > 0:
        detail = f"Too many wrong tries; wait {wait:.0f} seconds"
        raise Problem(429, "wait", detail, retry_after=max(1, round(wait)))
    person = named_person(service.store, given.name)
    if not is_password(person, given.password) or person is None:
        service.throttle.wrong(*names)
        message = "Name or password is wrong"
        raise AccessError(message, known=False)
    service.throttle.right(*names)
    return _begun(service, person, "signed in")


@ROUTER.post("/session/link", response_model=SessionForm)
def by_link(request: Request, given: ByLink) -> Response:
    """Sign in by a one-time link; it may be used once."""
    service = service_of(request)
    now = time.time()
    new = password_hash(given.password) if given.password else None
    with service.writing() as write:
        key = write.shelf(Key).find(hashed(given.token))
        person = write.shelf(Person).find(key.under) if key and key.use == "link" else None
        late = key is None or (key.due or 0) < now
        if key is None or person is None or person.disabled or late:
            message = "This link was used, or is too old; ask an admin for another"
            raise AccessError(message, known=False)
        write.unshelve(Key, key.id)
        if new:
            person = replace(person, password=new)
            write.shelve(person)
    return _begun(service, person, "signed in by a link")


@ROUTER.put("/session/password", response_model=SessionForm)
def set_password(request: Request, given: NewPassword, visitor: Reader) -> Response:
    """Set one's password; all other sessions end."""
    service = service_of(request)
    person = visitor.person
    if person.password is not None and not is_password(person, given.old or ""):
        message = "The password so far is wrong"
        raise AccessError(message, known=True)
    new = replace(person, password=password_hash(given.new))
    with service.writing() as write:
        for key in write.shelf(Key).under(person.id):
            if key.use != "token" and key.id != visitor.key.id:
                write.unshelve(Key, key.id)
        write.shelve(new)
        write.log(time.time(), person.name, "set a password", person.name)
    return answer(_form(new, visitor.key))


@ROUTER.delete("/session", status_code=204)
def sign_out(request: Request, visitor: Reader) -> Response:
    """Sign out: the session's key opens nothing any more."""
    service = service_of(request)
    with service.writing() as write:
        write.unshelve(Key, visitor.key.id)
    out = Response(None, 204)
    out.delete_cookie(COOKIE, path="/")
    return out


def _begun(service: Service, person: Person, how: str) -> Response:
    now = time.time()
    key, secret = new_key(person, "session", now, lasts=SESSION)
    with service.writing() as write:
        for old in write.shelf(Key).due(now):
            write.unshelve(Key, old.id)
        write.shelve(key)
        write.shelve(replace(person, last_seen=now))
        write.log(now, person.name, how, person.name)
    out = answer(_form(person, key))
    out.set_cookie(
        COOKIE,
        secret,
        max_age=int(SESSION),
        path="/",
        secure=service.options.secure,
        httponly=True,
        samesite="lax",
    )
    return out


def _form(person: Person, key: Key) -> SessionForm:
    return SessionForm(
        person=PersonForm(id=person.id, name=person.name, role=person.role),
        csrf=key.csrf,
        version=version(),
        needs_password=person.password is None,
    )


def _nobody() -> SessionForm:
    return SessionForm(person=None, csrf="", version=version())


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


ROUTE = Route(ROUTER)
