"""Copies of a record, made while it is in use."""

import shutil
import sqlite3
import subprocess
from pathlib import Path

import sqlalchemy as sa

from dateline.errors import StoreError


def copy_sqlite(connection: sqlite3.Connection, path: Path) -> None:
    """Copy page by page as SQLite does it; the copy is one file that opens by itself."""
    beside = _beside(path)
    if not path.parent.is_dir():
        message = f"There is no folder {path.parent} to copy the record to"
        raise StoreError(message, path=str(path))
    try:
        with sqlite3.connect(beside) as copy:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        copy.close()
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def copy_postgresql(engine: sa.Engine, path: Path) -> None:
    """Copy with ``pg_dump`` in its own format; ``pg_restore`` reads it."""
    from psycopg.conninfo import make_conninfo

    program = shutil.which("pg_dump")
    if program is None:
        message = "To copy a PostgreSQL record install pg_dump, of Debian's postgresql-client"
        raise StoreError(message)
    beside = _beside(path)
    asked = engine.dialect.create_connect_args(engine.url)[1]
    asked.pop("context", None)  # the driver's own
    plain = make_conninfo(**asked)
    try:
        done = subprocess.run(  # noqa: S603  no shell, and the address is the user's own
            [program, "--format=custom", f"--file={beside}", f"--dbname={plain}"],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            message = f"pg_dump failed: {done.stderr.strip()}"
            raise StoreError(message)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.part")
