"""What serving needs: revisions, corrections, what is in doubt, and the desk."""

import sqlalchemy as sa

from dateline.store.step import Migration
from dateline.store.tables import INCIDENTS, MEASURES, METADATA, MIGRATIONS

_NEW = (
    ("incidents", "revision", "INTEGER NOT NULL DEFAULT 0"),
    ("incidents", "doubt", "FLOAT NOT NULL DEFAULT 0"),
    ("incidents", "sensitive", "INTEGER NOT NULL DEFAULT 0"),
    ("incidents", "protected", "TEXT NOT NULL DEFAULT ''"),
    *(("incidents", f"{m}_{b}", "FLOAT") for m in MEASURES for b in ("low", "best", "high")),
    ("versions", "corrected", "BLOB"),
)
_POSTGRESQL = {"BLOB": "BYTEA"}


def run(connection: sa.Connection) -> None:
    """Add columns, tables and indexes; incidents are in no doubt until they are written anew."""
    METADATA.create_all(
        connection, tables=[table for table in METADATA.sorted_tables if table is not MIGRATIONS]
    )
    for table, column, said in _NEW:
        kind = said if connection.dialect.name == "sqlite" else _POSTGRESQL.get(said, said)
        connection.exec_driver_sql(f"ALTER TABLE {table} ADD COLUMN {column} {kind}")
    for index in INCIDENTS.indexes:
        index.create(connection, checkfirst=True)


MIGRATION = Migration(name="served", run=run)
