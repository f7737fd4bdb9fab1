"""What a database says when it fails, in words that say what to do."""

from collections.abc import Iterator
from contextlib import contextmanager

import msgspec
import sqlalchemy as sa

from dateline.errors import LostError, StoreError, UnreadableReportError

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
# What the server says when it goes, and a server that was demoted to repeat another one.
_LOST_STATES = ("57P01", "57P02", "57P03", "25006")
_POSTGRESQL = (
    ("resolve host", "is on a host that is not known; is its name right?"),
    ("password authentication failed", "refuses the user or password"),
    ("does not exist", "does not have that database or user; create it first"),
    ("starting up", "is being started; try it again in a moment"),
    ("shutting down", "is being shut down; try it again when it is back"),
    ("recovery mode", "is recovering from a breakdown; try it again in a moment"),
    ("read-only", "is on a server that only repeats another one; name the one that writes"),
    ("not read-write", "is on a server that only repeats another one; name the one that writes"),
    ("clients already", "has no connection left; raise max_connections, or serve by fewer workers"),
    (
        "connection slots",
        "has no connection left; raise max_connections, or serve by fewer workers",
    ),
    ("connection is bad", "does not answer; is the server running?"),
    ("could not connect", "does not answer; is the server running?"),
    ("connection failed", "does not answer, or refuses the user; is the server running?"),
    ("timeout expired", "does not answer; is the server running, and reached from here?"),
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
        if is_lost(error):
            raise lost(address, error) from error
        told = _told(address, error)
        if told is None and isinstance(error, sa.exc.OperationalError):
            told = "cannot be used"
        if told is None:
            raise
        message = f"The record {hidden(address)} {told} ({_words(error)})"
        raise StoreError(message, address=hidden(address)) from error


def is_lost(error: sa.exc.DBAPIError) -> bool:
    """Tell whether the connection is of no use any more."""
    return bool(error.connection_invalidated)


def lost(address: str, error: sa.exc.DBAPIError) -> LostError:
    """Say that the connection was lost, and with it what was not kept yet."""
    told = _told(address, error) or "broke off the connection"
    message = f"The record {hidden(address)} {told}; what was not finished is not kept"
    return LostError(f"{message} ({_words(error)})", address=hidden(address))


def notice_loss(context: sa.ExceptionContext) -> None:
    """Let the engine make all its connections anew when the server says that it goes."""
    if getattr(context.original_exception, "sqlstate", None) in _LOST_STATES:
        context.is_disconnect = True


def _told(address: str, error: sa.exc.DBAPIError) -> str | None:
    known = _POSTGRESQL if "://" in address else _SQLITE
    words = str(error.orig)
    return next((told for sign, told in known if sign in words), None)


def _words(error: sa.exc.DBAPIError) -> str:
    return (str(error.orig).strip() or type(error.orig).__name__).splitlines()[0]


def hidden(address: str) -> str:
    """Write an address without its password."""
    if "://" not in address:
        return address
    try:
        return sa.make_url(address).render_as_string()
    except (sa.exc.ArgumentError, ValueError):
        return address.partition("://")[0] + "://…"
