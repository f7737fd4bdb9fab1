"""Bring a database up to date: run the migrations that it lacks."""

from datetime import UTC, datetime
from importlib.metadata import version

import sqlalchemy as sa

from dateline.errors import StoreError
from dateline.folder import Folder
from dateline.store import migrations
from dateline.store.step import Migration
from dateline.store.tables import MIGRATIONS


STEPS: Folder[Migration] = Folder(migrations, "MIGRATION", Migration)


def migrate(connection: sa.Connection) -> None:
    """Bring the schema up to date, each step with its own row."""
    MIGRATIONS.create(connection, checkfirst=True)
    done = set(connection.scalars(sa.select(MIGRATIONS.c.number)))
    known = {int(name.partition("-")[0]): STEPS[name] for name in STEPS.names()}
    if newer := sorted(done - known.keys()):
        message = (
            f"This record has schema {newer[-1]}, and this version of Dateline knows only up to "
            f"{max(known)}: upgrade Dateline to open it"
        )
        raise StoreError(message, schema=newer[-1], known=max(known))
    for number in sorted(known.keys() - done):
        known[number].run(connection)
        connection.execute(
            MIGRATIONS.insert().values(
                number=number,
                name=known[number].name,
                program=version("dateline"),
                at=datetime.now(UTC).isoformat(timespec="seconds"),
            )
        )
