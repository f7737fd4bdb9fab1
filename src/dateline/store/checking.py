"""Whether a record holds together."""

from collections.abc import Iterable, Iterator

import msgspec
import sqlalchemy as sa

from dateline.errors import UnreadableReportError
from dateline.records import Claim, Fault, Figure, Record
from dateline.records.codec import decode
from dateline.store.tables import EVENTS, INCIDENTS, JUDGEMENTS, PAIRS, REPORTS, VERSIONS


def faults(connection: sa.Connection) -> Iterator[Fault]:
    """Find every fault there is."""
    if connection.dialect.name == "sqlite":
        yield from _damage(connection)
    yield from _versions(connection)
    yield from _references(connection)
    yield from _incidents(connection)


def _damage(connection: sa.Connection) -> Iterator[Fault]:
    for (words,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if words != "ok":
            yield Fault(subject="database", words=words)
    for table, column, _, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Fault(subject=table, words=f"row {column} refers to what is not there")


def _versions(connection: sa.Connection) -> Iterator[Fault]:
    """Check that every report can be read and every quote of it is in its text."""
    keys = sa.select(VERSIONS.c.report, VERSIONS.c.number).order_by(*VERSIONS.primary_key)
    for report, number in connection.execute(keys).all():
        subject = f"report {report}, version {number}"
        which = (VERSIONS.c.report == report) & (VERSIONS.c.number == number)
        raw = connection.scalar(sa.select(VERSIONS.c.record).where(which))
        try:
            record = decode(bytes(raw or b""))
        except UnreadableReportError as error:
            yield Fault(subject=subject, words=str(error))
            continue
        yield from (Fault(subject=subject, words=words) for words in _quotes(record))


def _quotes(record: Record) -> Iterator[str]:
    text = record.report.text
    for event in record.events:
        for quote in (*event.evidence, *(q for basis in event.basis for q in basis.quotes)):
            if text[quote.start : quote.end] != quote.quote:
                yield f"{event.id} quotes {quote.quote!r}, which is not at {quote.start}"
    counted: tuple[Figure | Claim, ...] = (*record.figures, *record.claims)
    for told in counted:
        if text[told.start : told.end] != told.quote:
            yield f"{told.id} quotes {told.quote!r}, which is not at {told.start}"


def _references(connection: sa.Connection) -> Iterator[Fault]:
    """Check that everything refers to what is there."""
    current = sa.select(VERSIONS.c.number).where(
        VERSIONS.c.report == REPORTS.c.id, VERSIONS.c.number == REPORTS.c.version
    )
    for id_ in _missing(connection, REPORTS.c.id, ~sa.exists(current)):
        yield Fault(subject=f"report {id_}", words="its current version is not there")
    known = sa.select(INCIDENTS.c.id).where(INCIDENTS.c.id == EVENTS.c.incident)
    lost = EVENTS.c.incident.is_not(None) & ~sa.exists(known)
    for ref in _missing(connection, EVENTS.c.ref, lost):
        yield Fault(subject=f"event {ref}", words="its incident is not there")
    for left in _missing(connection, PAIRS.c.left, PAIRS.c.left >= PAIRS.c.right):
        yield Fault(subject=f"event {left}", words="a pair of it is the wrong way round")
    yield from _judgements(connection)


def _judgements(connection: sa.Connection) -> Iterator[Fault]:
    rows = connection.execute(sa.select(JUDGEMENTS).order_by(JUDGEMENTS.c.number)).all()
    for row in rows:
        try:
            msgspec.json.decode(row.judgement)
        except msgspec.DecodeError as error:
            yield Fault(subject=f"judgement {row.number}", words=f"cannot be read: {error}")


def _incidents(connection: sa.Connection) -> Iterator[Fault]:
    """Check that every incident has its events, and that it is found by its words and place."""
    events = sa.select(EVENTS.c.ref).where(EVENTS.c.incident == INCIDENTS.c.id)
    for id_ in _missing(connection, INCIDENTS.c.id, ~sa.exists(events)):
        yield Fault(subject=f"incident {id_}", words="has no events")
    if connection.dialect.name == "sqlite":
        yield from _indexes(connection)


def _indexes(connection: sa.Connection) -> Iterator[Fault]:
    placed = sa.select(sa.func.count()).where(INCIDENTS.c.lat.is_not(None))
    points = connection.exec_driver_sql("SELECT count(*) FROM incident_points").scalar()
    if connection.scalar(placed) != points:
        yield Fault(subject="index of places", words="does not have all incidents, or too many")
    try:
        connection.exec_driver_sql(
            "INSERT INTO incident_words(incident_words) VALUES ('integrity-check')"
        )
    except sa.exc.DatabaseError as error:
        yield Fault(subject="index of words", words=str(error.orig))


def _missing(
    connection: sa.Connection, column: sa.Column[str], which: sa.ColumnElement[bool]
) -> Iterable[str]:
    return connection.scalars(sa.select(column).where(which).order_by(column)).all()
