"""The conditions of a query, as SQL: what a row must fulfil, and which rows an index finds."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from dateline.records import Query
from dateline.store import areas, terms
from dateline.store.folding import split
from dateline.store.tables import INCIDENTS
from dateline.store.terms import LONG

_SCALARS = ("type", "kind", "weapon", "country", "grade")
_C = INCIDENTS.c
LASTING = _C.end - _C.start


@dataclass(frozen=True, slots=True, eq=False)
class Condition:
    """What a row must fulfil, and where there is an index for it the rows that it finds.

    ``plain`` tells that the index alone answers; others go to the table for every row. ``words``
    are sought in a column that no index of the list has; ``met`` asks for them by their own index.
    """

    holds: sa.ColumnElement[bool]
    finds: sa.Select[Any] | None = None
    plain: bool = False
    words: bool = False
    met: sa.ColumnElement[bool] | None = None


def conditions_of(connection: sa.Connection, query: Query) -> list[Condition]:
    """List the conditions, those first that mostly leave few rows or are quickly counted."""
    embedded = connection.dialect.name == "sqlite"  # its indexes of words and areas answer alone
    asked = areas.conditions(connection, query)
    found = [Condition(holds, finds, plain=embedded) for holds, finds in asked]
    found += _of_words(connection, query)
    found += _of_codes(query)
    if query.since is not None or query.until is not None:
        days = _of_days(query)
        found.append(days if found else Condition(days.holds))  # alone, they are a walk down
    for column, wanted in ((_C.lat, query.placed), (_C.start, query.dated)):
        if wanted is not None:
            found.append(Condition(column.is_not(None) if wanted else column.is_(None)))
    return found + [Condition(holds) for holds in _of_desk(query)]


def begins_near(since: date) -> sa.ColumnElement[bool]:
    """Say that an incident is a short one, so that an index by its first day finds it."""
    return sa.and_(_C.start >= since.toordinal() - LONG, LASTING <= LONG)


def _of_codes(query: Query) -> Iterator[Condition]:
    for name in _SCALARS:
        if value := getattr(query, name):
            holds = _C[name] == (value.upper() if name in ("type", "country") else value)
            yield Condition(holds, _numbers(holds), plain=True)
    if query.origins and query.origins > 1:
        holds = _C.origins >= query.origins
        yield Condition(holds, _numbers(holds), plain=True)


def _of_desk(query: Query) -> Iterator[sa.ColumnElement[bool]]:
    """Yield what no index of its own is needed for."""
    if query.kinds:
        yield _C.kind.in_(query.kinds)
    if query.protected == "any":
        yield _C.protected != ""
    elif query.protected is not None:
        yield _C.protected.contains(f" {query.protected} ", autoescape=True)
    if query.sensitive is not None:
        yield _C.sensitive == int(query.sensitive)
    if query.changed is not None:
        yield _C.revision > query.changed
    if query.after is not None:
        yield _behind(query)


def _behind(query: Query) -> sa.ColumnElement[bool]:
    """Say that a row comes behind the last one of the page before."""
    last = query.after
    assert last is not None  # noqa: S101  asked for by the caller
    later = _C.id > last.id
    if query.order == "doubt":
        return (_C.doubt <= last.doubt) & ((_C.doubt < last.doubt) | later)
    if last.start is None:
        return _C.start.is_(None) & later
    day = last.start.toordinal()
    return (_C.start <= day) & ((_C.start < day) | later)


def _of_days(query: Query) -> Condition:
    """Say that an incident fits where its days overlap those asked for."""
    holds = []
    if query.since is not None:
        holds.append(_C.end >= query.since.toordinal())
    if query.until is not None:
        holds.append(_C.start <= query.until.toordinal())
    if query.since is None:
        return Condition(sa.and_(*holds))
    near = sa.select(_C.number).where(*holds, begins_near(query.since))
    long = sa.select(_C.number).where(*holds, LASTING > LONG)
    found = sa.union_all(near, long).subquery()
    return Condition(sa.and_(*holds), sa.select(found.c.number), plain=True)


def _of_words(connection: sa.Connection, query: Query) -> Iterator[Condition]:
    for column, words in ((_C.words, query.text), (_C.parties, query.actor)):
        if words is not None:
            yield _all_words(connection, column, split(words))


def _all_words(connection: sa.Connection, column: sa.Column[str], words: list[str]) -> Condition:
    """Ask for all the words, in any order; without a word there is nothing to find."""
    if not words:
        return Condition(sa.false())
    holds = sa.and_(*(column.contains(f" {word} ", autoescape=True) for word in words))
    if connection.dialect.name == "sqlite":
        return Condition(holds, _matching(column, words), plain=True, words=True)
    asked = words if column.name == "words" else [terms.party(word) for word in words]
    met = terms.have_all(asked)
    return Condition(holds, _numbers(met), words=True, met=met)


def _matching(column: sa.Column[str], words: list[str]) -> sa.Select[Any]:
    """Find rows by SQLite's index of words."""
    every = " ".join(f'"{word}"' for word in words)
    asked = f"{column.name}: ({every})"  # without brackets it would hold for the first word alone
    rowid = sa.literal_column("rowid", sa.Integer).label("number")
    matches = sa.text("incident_words MATCH :asked")
    bound = matches.bindparams(sa.bindparam("asked", asked, unique=True))
    return sa.select(rowid).select_from(sa.table("incident_words")).where(bound)


def _numbers(holds: sa.ColumnElement[bool]) -> sa.Select[Any]:
    return sa.select(_C.number).where(holds)
