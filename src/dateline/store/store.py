"""A record that is open: what can be asked of it, and the one way to change it."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import sqlalchemy as sa

from dateline.errors import LostError, StoreError
from dateline.store import keyed
from dateline.store.copying import copy_postgresql, copy_sqlite
from dateline.store.faults import explained, hidden, is_lost, lost
from dateline.store.reading import Glance, Reading
from dateline.store.repeating import repeated
from dateline.store.writing import Writer

T = TypeVar("T")
_CHANGING = 30.0  # seconds in which a change is begun anew
_SETTLING = 120.0  # seconds in which it must be found out whether a change was kept


class Store(Reading):
    """A record that is open; safe for several processes, each with a store of its own."""

    def __init__(self, engine: sa.Engine, address: str, *, patience: float = 0.0) -> None:
        """Take an engine that is set up; ``open_store`` makes it.

        So many seconds of ``patience`` a lost connection is made anew, before an error says so.
        """
        self._engine = engine
        self.address = address
        self.patience = patience

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
        """Change the record in one transaction: all of it is kept at the end, or nothing.

        A ``LostError`` says that the connection was lost and nothing is kept; ``change`` then does
        it again.
        """
        with explained(self.address), self._written(keyed.new_key()) as connection:
            yield Writer(connection)

    def change(self, do: Callable[[Writer], T]) -> T:
        """Change the record in one transaction, begun anew where the connection is lost.

        ``do`` may be called several times; what it does beside the record must bear that.
        """

        def once() -> T:
            with self.writing() as write:
                return do(write)

        return repeated(once, max(self.patience, _CHANGING))

    @contextmanager
    def looking(self) -> Iterator[Reading]:
        """Ask several things of one state of the record, whatever is written meanwhile."""
        with explained(self.address), self._repeated(self._still) as connection:
            yield Glance(connection)

    @contextmanager
    def alone(self) -> Iterator[sa.Connection]:
        """Begin a transaction that waits for other writers and keeps them waiting."""
        with self._repeated(self._begun) as connection:
            yield connection
            connection.commit()

    def backup(self, path: Path) -> None:
        """Copy the record to a file, which appears whole or not at all."""
        if "://" not in self.address and path.resolve() == Path(self.address).resolve():
            message = f"{path} is the record itself; name another file for the copy"
            raise StoreError(message, path=str(path))
        if self._is_embedded:
            with self._engine.connect() as connection:
                raw = connection.connection.driver_connection
                assert isinstance(raw, sqlite3.Connection)  # noqa: S101  the dialect says so
                copy_sqlite(raw, path)
        else:
            copy_postgresql(self._engine, path)

    @property
    def _is_embedded(self) -> bool:
        """Tell whether the database is in this process, so that no connection is ever lost."""
        return self._engine.dialect.name == "sqlite"

    @contextmanager
    def _connected(self) -> Iterator[sa.Connection]:
        with explained(self.address), self._opened() as plain:
            if self._is_embedded:
                yield plain
            else:  # spares two ways to the server and back, to begin and to end
                yield plain.execution_options(isolation_level="AUTOCOMMIT")

    def _repeated(self, ask: Callable[[], T]) -> T:
        return repeated(ask, self.patience)

    @contextmanager
    def _written(self, key: str) -> Iterator[sa.Connection]:
        """Give a transaction with a key, by which it is known whether it was kept."""
        with self._repeated(partial(self._begun, key)) as connection:
            yield connection
            try:
                connection.commit()
            except sa.exc.DBAPIError as error:
                if not is_lost(error):
                    raise
                self._settle(key, error)

    def _settle(self, key: str, error: sa.exc.DBAPIError) -> None:
        """Find out what became of a transaction whose end was not heard."""
        try:
            kept = repeated(partial(self._is_kept, key), _SETTLING)
        except LostError as silence:
            message = (
                f"{hidden(self.address)} went away while a change was being kept, and does not come"
                " back; look whether the change is there before you make it again"
            )
            raise StoreError(message, address=hidden(self.address)) from silence
        if not kept:
            raise lost(self.address, error) from error

    def _is_kept(self, key: str) -> bool:
        with explained(self.address), self._begun() as connection:
            return keyed.is_kept(connection, key)

    def _opened(self) -> sa.Connection:
        try:
            return self._engine.connect()
        except sa.exc.OperationalError as error:
            if self._is_embedded:
                raise
            raise lost(self.address, error) from error

    def _still(self) -> sa.Connection:
        """Begin a transaction that sees one state."""
        connection = self._opened()
        with _closed_on_error(connection), explained(self.address):
            connection.begin()
            if not self._is_embedded:
                connection.execute(sa.text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
        return connection

    def _begun(self, key: str | None = None) -> sa.Connection:
        """Begin a transaction that no other writer disturbs."""
        connection = self._opened()
        with _closed_on_error(connection), explained(self.address):
            connection = connection.execution_options(sqlite_begin="IMMEDIATE")
            connection.begin()
            if not self._is_embedded:
                keyed.lock(connection)
                if key is not None:
                    keyed.sign(connection, key)
        return connection


@contextmanager
def _closed_on_error(connection: sa.Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        connection.close()
        raise
