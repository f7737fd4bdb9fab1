"""Secrets that let people in: kept as hashes, compared in constant time, ended by a clock."""

import secrets
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

from dateline.errors import AccessError, SettingError
from dateline.records.desk import Key, Person

if TYPE_CHECKING:
    from argon2 import PasswordHasher

HOUR = 3600.0
DAY = 24 * HOUR
SESSION, LINK = 12 * HOUR, 7 * DAY
TOKEN_SIGN = "dl_"  # noqa: S105  the beginning of every token, no secret
SCOPES = ("read", "review", "ingest", "admin")
_SHORTEST = 12  # letters of a password
_LONGEST = 1024


def hashed(secret: str) -> str:
    """Give the hash under which a secret is kept; secrets are long and random, so one is enough."""
    return sha256(secret.encode()).hexdigest()


def new_key(
    person: Person, use: str, now: float, *, lasts: float | None, **known: object
) -> tuple[Key, str]:
    """Make a key and the secret that opens with it."""
    secret = (TOKEN_SIGN if use == "token" else "") + secrets.token_urlsafe(32)
    key = Key(
        id=hashed(secret),
        use=use,
        under=person.id,
        csrf=secrets.token_urlsafe(24),
        created=now,
        due=None if lasts is None else now + lasts,
        **known,  # type: ignore[arg-type]
    )
    return key, secret


def password_hash(password: str) -> str:
    """Hash a password by Argon2; one that is too short is refused."""
    if not _SHORTEST <= len(password) <= _LONGEST:
        message = f"A password has at least {_SHORTEST} letters; a row of words is a good one"
        raise SettingError(message)
    return _hasher().hash(password)


def is_password(person: Person | None, password: str) -> bool:
    """Tell whether a password is a person's; it takes as long where there is no such person."""
    from argon2.exceptions import VerificationError

    known = person.password if person and not person.disabled else None
    try:
        right = _hasher().verify(known or _nobodys(), password[:_LONGEST])
    except VerificationError:
        return False
    return right and known is not None


def may_only(scope: str) -> AccessError:
    """Say that a token may not do this."""
    message = f"This token may not do that: it lacks the scope {scope!r}"
    return AccessError(message, known=True)


@cache
def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher

    return PasswordHasher()


@cache
def _nobodys() -> str:
    return _hasher().hash(secrets.token_urlsafe())
