"""A PostgreSQL server of the tests' own, on a socket in a folder that goes with it."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

_BINARIES = "/usr/lib/postgresql/*/bin"
_USER = "postgres"  # initdb refuses root
_MISSING = (
    "The tests need PostgreSQL: `apt-get install postgresql`, or name the address of an empty "
    "database of your own in DATELINE_TEST_POSTGRESQL"
)


@contextmanager
def server() -> Iterator[str]:
    """Start a server, or take the one that is named; yield the address of a database."""
    if named := os.environ.get("DATELINE_TEST_POSTGRESQL"):
        yield named
        return
    binaries = _binaries()
    folder = Path(tempfile.mkdtemp(prefix="dateline-postgresql-"))
    try:
        _as_user(folder, [binaries / "initdb", "-D", folder / "data", "-A", "trust", "-U", _USER])
        options = f"-k {folder} -c listen_addresses='' -c fsync=off -c max_connections=50"
        control = [binaries / "pg_ctl", "-D", folder / "data", "-w", "-l", folder / "log"]
        _as_user(folder, [*control, "-o", options, "start"])
        try:
            yield f"postgresql://{_USER}@/{_USER}?host={folder}"
        finally:
            _as_user(folder, [*control, "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def emptied(address: str) -> str:
    """Empty a database, so that the next test finds it new."""
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    return address


def _binaries() -> Path:
    found = sorted(Path("/").glob(_BINARIES.lstrip("/")), reverse=True)
    on_path = shutil.which("initdb")
    if not found and not on_path:
        pytest.fail(_MISSING)
    return found[0] if found else Path(on_path or "").parent


def _as_user(folder: Path, command: list[object]) -> None:
    words = [str(word) for word in command]
    if os.geteuid() == 0:
        shutil.chown(folder, _USER)
        words = ["runuser", "-u", _USER, "--", *words]
    done = subprocess.run(words, capture_output=True, text=True, check=False, cwd="/")
    if done.returncode:
        pytest.fail(f"{words[0]} failed: {done.stderr}")
