"""Keys that tell whether a transaction was kept, and in PostgreSQL one index of all terms."""

import sqlalchemy as sa

from dateline.store import terms
from dateline.store.step import Migration
from dateline.store.tables import COMMITS

# A million incidents take a minute.
_POSTGRESQL = (
    *terms.CREATE,
    "DROP INDEX incidents_words",
    "DROP INDEX incidents_parties",
    "ANALYZE incidents",
)


def run(connection: sa.Connection) -> None:
    """Add the table of keys, and take the index of terms for those of words and parties."""
    COMMITS.create(connection, checkfirst=True)
    for statement in _POSTGRESQL if connection.dialect.name != "sqlite" else ():
        connection.exec_driver_sql(statement)


MIGRATION = Migration(name="keyed", run=run)
