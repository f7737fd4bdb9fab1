"""Find incidents: from the few that a condition leaves, or down the list of the latest.

Each condition that has an index is first counted, up to a number. Where one has few rows, the
search starts from those; where several have not too many, from those that all of them have; and
else what fits is soon met on the way down the list, which an index holds with all its codes. None
of it is left to the planner, which knows nothing of how conditions go together. Words in PostgreSQL
have a way of their own, in ``worded``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from dateline.records import Position, Query
from dateline.store import areas
from dateline.store.conditions import LASTING, Condition, begins_near, conditions_of
from dateline.store.tables import INCIDENTS
from dateline.store.terms import LONG, is_without_words
from dateline.store.worded import numbers, stretches

_FEW = 5_000  # rows that are fetched by number and sorted within some 30 ms
_ENOUGH = 1_000  # rows; where a condition leaves so few, no other is counted
_MANY = 30_000  # entries of an index that are gone through within some 10 ms
_C = INCIDENTS.c
_LATEST = (_C.start.desc().nulls_last(), _C.id)


def found_rows(connection: sa.Connection, query: Query) -> list[bytes]:
    """Give the rows of the incidents that fit, the latest or the most doubtful first."""
    if query.order == "doubt":
        statement = sa.select(_C.row).where(_C.doubt > 0, *_holds(connection, query))
        ordered = statement.order_by(_C.doubt.desc(), _C.id).limit(query.limit)
        return [bytes(row) for row in connection.scalars(ordered.offset(query.offset))]
    if query.after is not None and query.after.start is not None and query.limit is not None:
        return _page(connection, query)
    return _latest(connection, query)


def _page(connection: sa.Connection, query: Query) -> list[bytes]:
    """Go on behind a dated incident; the undated ones come last."""
    rows = _latest(connection, query)
    left = (query.limit or 0) - len(rows)
    if left > 0 and query.dated is None and query.since is None and query.until is None:
        undated = replace(query, dated=False, after=Position(start=None, id=""), limit=left)
        rows += _latest(connection, undated)
    return rows


def _latest(connection: sa.Connection, query: Query) -> list[bytes]:
    if query.limit is None:
        statement = sa.select(_C.row).where(*_holds(connection, query)).order_by(*_LATEST)
        return [bytes(row) for row in connection.scalars(statement.offset(query.offset))]
    needed = query.limit + query.offset
    if _is_worded(connection, query):
        return [bytes(row) for row in _worded(connection, query, needed)[query.offset :]]
    rows = [
        row
        for search in _searches(connection, query, needed)
        for row in connection.execute(_fetched(search, needed))
    ]
    rows.sort(key=lambda row: (row.start is None, -(row.start or 0), row.id))
    return [bytes(row.row) for row in rows[query.offset : needed]]


def _worded(connection: sa.Connection, query: Query, needed: int) -> list[bytes]:
    """Go down the stretches until there are enough; each has what comes before the next one's."""
    rows: list[bytes] = []
    if is_without_words(query):
        return rows
    for stretch in stretches(connection, query, needed):
        found = numbers(connection, query, stretch).order_by(*_LATEST).limit(needed)
        rows += connection.scalars(_fetched(found, needed - len(rows)))
        if len(rows) >= needed:
            break
    return rows


def _is_worded(connection: sa.Connection, query: Query) -> bool:
    """Tell whether to start from words in PostgreSQL: else an area leaves few rows."""
    if connection.dialect.name == "sqlite" or (query.text is None and query.actor is None):
        return False
    finds = (finds for _, finds in areas.conditions(connection, query))
    return all(_count(connection, each, _FEW + 1) > _FEW for each in finds if each is not None)


def found_count(connection: sa.Connection, query: Query) -> int:
    """Count all that fit, whatever the limit."""
    holds = _holds(connection, replace(query, after=None))
    doubtful = [_C.doubt > 0] if query.order == "doubt" else []
    counted = sa.select(sa.func.count()).select_from(INCIDENTS).where(*holds, *doubtful)
    return connection.scalar(counted) or 0


