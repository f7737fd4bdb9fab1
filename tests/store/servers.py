"""PostgreSQL servers that a test may stop, kill and start, and a wire that it may cut."""

import os
import shutil
import signal
import socket
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import psycopg

from tests.postgresql import _USER, _as_user, _binaries

_OPTIONS = "-c listen_addresses='' -c fsync=off -c max_connections=50"
_STANDBY = "-c hot_standby=on"


class Busy:
    """Threads that go on until they are told to stop."""

    def __init__(self, *makers):
        """Take what each thread does; it looks at ``_over``."""
        self._over = threading.Event()
        self._threads = [threading.Thread(target=make) for make in makers]

    def __enter__(self):
        """Begin."""
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_):
        """End, whatever happened."""
        self._over.set()
        for thread in self._threads:
            thread.join(timeout=120)


class Server:
    """A server on a socket in a folder of its own."""

    def __init__(self, folder: Path, options: str = "") -> None:
        """Take a folder with a database in it."""
        self.folder = folder
        self._options = f"-k {folder} {_OPTIONS} {options}"

    @property
    def address(self) -> str:
        """Give the address of its database."""
        return f"postgresql://{_USER}@/{_USER}?host={self.folder}"

    def start(self) -> None:
        """Start, and wait until it answers."""
        self._control("-w", "-l", self.folder / "log", "-o", self._options, "start")

    def stop(self, mode: str = "immediate") -> None:
        """Stop: ``fast`` ends connections in order, ``immediate`` is as a breakdown."""
        self._control("-m", mode, "-w", "stop")

    def promote(self) -> None:
        """Let a server that repeats another one take writes."""
        self._control("-w", "promote")

    def kill(self) -> None:
        """Kill it as the system would: at once, with all that belongs to it."""
        first = (self.folder / "data" / "postmaster.pid").read_text().splitlines()[0]
        os.kill(int(first), signal.SIGKILL)

    def run(self, statement: str) -> list[tuple[object, ...]]:
        """Run a statement on a connection of its own."""
        with closing(psycopg.connect(self.address, autocommit=True)) as connection:
            found = connection.execute(statement.encode())
            return found.fetchall() if found.description else []

    def end_connections(self) -> None:
        """End all connections but this one."""
        self.run(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE pid <> pg_backend_pid() AND application_name = 'dateline'"
        )

    def _control(self, *words: object) -> None:
        control = [_binaries() / "pg_ctl", "-D", self.folder / "data"]
        _as_user(self.folder, [*control, *words])


@contextmanager
def a_server() -> Iterator[Server]:
    """Make a server with an empty database."""
    with _a_folder() as folder:
        made = [_binaries() / "initdb", "-D", folder / "data", "-A", "trust", "-U", _USER]
        _as_user(folder, made)
        server = Server(folder)
        with _running(server):
            yield server


@contextmanager
def a_standby(first: Server) -> Iterator[Server]:
    """Make a server that repeats another one, which keeps nothing that this one does not have."""
    with _a_folder() as folder:
        copied = [_binaries() / "pg_basebackup", "-h", first.folder, "-U", _USER]
        _as_user(folder, [*copied, "-D", folder / "data", "-R", "-X", "stream", "-c", "fast"])
        server = Server(folder, _STANDBY)
        with _running(server):
            first.run("ALTER SYSTEM SET synchronous_standby_names = '*'")
            first.run("SELECT pg_reload_conf()")
            yield server


@contextmanager
def _a_folder() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="dateline-server-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _running(server: Server) -> Iterator[None]:
    server.start()
    try:
        yield
    finally:
        with suppress(BaseException):  # a test may have stopped it
            server.stop()


class Wire:
    """A way to a server by TCP, that is cut around a word to commit."""

    def __init__(self, server: Server) -> None:
        """Lead to a server; nothing is cut yet."""
        self._target = str(server.folder / ".s.PGSQL.5432")
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.cut: str | None = None  # "before" the server hears it, or "after"
        self.cuts = 0
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def address(self) -> str:
        """Give the address of the database by this way."""
        return f"postgresql://{_USER}@127.0.0.1:{self._listener.getsockname()[1]}/{_USER}"

    def close(self) -> None:
        """Take no more connections."""
        self._listener.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.socket(socket.AF_UNIX)
                server.connect(self._target)
                for ends in ((client, server, True), (server, client, False)):
                    threading.Thread(target=self._pass, args=ends, daemon=True).start()

    def _pass(self, from_: socket.socket, to: socket.socket, is_asked: bool) -> None:  # noqa: FBT001
        with suppress(OSError):
            while piece := from_.recv(65536):
                cut = self.cut if is_asked and b"COMMIT" in piece else None
                if cut is not None:
                    self.cut, self.cuts = None, self.cuts + 1
                    if cut == "after":
                        self._commit(from_, to, piece)
                    break
                to.sendall(piece)
        for end in (from_, to):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    @staticmethod
    def _commit(client: socket.socket, server: socket.socket, piece: bytes) -> None:
        """Let the server hear the word, and the client no answer."""
        client.shutdown(socket.SHUT_RDWR)
        server.sendall(piece)
