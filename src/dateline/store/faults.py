"""What a database says when it fails, in words that say what to do."""

from collections.abc import Iterator
from contextlib import contextmanager

import msgspec
import sqlalchemy as sa

from dateline.errors import StoreError, UnreadableReportError

# What SQLite's message holds, and what it means to whoever keeps the record.
_RESTORE = "restore a copy that `dateline backup` made"
_SQLITE = (
    ("is not a database", "is no record of Dateline's; name another file"),
    ("malformed", f"is damaged; {_RESTORE}"),
    ("disk image", f"is damaged; {_RESTORE}"),
    ("disk I/O error", "cannot be read or written: the disk failed or is full; nothing is lost"),
    ("is full", "cannot grow: the disk is full; make room and run it again, nothing is lost"),
    ("readonly", "cannot be written: it is read-only for you"),
    ("unable to open", "cannot be opened; may you read and write it and its folder?"),
    ("locked", "is kept busy by another process; wait for it and run it again"),
)
_POSTGRESQL = (
    ("resolve host", "is on a host that is not known; is its name right?"),
    ("password authentication failed", "refuses the user or password"),
    ("does not exist", "does not have that database or user; create it first"),
    ("connection is bad", "does not answer; is the server running?"),
    ("could not connect", "does not answer; is the server running?"),
    ("connection failed", "does not answer, or refuses the user; is the server running?"),
    ("No space left", "cannot grow: its disk is full; make room and run it again"),
)


@contextmanager
def explained(address: str) -> Iterator[None]:
    """Turn what a database says into an error that says what to do."""
    try:
        yield
    except (msgspec.DecodeError, UnreadableReportError) as error:
        message = f"The record {hidden(address)} is damaged; {_RESTORE} ({error})"
        raise StoreError(message, address=hidden(address)) from error
    except sa.exc.DatabaseError as error:
        words = str(error.orig)
        known = _POSTGRESQL if "://" in address else _SQLITE
        told = next((told for sign, told in known if sign in words), None)
        if told is None and isinstance(error, sa.exc.OperationalError):
            told = "cannot be used"
        if told is None:
            raise
        message = f"The record {hidden(address)} {told} ({words.strip().splitlines()[0]})"
        raise StoreError(message, address=hidden(address)) from error


def hidden(address: str) -> str:
    """Write an address without its password."""
    if "://" not in address:
        return address
    try:
        return sa.make_url(address).render_as_string()
    except (sa.exc.ArgumentError, ValueError):
        return address.partition("://")[0] + "://…"
