"""What a desk keeps beside the record: its people, what they watch, and where reports come from.

Moments are seconds since 1970, UTC. ``due`` is the moment at which something is to be done next.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

ROLES = ("reader", "analyst", "admin")  # each may do what those before it may


def utc(seconds: float) -> datetime:
    """Give the moment that stands here as seconds."""
    return datetime.fromtimestamp(seconds, UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who may sign in; ``password`` is a hash, None until one is set."""

    id: str
    name: str
    role: str
    email: str | None = None
    password: str | None = field(default=None, repr=False)
    disabled: bool = False
    created: float
    last_seen: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A secret that lets somebody in: a session, a one-time link or an API token.

    ``id`` is the hash of the secret, which is kept nowhere; ``use`` is ``session``, ``link`` or
    ``token``; a token may only do what its ``scopes`` name.
    """

    id: str
    use: str
    under: str  # the person
    name: str = ""
    scopes: tuple[str, ...] = ()
    csrf: str = field(default="", repr=False)
    created: float
    due: float | None = None  # when it expires
    last_used: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """An RSS or Atom feed that is polled; ``etag`` and ``modified`` are as its server last said."""

    id: str
    url: str
    name: str
    every: int  # minutes
    paused: bool = False
    etag: str | None = None
    modified: str | None = None
    last_read: float | None = None
    failures: int = 0
    error: str | None = None
    items: int = 0
    read: int = 0
    due: float | None = None  # None while it is paused


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """Something to be read: a text, a file, a page or an item of a feed, and what became of it.

    ``status`` is ``waiting``, ``reading``, ``read``, ``refused`` or ``failed``. What came stands
    in ``body`` until it is read.
    """

    id: str
    kind: str
    name: str
    by: str
    at: float
    status: str = "waiting"
    reason: str | None = None
    reports: tuple[str, ...] = ()
    size: int = 0
    tries: int = 0
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None  # ISO 8601
    body: bytes | None = field(default=None, repr=False)
    due: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """A saved query with a channel; ``seen`` is the revision of the record it has told of."""

    id: str
    name: str
    query: dict[str, Any]  # as the filters of the address
    channel: str
    target: str | None = None
    secret: str | None = field(default=None, repr=False)
    owner: str
    created: float
    paused: bool = False
    seen: int = 0
    key: str = field(default="", repr=False)  # of the addresses of its feeds
    last: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What a watch has to tell its receiver, until that has it or it is given up."""

    id: str
    under: str  # the watch
    at: float
    incidents: tuple[str, ...]
    revision: int = 0
    status: str = "waiting"  # or sent, failed
    attempts: int = 0
    reason: str | None = None
    due: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningFeed:
    """A source of official warnings; silent for too long, its regions are unknown, never clear."""

    id: str
    name: str
    kind: str
    url: str | None = None
    token: str | None = field(default=None, repr=False)
    silent_after: int = 30  # minutes
    every: int = 1  # minutes
    paused: bool = False
    etag: str | None = None
    modified: str | None = None
    last_heard: float | None = None
    heard: tuple[tuple[float, float], ...] = ()  # stretches without a silence
    failures: int = 0
    error: str | None = None
    created: float
    due: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the audit log."""

    number: int
    at: float
    who: str
    action: str
    subject: str
    detail: str = ""
