"""Who asks: somebody signed in with a cookie, or a program with a token."""

import hmac
import time
from dataclasses import dataclass
from typing import Annotated, TypeAlias

from fastapi import Depends, Request

from dateline.errors import AccessError
from dateline.records.desk import ROLES, Key, Person
from dateline.server.keys import hashed, may_only
from dateline.server.service import Service, service_of

COOKIE = "dateline_session"
_SAFE = ("GET", "HEAD", "OPTIONS")


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Somebody who is known, and the key that they came in by."""

    person: Person
    key: Key

    @property
    def analyst(self) -> bool:
        """Tell whether sensitive incidents and names may be seen."""
        scoped = self.key.use != "token" or "review" in self.key.scopes
        return _rank(self.person.role) >= _rank("analyst") and scoped


def known_visitor(request: Request) -> Visitor | None:
    """Find out who asks; None where nobody says so."""
    service = service_of(request)
    secret = _secret(request)
    if secret is None:
        return None
    found = service.visitors.get(hashed(secret)) or _looked_up(service, hashed(secret))
    if found is None:
        return None
    _, key, person = found
    if (key.due is not None and key.due < time.time()) or person.disabled or key.use == "link":
        return None
    return Visitor(person=person, key=key)


def _secret(request: Request) -> str | None:
    given = request.headers.get("authorization", "")
    if given[:7].lower() == "bearer ":
        return given[7:].strip()
    return request.cookies.get(COOKIE)


def _looked_up(service: Service, id_: str) -> tuple[float, Key, Person] | None:
    key = service.store.shelf(Key).find(id_)
    person = service.store.shelf(Person).find(key.under) if key else None
    if key is None or person is None:
        return None
    return service.remember(key, person)


def _must_be_known(request: Request) -> Visitor:
    visitor = known_visitor(request)
    if visitor is None:
        message = "Sign in first"
        raise AccessError(message, known=False)
    if request.method not in _SAFE and visitor.key.use == "session":
        given = request.headers.get("x-csrf-token", "")
        if not hmac.compare_digest(given.encode(), visitor.key.csrf.encode()):
            message = "The request does not come from this app; load the page anew"
            raise AccessError(message, known=True)
    return visitor


async def signed_in(request: Request) -> Visitor:
    """Let in whoever is known, as reader, analyst or admin."""
    visitor = _must_be_known(request)
    return _allowed(visitor, "reader", "read")


async def analyst(request: Request) -> Visitor:
    """Let in analysts and admins."""
    return _allowed(_must_be_known(request), "analyst", "review")


async def ingester(request: Request) -> Visitor:
    """Let in analysts and admins who bring reports."""
    return _allowed(_must_be_known(request), "analyst", "ingest")


async def admin(request: Request) -> Visitor:
    """Let in admins."""
    return _allowed(_must_be_known(request), "admin", "admin")


def _allowed(visitor: Visitor, role: str, scope: str) -> Visitor:
    if _rank(visitor.person.role) < _rank(role):
        message = f"Only {role}s may do this; ask an admin"
        raise AccessError(message, known=True)
    if visitor.key.use == "token" and scope not in visitor.key.scopes:
        raise may_only(scope)
    return visitor


def _rank(role: str) -> int:
    return ROLES.index(role) if role in ROLES else -1


Reader: TypeAlias = Annotated[Visitor, Depends(signed_in)]
Analyst: TypeAlias = Annotated[Visitor, Depends(analyst)]
Ingester: TypeAlias = Annotated[Visitor, Depends(ingester)]
Admin: TypeAlias = Annotated[Visitor, Depends(admin)]
