"""The terms of an incident in PostgreSQL: its words, parties, codes and days in one index.

An index of words alone finds tens of thousands of rows, and each is fetched to be tested. An index
of all terms joins the words with codes and with stretches of days by itself, and what is fetched is
what fits. A day is in stretches of several lengths, so that any range is a few of them.
"""

from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from dateline.records import Query
from dateline.store.folding import split
from dateline.store.tables import INCIDENTS

LONG = 31  # days; what lasts longer has a term of its own
LASTS = ":long"
_LENGTHS = (1, 4, 16, 64, 256)  # days
_MOST = 10  # stretches of one range
_CODES = {"type": "t", "kind": "k", "weapon": "w", "country": "c", "grade": "g"}
_TERMS = 'incident_terms({table}"words", {table}"parties", {codes}, {table}"start", {table}"end")'


def _call(table: str) -> str:
    codes = ", ".join(f'{table}"{name}"' for name in _CODES)
    return f'({_TERMS.format(table=table, codes=codes)} COLLATE "C")'


# Words have letters and digits alone, so a sign in front tells what else a term is.
_PARTS = ", ".join(
    (
        *(f"'{sign}:' || \"{name}\"" for name, sign in _CODES.items()),
        *(f"'{length}:' || (\"start\" / {length})::text" for length in _LENGTHS),
        f'CASE WHEN "end" - "start" > {LONG} THEN \'{LASTS}\' END',
    )
)
CREATE = (
    f"""
    CREATE FUNCTION incident_terms(
        words text, parties text, {", ".join(f"{name} text" for name in _CODES)},
        "start" integer, "end" integer
    ) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT string_to_array(btrim(words), ' ')
            || string_to_array(btrim(replace(rtrim(parties), ' ', ' @')), ' ')
            || ARRAY[{_PARTS}]
    $$
    """,
    f"CREATE INDEX incidents_terms ON incidents USING gin ({_call('')})",
    "ALTER INDEX incidents_terms ALTER COLUMN 1 SET STATISTICS 500",  # as many rare words as this
)
_INDEXED: sa.ColumnElement[Any] = sa.literal_column(_call("incidents."), ARRAY(sa.Text))


def have_all(terms: list[str]) -> sa.ColumnElement[bool]:
    """Say that an incident has all these terms."""
    return _INDEXED.bool_op("@>")(sa.bindparam(None, terms, ARRAY(sa.Text)))


def have_any(terms: list[str]) -> sa.ColumnElement[bool]:
    """Say that an incident has one of these terms."""
    return _INDEXED.bool_op("&&")(sa.bindparam(None, terms, ARRAY(sa.Text)))


def tested(term: str) -> sa.ColumnElement[bool]:
    """Say that an incident has a term, by what it is made from."""
    if (sign := term.partition(":")[0]) != term:
        name = next(name for name, known in _CODES.items() if known == sign)
        return INCIDENTS.c[name] == term.partition(":")[2]
    column = INCIDENTS.c.parties if term.startswith("@") else INCIDENTS.c.words
    return column.contains(f" {term.removeprefix('@')} ", autoescape=True)


def party(word: str) -> str:
    """Write a word of a party as a term."""
    return f"@{word}"


def worded(query: Query) -> list[str]:
    """Give the words and codes of a query as terms."""
    return [
        *split(query.text or ""),
        *map(party, split(query.actor or "")),
        *(f"{sign}:{_coded(name, value)}" for name, sign in _CODES.items()
          if (value := getattr(query, name))),
    ]  # fmt: skip


def of_kinds(query: Query) -> list[str]:
    """Give the kinds of a query as terms; an incident has one of them."""
    return [f"k:{kind}" for kind in query.kinds]


def days(first: int, last: int) -> list[str] | None:
    """Cover a range of days by a few stretches; None where it is too long for that."""
    for length in _LENGTHS:
        low, high = first // length, last // length
        if high - low < _MOST:
            return [f"{length}:{number}" for number in range(low, high + 1)]
    return None


def _coded(name: str, value: str) -> str:
    return value.upper() if name in ("type", "country") else value


def is_without_words(query: Query) -> bool:
    """Tell whether words are asked for and there is none; then nothing is found."""
    asked = (given for given in (query.text, query.actor) if given is not None)
    return any(not split(given) for given in asked)


def bounds(query: Query) -> tuple[int | None, int | None]:
    """Give the first day on which a short incident can begin, and the last one."""
    ends: list[date] = [day for day in (query.until,) if day]
    if query.after is not None and query.after.start is not None:
        ends.append(query.after.start)
    first = query.since.toordinal() - LONG if query.since else None
    return first, min(ends).toordinal() if ends else None
