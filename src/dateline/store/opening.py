"""Open a record at an address: a path, or a PostgreSQL database."""

import sqlite3
import time
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.pool import StaticPool

from dateline.errors import StoreError
from dateline.store.faults import explained, hidden
from dateline.store.folding import kilometres
from dateline.store.migration import is_current, migrate
from dateline.store.postgresql import postgresql_engine
from dateline.store.store import Store
from dateline.store.tables import MIGRATIONS

IN_MEMORY = ":memory:"
PATIENCE = 30.0  # seconds; a fail-over is done by then
_WAIT = 120  # seconds that a writer waits for another
_MOMENT = 0.02  # seconds between two tries
_LEAST_SQLITE = (3, 35)


def open_store(address: str, *, create: bool = True, patience: float = PATIENCE) -> Store:
    """Open the record at a path or ``postgresql://…``; a new one is made unless told otherwise.

    For so many seconds of ``patience`` a question waits for a server that went away later.
    """
    engine = postgresql_engine(address) if "://" in address else _sqlite(address, create=create)
    store = Store(engine, address)
    try:
        with explained(address):
            _bring_up_to_date(engine, store, create=create)
    except BaseException:
        engine.dispose()
        raise
    store.patience = patience
    return store


def _bring_up_to_date(engine: sa.Engine, store: Store, *, create: bool) -> None:
    """Change the schema only where it must be: whoever only reads does not wait for writers."""
    with engine.connect() as connection:
        if is_current(connection):
            return
        _refuse_foreign(connection, store.address, create=create)
    with store.alone() as connection:
        migrate(connection)


def _refuse_foreign(connection: sa.Connection, address: str, *, create: bool) -> None:
    """Leave a database alone that is somebody else's, or that is only looked at."""
    tables = sa.inspect(connection).get_table_names()
    if MIGRATIONS.name not in tables and (tables or not create):
        what = "holds other tables" if tables else "is empty"
        message = (
            f"{hidden(address)} {what} and is no record of Dateline's; `dateline add PATH…` makes"
            " one in a new file or an empty database"
        )
        raise StoreError(message, address=hidden(address))


def _sqlite(address: str, *, create: bool) -> sa.Engine:
    if address == IN_MEMORY:
        engine = sa.create_engine("sqlite://", poolclass=StaticPool)
    else:
        engine = sa.create_engine(f"sqlite:///{_checked(Path(address), create=create)}")
    sa.event.listen(engine, "connect", _prepare)
    sa.event.listen(engine, "begin", _begin)
    return engine


def _checked(path: Path, *, create: bool) -> Path:
    if path.is_dir():
        message = f"{path} is a folder; name a file for the record, such as {path / 'dateline.db'}"
        raise StoreError(message, address=str(path))
    if not path.exists() and not create:
        message = f"There is no record at {path}; `dateline add PATH…` makes one"
        raise StoreError(message, address=str(path))
    if not path.parent.is_dir():
        message = f"There is no folder {path.parent} to keep a record in"
        raise StoreError(message, address=str(path))
    if sqlite3.sqlite_version_info < _LEAST_SQLITE:
        message = f"SQLite {sqlite3.sqlite_version} is too old; Dateline needs 3.35 or newer"
        raise StoreError(message)
    return path


def _prepare(connection: Any, _: object) -> None:
    """Set up a new connection; transactions are ours to begin, not the driver's."""
    connection.isolation_level = None
    connection.create_function("kilometres", 4, kilometres, deterministic=True)
    connection.execute(f"PRAGMA busy_timeout = {_WAIT * 1000}")
    _write_ahead(connection)
    for pragma in (
        "synchronous = NORMAL",
        "foreign_keys = ON",
        "temp_store = MEMORY",
        "cache_size = -65536",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _write_ahead(connection: Any) -> None:
    """Turn to a log that is written ahead; SQLite itself does not wait for others who do it too."""
    until = time.monotonic() + _WAIT
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(_MOMENT)
        else:
            return


def _begin(connection: sa.Connection) -> None:
    mode = connection.get_execution_options().get("sqlite_begin", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {mode}")
