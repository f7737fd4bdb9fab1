"""A million incidents in PostgreSQL: ``python -m benchmarks.serving.postgresql [COUNT [CLIENT…]]``.

A record of COUNT incidents is filled by COPY and served by ``dateline serve`` in processes of its
own. For each number of clients, lists, maps and searches of words are asked for by turns, with
random filters and views; no two requests are the same. Without DATELINE_TEST_POSTGRESQL a server of
its own is started and thrown away; a database named there is filled once and kept.
"""

import asyncio
import random
import sys
import time
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urlencode

import psycopg

from benchmarks.record.search import PARTIES, frequent, made, settle
from benchmarks.serving.load import a_list, a_map, asked, filters, report, serving
from dateline.records import Listed
from dateline.store import open_store
from dateline.store.incident_rows import row_of
from dateline.store.tables import INCIDENTS
from tests.postgresql import server

COUNT, CLIENTS = 1_000_000, (1, 8, 16, 50)
REQUESTS = 1_000  # of each kind, for each number of clients
WARM = 500
BAR = 100  # milliseconds
OF_ACTOR, FILTERED = 0.3, 0.5  # shares of the searches of words
_NAMES = [column.name for column in INCIDENTS.columns if column.name != "number"]
_INDEXES = """
    SELECT indexname, indexdef FROM pg_indexes
    WHERE tablename = 'incidents' AND indexdef NOT LIKE 'CREATE UNIQUE%'
"""
_REVISION = "INSERT INTO revisions VALUES (1, '2026-01-01T00:00:00+00:00')"


def main() -> None:
    """Print what a client waits for, alone and among others."""
    given = [int(word) for word in sys.argv[1:]]
    count, clients = (given or [COUNT])[0], given[1:] or CLIENTS
    with server() as address:
        fill(address, count)
        with serving(address) as secret:
            warm = [path for made in KINDS.values() for path in paths(made, 0, WARM)]
            asyncio.run(asked(warm, 2, secret))
            for number in clients:
                compared(number, secret)


def compared(clients: int, secret: str) -> None:
    """Print the times of each kind of request, while the others are asked for as well."""
    chance = random.Random(clients)  # noqa: S311
    kinds = {path: kind for kind, make in KINDS.items() for path in paths(make, clients, REQUESTS)}
    mixed = list(kinds)
    chance.shuffle(mixed)
    took = asyncio.run(asked(mixed, clients, secret))
    for kind in KINDS:
        times = [seconds for path, seconds in took.items() if kinds[path] == kind]
        report(f"{clients} clients, {kind}", times, BAR)


def fill(address: str, count: int) -> None:
    """Write so many incidents, unless they are there; the indexes are made behind them."""
    with open_store(address) as store:
        if store.counts()["incidents"] == count:
            return
    started = time.perf_counter()
    chance = random.Random(1)  # noqa: S311
    with psycopg.connect(address) as connection:
        indexes = connection.execute(_INDEXES).fetchall()
        for name, _ in indexes:
            connection.execute(f"DROP INDEX {name}".encode())
        copy(connection, (made(number, chance) for number in range(count)))
        connection.execute(_REVISION)
        for _, definition in indexes:
            connection.execute(definition.encode())
    settle(address)
    print(f"{count:,} incidents in {time.perf_counter() - started:,.0f} s", flush=True)


def copy(connection: psycopg.Connection[Any], listed: Iterable[Listed]) -> None:
    """Copy incidents into their table."""
    names = ", ".join(f'"{name}"' for name in _NAMES)
    with connection.cursor().copy(f"COPY {INCIDENTS.name} ({names}) FROM STDIN".encode()) as into:
        for one in listed:
            row = {**row_of(one), "revision": 1}
            into.write_row([row[name] for name in _NAMES])


def paths(make: Callable[[random.Random], str], seed: int, count: int) -> list[str]:
    """Make so many addresses, each another one."""
    chance = random.Random(f"{make.__name__} {seed}")  # noqa: S311
    found: dict[str, None] = {}
    while len(found) < count:
        found[make(chance)] = None
    return list(found)


def a_search(chance: random.Random) -> str:
    """Make the address of a search: one to three words, or an actor, half of them with filters."""
    given = filters(chance) if chance.random() < FILTERED else {}
    if chance.random() < OF_ACTOR:
        given["actor"] = chance.choice(PARTIES)
    else:
        given["text"] = " ".join(frequent(chance, chance.randint(1, 3)))
    return f"/api/v1/incidents?{urlencode({**given, 'limit': 50})}"


KINDS = {"list": a_list, "map": a_map, "search": a_search}

if __name__ == "__main__":
    main()
