"""A record that is open: what can be asked of it, and the one way to change it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import sqlalchemy as sa

from dateline.errors import StoreError
from dateline.store.copying import copy_postgresql, copy_sqlite
from dateline.store.faults import explained
from dateline.store.reading import Glance, Reading
from dateline.store.writing import Writer

_LOCK = 0x6461_7465  # "date": one writer at a time


class Store(Reading):
    """A record that is open; safe for several processes, each with a store of its own."""

    def __init__(self, engine: sa.Engine, address: str) -> None:
        """Take an engine that is set up; ``open_store`` makes it."""
        self._engine = engine
        self.address = address

    def __enter__(self) -> Self:
        """Use the store within a block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the store."""
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """Change the record in one transaction: all of it is kept at the end, or nothing."""
        with explained(self.address), self.alone() as connection:
            yield Writer(connection)

    @contextmanager
    def looking(self) -> Iterator[Reading]:
        """Ask several things of one state of the record, whatever is written meanwhile."""
        with explained(self.address), self._engine.connect() as connection, connection.begin():
            if connection.dialect.name != "sqlite":
                connection.execute(sa.text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
            yield Glance(connection)

    @contextmanager
    def alone(self) -> Iterator[sa.Connection]:
        """Begin a transaction that waits for other writers and keeps them waiting."""
        with self._engine.connect() as plain:
            connection = plain.execution_options(sqlite_begin="IMMEDIATE")
            with connection.begin():
                if connection.dialect.name != "sqlite":
                    connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
                yield connection

    @contextmanager
    def _connected(self) -> Iterator[sa.Connection]:
        with explained(self.address), self._engine.connect() as connection:
            yield connection

    def backup(self, path: Path) -> None:
        """Copy the record to a file, which appears whole or not at all."""
        if "://" not in self.address and path.resolve() == Path(self.address).resolve():
            message = f"{path} is the record itself; name another file for the copy"
            raise StoreError(message, path=str(path))
        if self._engine.dialect.name == "sqlite":
            with self._engine.connect() as connection:
                raw = connection.connection.driver_connection
                assert isinstance(raw, sqlite3.Connection)  # noqa: S101  the dialect says so
                copy_sqlite(raw, path)
        else:
            copy_postgresql(self._engine.url, path)
