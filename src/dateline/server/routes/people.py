"""People and their roles, tokens for programs, and who did what."""

import time
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field, StringConstraints

from dateline.errors import SettingError, UnknownNameError
from dateline.records.desk import ROLES, Entry, Key, Person
from dateline.server.answers import answer
from dateline.server.asking import Cursor, Limit, cursor_of, numbered
from dateline.server.keys import DAY, SCOPES, new_key
from dateline.server.moments import moment
from dateline.server.people import add_person, change_person, make_link
from dateline.server.route import Route
from dateline.server.service import service_of
from dateline.server.visitors import Admin, Reader

ROUTER = APIRouter(tags=["people"])
_Name = Annotated[str, StringConstraints(max_length=200)]


class NewPerson(BaseModel):
    """Somebody who is to come in."""

    name: _Name
    role: _Name = Field("reader", json_schema_extra={"enum": list(ROLES)})
    email: _Name | None = None


class Changed(BaseModel):
    """What is to be changed of somebody."""

    role: _Name | None = None
    disabled: bool | None = None
    email: _Name | None = None


class NewToken(BaseModel):
    """A token for a program; without ``days`` it does not end."""

    name: _Name
    scopes: list[_Name] = Field(
        max_length=4, json_schema_extra={"items": {"type": "string", "enum": list(SCOPES)}}
    )
    days: int | None = Field(None, ge=1, le=3650)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """Somebody who may sign in."""

    id: str
    name: str
    email: str | None
    role: str
    disabled: bool
    created: str | None
    last_seen: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Everybody."""

    people: tuple[PersonRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """Somebody, with the link that lets them in once."""

    person: PersonRow
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A one-time link, and until when it opens."""

    link: str
    expires: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenRow:
    """A token, without its secret."""

    id: str
    name: str
    scopes: tuple[str, ...]
    created: str | None
    expires: str | None
    last_used: str | None
    owner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The tokens one may see: one's own, and all to an admin."""

    tokens: tuple[TokenRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeToken:
    """A token with its secret, which is shown this once."""

    token: TokenRow
    secret: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryForm:
    """A line of the audit log."""

    number: int
    at: str | None
    who: str
    action: str
    subject: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """Who did what, the last first."""

    entries: tuple[EntryForm, ...]
    next: str | None


@ROUTER.get("/people", response_model=People)
def people(request: Request, _: Admin) -> Response:
    """List everybody who may sign in."""
    found = service_of(request).store.shelf(Person).all()
    rows = sorted((_person(person) for person in found), key=lambda row: row.name.casefold())
    return answer(People(people=tuple(rows)))


@ROUTER.post("/people", response_model=Invited, status_code=201)
def invite(request: Request, given: NewPerson, visitor: Admin) -> Response:
    """Add somebody, and make the link that lets them in once."""
    service = service_of(request)
    with service.writing() as write:
        made = add_person(write, given.name, given.role, email=given.email)
        link, _ = make_link(write, made, service.options.base)
        write.log(time.time(), visitor.person.name, "added a person", made.name, made.role)
    return answer(Invited(person=_person(made), link=link), status=201)


@ROUTER.patch("/people/{id}", response_model=PersonRow)
def change(request: Request, id: str, given: Changed, visitor: Admin) -> Response:
    """Change somebody's role, or whether they may sign in."""
    changed = given.model_dump(exclude_none=True)
    with service_of(request).writing() as write:
        person = change_person(write, write.shelf(Person).named(id, "person"), **changed)
        detail = ", ".join(f"{name}: {value}" for name, value in changed.items())
        write.log(time.time(), visitor.person.name, "changed a person", person.name, detail)
    return answer(_person(person))


@ROUTER.post("/people/{id}/link", response_model=Link, status_code=201)
def link(request: Request, id: str, visitor: Admin) -> Response:
    """Make another one-time link for somebody; older ones open nothing any more."""
    service = service_of(request)
    with service.writing() as write:
        person = write.shelf(Person).named(id, "person")
        address, until = make_link(write, person, service.options.base)
        write.log(time.time(), visitor.person.name, "made a link", person.name)
    return answer(Link(link=address, expires=moment(until)), status=201)


@ROUTER.get("/tokens", response_model=Tokens)
def tokens(request: Request, visitor: Reader) -> Response:
    """List one's tokens; an admin sees everybody's."""
    store = service_of(request).store
    names = {person.id: person.name for person in store.shelf(Person).all()}
    known = [key for key in store.shelf(Key).all() if key.use == "token"]
    own = [k for k in known if visitor.person.role == "admin" or k.under == visitor.person.id]
    return answer(Tokens(tokens=tuple(_token(key, names.get(key.under, "")) for key in own)))


@ROUTER.post("/tokens", response_model=MadeToken, status_code=201)
def make_token(request: Request, given: NewToken, visitor: Reader) -> Response:
    """Make a token for a program; it can do no more than its owner may."""
    unknown = sorted(set(given.scopes).difference(SCOPES))
    if unknown or not given.scopes:
        message = f"Scopes are some of {', '.join(SCOPES)}"
        raise SettingError(message, known=SCOPES)
    if visitor.key.use == "token":
        message = "A token makes no tokens; sign in"
        raise SettingError(message)
    lasts = given.days * DAY if given.days else None
    key, secret = new_key(
        visitor.person,
        "token",
        time.time(),
        lasts=lasts,
        name=given.name,
        scopes=tuple(sorted(set(given.scopes))),
    )
    with service_of(request).writing() as write:
        write.shelve(key)
        write.log(time.time(), visitor.person.name, "made a token", given.name)
    made = MadeToken(token=_token(key, visitor.person.name), secret=secret)
    return answer(made, status=201)


@ROUTER.delete("/tokens/{id}", status_code=204)
def end_token(request: Request, id: str, visitor: Reader) -> Response:
    """End a token."""
    with service_of(request).writing() as write:
        key = write.shelf(Key).find(id)
        mine = key is not None and key.under == visitor.person.id
        if key is None or key.use != "token" or not (mine or visitor.person.role == "admin"):
            message = f"There is no token {id!r}"
            raise UnknownNameError(message, name=id)
        write.unshelve(Key, key.id)
        write.log(time.time(), visitor.person.name, "ended a token", key.name)
    return Response(None, 204)


@ROUTER.get("/audit", response_model=Audit)
def audit(request: Request, _: Admin, cursor: Cursor = None, limit: Limit = 50) -> Response:
    """List who did what, the last first."""
    before = numbered(cursor)
    found = service_of(request).store.audit(before=before, limit=limit + 1)
    after = cursor_of(number=found[limit - 1].number) if len(found) > limit else None
    return answer(Audit(entries=tuple(map(_entry, found[:limit])), next=after))


def _person(person: Person) -> PersonRow:
    return PersonRow(
        id=person.id,
        name=person.name,
        email=person.email,
        role=person.role,
        disabled=person.disabled,
        created=moment(person.created),
        last_seen=moment(person.last_seen),
    )


def _token(key: Key, owner: str) -> TokenRow:
    return TokenRow(
        id=key.id,
        name=key.name,
        scopes=key.scopes,
        created=moment(key.created),
        expires=moment(key.due),
        last_used=moment(key.last_used),
        owner=owner,
    )


def _entry(entry: Entry) -> EntryForm:
    return EntryForm(
        number=entry.number,
        at=moment(entry.at),
        who=entry.who,
        action=entry.action,
        subject=entry.subject,
        detail=entry.detail,
    )


ROUTE = Route(ROUTER)