def found_ids(connection: sa.Connection, query: Query) -> list[str]:
    """Give the ids of all that fit, sorted."""
    statement = sa.select(_C.id).where(*_holds(connection, query)).order_by(_C.id)
    return list(connection.scalars(statement.limit(query.limit).offset(query.offset)))


def found_numbers(connection: sa.Connection, query: Query) -> list[int]:
    """Give the numbers of the rows that have the words and actors asked for, whatever else."""
    asked = Query(text=query.text, actor=query.actor)
    finds = [c.finds for c in conditions_of(connection, asked) if c.finds is not None]
    holds = [_C.number.in_(some) for some in finds] or _holds(connection, asked)
    return list(connection.scalars(sa.select(_C.number).where(*holds)))


def _holds(connection: sa.Connection, query: Query) -> list[sa.ColumnElement[bool]]:
    conditions = conditions_of(connection, query)
    return [each.holds if each.met is None else each.met for each in conditions]


def _fetched(numbers: sa.Select[Any], needed: int) -> sa.Select[Any]:
    """Fetch rows by their numbers, which are found apart so that no planner goes another way."""
    found = numbers.cte("found").prefix_with("MATERIALIZED", dialect="postgresql")
    statement = sa.select(_C.row, _C.start, _C.id)
    statement = statement.where(_C.number.in_(sa.select(found.c.number)))
    return statement.order_by(*_LATEST).limit(needed)


def _searches(connection: sa.Connection, query: Query, needed: int) -> Iterator[sa.Select[Any]]:
    """Yield what finds numbers: one, or two where days are asked for and it is a walk."""
    conditions = conditions_of(connection, query)
    counted = _counted(connection, conditions)
    holds = [_as_met(condition, counted) for condition in conditions]
    few = _rarest(counted)
    statement = sa.select(_C.number).where(*holds).order_by(*_LATEST).limit(needed)
    if few is not None:
        among = few.cte("few").prefix_with("MATERIALIZED", dialect="postgresql")
        yield statement.where(_C.number.in_(sa.select(among.c.number)))
    elif query.since is None:
        yield statement
    else:
        yield statement.where(begins_near(query.since))
        yield statement.where(LASTING > LONG)


def _counted(connection: sa.Connection, conditions: Sequence[Condition]) -> dict[Condition, int]:
    """Count the rows of the conditions that have an index and not too many of them."""
    found: dict[Condition, int] = {}
    for condition in conditions:
        if condition.finds is not None and condition.met is None:
            most = _MANY if condition.plain else _FEW
            count = _count(connection, condition.finds, most + 1)
            if count <= most:
                found[condition] = count
            if count <= _ENOUGH:
                break
    return found


def _count(connection: sa.Connection, finds: sa.Select[Any], most: int) -> int:
    """Count rows of an index up to a number; they are counted without being fetched."""
    one: sa.Label[int] = sa.literal_column("1").label("one")
    some = finds.with_only_columns(one, maintain_column_froms=True).limit(most).subquery()
    return connection.scalar(sa.select(sa.func.count()).select_from(some)) or 0


def _rarest(counted: dict[Condition, int]) -> sa.SelectBase | None:
    """Give the numbers of few rows: those of the rarest condition, or that several leave."""
    rising = sorted(counted, key=counted.__getitem__)
    finds = [condition.finds for condition in rising if condition.finds is not None]
    if rising and counted[rising[0]] <= _FEW:
        return finds[0]
    return sa.intersect(*finds) if len(finds) > 1 else None


def _as_met(condition: Condition, counted: dict[Condition, int]) -> sa.ColumnElement[bool]:
    """Test words by the numbers that their index finds, where those are not too many."""
    if condition.words and condition in counted and condition.finds is not None:
        return _C.number.in_(condition.finds)
    return condition.holds
