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


def is_current(connection: sa.Connection) -> bool:
    """Tell whether the schema is up to date; one from a newer Dateline is an error."""
    if not sa.inspect(connection).has_table(MIGRATIONS.name):
        return False
    return not _lacking(connection)


def migrate(connection: sa.Connection) -> None:
    """Bring the schema up to date, each step with its own row.

    The first step makes a new database as it should be now, so the others are only marked there.
    """
    MIGRATIONS.create(connection, checkfirst=True)
    known = _known()
    lacking = _lacking(connection)
    is_new = lacking == sorted(known)
    for number in lacking:
        if number == min(known) or not is_new:
            known[number].run(connection)
        connection.execute(
            MIGRATIONS.insert().values(
                number=number,
                name=known[number].name,
                program=version("dateline"),
                at=datetime.now(UTC).isoformat(timespec="seconds"),
            )
        )


def _known() -> dict[int, Migration]:
    return {int(name.partition("-")[0]): STEPS[name] for name in STEPS.names()}


def _lacking(connection: sa.Connection) -> list[int]:
    done = set(connection.scalars(sa.select(MIGRATIONS.c.number)))
    known = _known()
    if newer := sorted(done - known.keys()):
        message = (
            f"This record has schema {newer[-1]}, and this version of Dateline knows only up to "
            f"{max(known)}: upgrade Dateline to open it"
        )
        raise StoreError(message, schema=newer[-1], known=max(known))
    return sorted(known.keys() - done)
