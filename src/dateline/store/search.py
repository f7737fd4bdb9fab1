"""Find incidents: from the few that the rarest condition leaves, or down the list of the latest.

Each condition that has an index is first counted, up to a number. Where one has few rows, the
search starts from those; where several have not too many, from those that all of them have; and
else what fits is soon met on the way down the list. None of it is left to the planner, which knows
nothing of how conditions go together.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from dateline.records import Query
from dateline.store import areas
from dateline.store.folding import split
from dateline.store.tables import INCIDENTS

_FEW = 5_000  # rows that are fetched by number and sorted within some 30 ms
_ENOUGH = 1_000  # rows; where a condition leaves so few, no other is counted
_MANY = 30_000  # entries of an index that are gone through within some 10 ms
_LONG = 31  # days; the first migration has an index for what lasts longer
_SCALARS = ("type", "kind", "weapon", "country", "grade")
_C = INCIDENTS.c
_LASTING = _C.end - _C.start
_LATEST = (_C.start.desc().nulls_last(), _C.id)


@dataclass(frozen=True, slots=True)
class _Condition:
    """What a row must fulfil, and where there is an index for it the rows that it finds.

    ``plain`` tells that the index alone answers; others go to the table for every row.
    """

    holds: sa.ColumnElement[bool]
    finds: sa.Select[Any] | None = None
    plain: bool = False


def found_rows(connection: sa.Connection, query: Query) -> list[bytes]:
    """Give the rows of the incidents that fit, the latest first."""
    if query.limit is None:
        return [bytes(row) for row in connection.scalars(_walk(query, connection, (_C.row,)))]
    needed = query.limit + query.offset
    statements = _statements(connection, query, (_C.row, _C.start, _C.id), needed)
    rows = [row for statement in statements for row in connection.execute(statement)]
    rows.sort(key=lambda row: (row.start is None, -(row.start or 0), row.id))
    return [bytes(row.row) for row in rows[query.offset : needed]]


def found_ids(connection: sa.Connection, query: Query) -> list[str]:
    """Give the ids of all that fit, sorted."""
    conditions = _conditions(connection, query)
    statement = sa.select(_C.id).where(*(c.holds for c in conditions))
    statement = statement.order_by(_C.id).limit(query.limit).offset(query.offset)
    return list(connection.scalars(statement))


def _walk(
    query: Query, connection: sa.Connection, columns: Sequence[sa.Column[Any]]
) -> sa.Select[Any]:
    conditions = _conditions(connection, query)
    statement = sa.select(*columns).where(*(c.holds for c in conditions))
    return statement.order_by(*_LATEST).offset(query.offset)


def _statements(
    connection: sa.Connection, query: Query, columns: Sequence[sa.Column[Any]], needed: int
) -> Iterator[sa.Select[Any]]:
    """Yield one statement, or two where days are asked for: what lasts long is found apart."""
    conditions = _conditions(connection, query)
    holds = [condition.holds for condition in conditions]
    few = _rarest(connection, conditions)
    if few is not None:
        # Found apart, so that no planner takes another way through the table.
        numbers = few.cte("few").prefix_with("MATERIALIZED", dialect="postgresql")
        holds.append(_C.number.in_(sa.select(numbers.c.number)))
    statement = sa.select(*columns).where(*holds).order_by(*_LATEST).limit(needed)
    if few is not None or query.since is None:
        yield statement
        return
    yield statement.where(_begins_near(query.since))
    yield statement.where(_LASTING > _LONG)


def _rarest(connection: sa.Connection, conditions: Sequence[_Condition]) -> sa.SelectBase | None:
    """Find the numbers of few rows: those of the rarest condition, or that several leave."""
    some: list[tuple[int, int, sa.Select[Any]]] = []
    for number, condition in enumerate(conditions):
        if condition.finds is not None:
            most = _MANY if condition.plain else _FEW
            if (found := _count(connection, condition.finds, most + 1)) <= most:
                some.append((found, number, condition.finds))
            if found <= _ENOUGH:
                break
    some.sort(key=lambda each: each[:2])
    if some and some[0][0] <= _FEW:
        return some[0][2]
    return sa.intersect(*(finds for _, _, finds in some)) if len(some) > 1 else None


def _count(connection: sa.Connection, finds: sa.Select[Any], most: int) -> int:
    """Count rows of an index up to a number; they are counted without being fetched."""
    one: sa.Label[int] = sa.literal_column("1").label("one")
    some = finds.with_only_columns(one).limit(most).subquery()
    return connection.scalar(sa.select(sa.func.count()).select_from(some)) or 0


def _conditions(connection: sa.Connection, query: Query) -> list[_Condition]:
    """List the conditions, those first that mostly leave few rows or are quickly counted."""
    found = [_Condition(*area) for area in areas.conditions(connection, query)]
    for column, words in ((_C.words, query.text), (_C.parties, query.actor)):
        if words is not None:
            found.append(_words(connection, column, split(words)))
    found += [_scalar(name, getattr(query, name)) for name in _SCALARS if getattr(query, name)]
    if query.origins and query.origins > 1:
        holds = _C.origins >= query.origins
        found.append(_Condition(holds, _numbers(holds), plain=True))
    if query.since is not None or query.until is not None:
        days = _by_days(query)
        found.append(days if found else _Condition(days.holds))  # alone, they are a walk down
    for column, asked in ((_C.lat, query.placed), (_C.start, query.dated)):
        if asked is not None:
            found.append(_Condition(column.is_not(None) if asked else column.is_(None)))
    return found


def _scalar(name: str, value: str) -> _Condition:
    holds = _C[name] == (value.upper() if name in ("type", "country") else value)
    return _Condition(holds, _numbers(holds), plain=True)


def _numbers(holds: sa.ColumnElement[bool]) -> sa.Select[Any]:
    return sa.select(_C.number).where(holds)


def _words(connection: sa.Connection, column: sa.Column[str], words: list[str]) -> _Condition:
    """All the words, in any order; without a word there is nothing to find."""
    if not words:
        return _Condition(sa.false())
    holds = sa.and_(*(column.contains(f" {word} ", autoescape=True) for word in words))
    if connection.dialect.name == "sqlite":
        asked = f"{column.name}: " + " ".join(f'"{word}"' for word in words)
        rowid = sa.literal_column("rowid", sa.Integer).label("number")
        table = sa.table("incident_words")
        return _Condition(
            holds,
            sa.select(rowid)
            .select_from(table)
            .where(
                sa.text("incident_words MATCH :asked").bindparams(
                    sa.bindparam("asked", asked, unique=True)
                )
            ),
        )
    vector = sa.func.to_tsvector(sa.literal_column("'simple'"), column)
    asked_for = sa.func.plainto_tsquery(sa.literal_column("'simple'"), " ".join(words))
    return _Condition(holds, _numbers(vector.bool_op("@@")(asked_for)))


def _by_days(query: Query) -> _Condition:
    """Say that an incident fits where its days overlap those asked for."""
    holds = []
    if query.since is not None:
        holds.append(_C.end >= query.since.toordinal())
    if query.until is not None:
        holds.append(_C.start <= query.until.toordinal())
    if query.since is None:
        return _Condition(sa.and_(*holds))
    near = sa.select(_C.number).where(*holds, _begins_near(query.since))
    long = sa.select(_C.number).where(*holds, _LASTING > _LONG)
    found = sa.union_all(near, long).subquery()
    return _Condition(sa.and_(*holds), sa.select(found.c.number))


def _begins_near(since: date) -> sa.ColumnElement[bool]:
    """Say that an incident is a short one, so that an index by its first day finds it."""
    return sa.and_(_C.start >= since.toordinal() - _LONG, _LASTING <= _LONG)
