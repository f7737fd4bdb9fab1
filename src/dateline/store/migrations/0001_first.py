"""The tables, and the indexes by which incidents are searched: words, area, days, codes."""

import sqlalchemy as sa

from dateline.store import terms
from dateline.store.step import Migration
from dateline.store.tables import METADATA, MIGRATIONS

# The order of a list of incidents; with a code in front, of a list of that code.
_LATEST = '"start" DESC, id'
_CODES = ("type", "kind", "weapon", "country", "grade", "origins")
# What a list is gone down by without a look at the rows.
_CARRIED = ", ".join(f'"{name}"' for name in ("end", *_CODES, "lat", "lon"))
_IS_LONG = '"end" - "start" > 31'  # days; what lasts longer is found by an index of its own
_LATEST_LAST = '"start" DESC NULLS LAST, id'

_SQLITE = (
    f"CREATE INDEX incidents_latest ON incidents ({_LATEST}, {_CARRIED})",
    f"CREATE INDEX incidents_long ON incidents ({_LATEST}, {_CARRIED}) WHERE {_IS_LONG}",
    *(f'CREATE INDEX incidents_{code} ON incidents ("{code}", {_LATEST})' for code in _CODES),
    "CREATE VIRTUAL TABLE incident_words USING fts5(words, parties, content='')",
    "CREATE VIRTUAL TABLE incident_points USING rtree(number, west, east, south, north)",
)
_POSTGRESQL = (
    *(
        f'ALTER TABLE {table} ALTER COLUMN "{column}" TYPE text COLLATE "C"'
        for table, column in (
            ("reports", "id"),
            ("versions", "report"),
            ("fingerprints", "report"),
            ("events", "ref"),
            ("events", "report"),
            ("events", "own_id"),
            ("events", "incident"),
            ("keys", "event"),
            ("pairs", "left"),
            ("pairs", "right"),
            ("incidents", "id"),
            ("tombstones", "id"),
            ("judgements", "left_report"),
            ("judgements", "right_report"),
        )
    ),
    f"CREATE INDEX incidents_latest ON incidents ({_LATEST_LAST}) INCLUDE (number, {_CARRIED})",
    (
        f"CREATE INDEX incidents_long ON incidents ({_LATEST_LAST}) INCLUDE (number, {_CARRIED})"
        f" WHERE {_IS_LONG}"
    ),
    *(
        f'CREATE INDEX incidents_{code} ON incidents ("{code}", {_LATEST_LAST}) INCLUDE (number)'
        for code in _CODES
    ),
    *terms.CREATE,
    "CREATE INDEX incidents_points ON incidents USING gist (point(lon, lat))",
)


def run(connection: sa.Connection) -> None:
    """Make everything as ``tables`` has it now; an older record is brought there by later steps."""
    tables = [table for table in METADATA.sorted_tables if table is not MIGRATIONS]
    METADATA.create_all(connection, tables=tables)
    statements = _SQLITE if connection.dialect.name == "sqlite" else _POSTGRESQL
    for statement in statements:
        connection.exec_driver_sql(statement)


MIGRATION = Migration(name="first", run=run)
