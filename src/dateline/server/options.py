"""How the server is set up: read once, from options and the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from dateline.errors import SettingError
from dateline.ingest.addresses import Network

SENDER = "dateline@localhost"


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """The server that e-mail is handed to; without a host none is sent."""

    host: str | None = None
    port: int = 587
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    sender: str = SENDER


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Settings of one server; ``base`` is its address as others write it.

    ``allowed`` are private networks that feeds, pages and webhooks may be on.
    """

    record: str
    host: str = "127.0.0.1"
    port: int = 8000
    base: str = "http://127.0.0.1:8000"
    names: tuple[str, ...] = ()
    allowed: tuple[Network, ...] = ()
    post: Post = field(default_factory=Post)
    work: bool = True  # poll, read and deliver in the background
    workers: int = 1  # processes that answer
    quick: bool = False  # look for work many times a second; tests do not wait

    @property
    def secure(self) -> bool:
        """Tell whether it is reached over TLS: then cookies travel no other way."""
        return self.base.startswith("https://")


def post_from(environment: Mapping[str, str] = os.environ) -> Post:
    """Read the settings of e-mail."""
    name = "DATELINE_SMTP_"
    try:
        port = int(environment.get(f"{name}PORT", "587"))
    except ValueError as error:
        message = f"{name}PORT must be a number, not {environment[f'{name}PORT']!r}"
        raise SettingError(message) from error
    return Post(
        host=environment.get(f"{name}HOST"),
        port=port,
        user=environment.get(f"{name}USER"),
        password=environment.get(f"{name}PASSWORD"),
        sender=environment.get(f"{name}SENDER", SENDER),
    )
