"""Whether a transaction was kept whose end nobody heard of: it is, if its key is there.

The connection may be lost between the word to commit and the answer. Each transaction therefore
writes a key that no other has. Whoever did not hear the answer waits for the lock that the
transaction held, so that it has ended one way or the other, and looks for the key. This holds after
a fail-over, too: the key is on the new server exactly where the rest of the transaction is.
"""

import secrets
import time

import sqlalchemy as sa

from dateline.store.tables import COMMITS

_LOCK = 0x6461_7465  # "date": one writer at a time
_KEPT = 7 * 86_400  # seconds; nobody asks for a key so long after
_SELDOM = "00"  # what one key of 256 begins with


def new_key() -> str:
    """Make the key of a transaction."""
    return secrets.token_hex(16)


def lock(connection: sa.Connection) -> None:
    """Wait for other writers, and keep them waiting until the transaction ends."""
    connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))


def sign(connection: sa.Connection, key: str) -> None:
    """Write the key of this transaction; now and then, take out old ones."""
    now = time.time()
    if key.startswith(_SELDOM):
        connection.execute(COMMITS.delete().where(COMMITS.c.at < now - _KEPT))
    connection.execute(COMMITS.insert().values(key=key, at=now))


def is_kept(connection: sa.Connection, key: str) -> bool:
    """Tell whether the transaction of a key was kept; it has ended when the lock is had."""
    found = connection.scalar(sa.select(COMMITS.c.key).where(COMMITS.c.key == key))
    return found is not None
