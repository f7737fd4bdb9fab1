"""Search a record of many incidents: ``python -m benchmarks.record.search [COUNT [DATABASE]]``.

Random queries, each with one to four of the filters that ``dateline incidents`` has, are timed
in this process on SQLite and on PostgreSQL.
"""

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import psycopg

from dateline.knowledge.ontology import kinds
from dateline.records import Box, Circle, Listed, Query
from dateline.store import Store, open_store
from tests.postgresql import server

COUNT = 1_000_000
QUERIES = 500
BATCH = 5_000
FIRST, DAYS = date(2015, 1, 1), 3_650
COUNTRIES = [f"{a}{b}X" for a in "ABCDEFGH" for b in "ABCDEFGH"]
TOWNS = 300  # a country
WEAPONS = ("drone", "artillery", "small-arms", "ied", "missile", None, None)
GRADES = ("weak", "weak", "weak", "fair", "fair", "contested", "confirmed", "discounted")
WORDS = [f"word{n}" for n in range(20_000)]
PARTIES = [f"{name} {kind}" for name in WORDS[:400] for kind in ("forces", "front", "residents")]


def main() -> None:
    """Fill both databases and print how long searches take."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    wanted = sys.argv[2:] or ["sqlite", "postgresql"]
    with tempfile.TemporaryDirectory() as folder, server() as postgresql:
        for name, address in (("SQLite", str(Path(folder) / "x.db")), ("PostgreSQL", postgresql)):
            if name.lower() not in wanted:
                continue
            with open_store(address) as store:
                started = time.perf_counter()
                fill(store, count)
                settle(postgresql)
                filled = time.perf_counter() - started
                print(f"{name}: {count:,} incidents in {filled:,.0f} s", flush=True)
                report(name, store)


def fill(store: Store, count: int) -> None:
    """Write so many incidents."""
    chance = random.Random(1)  # noqa: S311
    for start in range(0, count, BATCH):
        with store.writing() as write:
            write.put_incidents(made(n, chance) for n in range(start, min(count, start + BATCH)))


def settle(postgresql: str) -> None:
    """Do at once what PostgreSQL does by itself within minutes: vacuum what was written."""
    with psycopg.connect(postgresql, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")


def made(number: int, chance: random.Random) -> Listed:
    """Make an incident; few countries and towns have most of them, as in any war."""
    country = int(len(COUNTRIES) * chance.random() ** 2)
    town = int(TOWNS * chance.random() ** 3)
    kind = chance.choice(list(kinds()))
    day = FIRST + timedelta(days=chance.randrange(DAYS))
    parties = tuple(chance.sample(PARTIES, 2))
    lat, lon = town_at(country, town)
    return Listed(
        id=f"i{number:012d}",
        title=f"{kind} in town{town}",
        type=kinds()[kind].type,
        kind=kind,
        weapon=chance.choice(WEAPONS),
        place=f"town{town}",
        country=COUNTRIES[country],
        lat=lat,
        lon=lon,
        precision="settlement",
        start=day,
        end=day + timedelta(days=int(chance.random() ** 40 * 90)),
        date_precision="day",
        parties=parties,
        words=" ".join([*parties, f"town{town}", *frequent(chance, 12)]),
        reports=1 + int(5 * chance.random() ** 3),
        origins=1 + int(4 * chance.random() ** 3),
        grade=chance.choice(GRADES),
        tolls=(("killed", 1.0, 2.0, 3.0),),
    )


def town_at(country: int, town: int) -> tuple[float, float]:
    """Place the towns of a country on a grid."""
    return -40 + country // 8 * 12 + town // 18 * 0.5, -160 + country % 8 * 40 + town % 18 * 0.5


def frequent(chance: random.Random, count: int) -> list[str]:
    """Draw words, few of which are frequent."""
    return [WORDS[int(len(WORDS) * chance.random() ** 4)] for _ in range(count)]


def queries(chance: random.Random, count: int) -> Iterator[Query]:
    """Make queries of one to four filters."""
    for _ in range(count):
        asked: dict[str, Any] = {}
        for name in chance.sample(FILTERS, chance.randint(1, 4)):
            asked |= filter_of(name, chance)
        if "kind" in asked:  # which fixes the type; a list of another type is refused at the door
            asked.pop("type", None)
        yield Query(**asked)


FILTERS = ("near", "box", "country", "days", "type", "kind", "actor", "weapon", "origins", "text")


def filter_of(name: str, chance: random.Random) -> dict[str, Any]:
    """Make one filter."""
    lat, lon = town_at(
        int(len(COUNTRIES) * chance.random() ** 2), int(TOWNS * chance.random() ** 3)
    )
    day = FIRST + timedelta(days=chance.randrange(DAYS))
    kind = chance.choice(list(kinds()))
    wide = chance.choice((0.3, 1.0, 5.0))
    box = Box(west=lon - wide, east=lon + wide, south=lat - wide, north=lat + wide)
    made: dict[str, dict[str, Any]] = {
        "near": {"near": Circle(lat=lat, lon=lon, km=chance.choice((10, 25, 100)))},
        "box": {"box": box},
        "country": {"country": COUNTRIES[int(len(COUNTRIES) * chance.random() ** 2)]},
        "days": {"since": day, "until": day + timedelta(days=chance.choice((0, 7, 30, 180)))},
        "type": {"type": kinds()[kind].type},
        "kind": {"kind": kind},
        "actor": {"actor": chance.choice(PARTIES)},
        "weapon": {"weapon": chance.choice([w for w in WEAPONS if w])},
        "origins": {"origins": chance.choice((2, 3))},
        "text": {"text": " ".join(frequent(chance, chance.randint(1, 2)))},
    }
    return made[name]


def report(name: str, store: Store) -> None:
    """Print the times of all queries, and the slowest."""
    times = []
    for query in queries(random.Random(2), QUERIES):  # noqa: S311
        started = time.perf_counter()
        found = len(store.search(query))
        times.append((time.perf_counter() - started, found, query))
    times.sort(key=lambda each: each[0])
    half, most = times[len(times) // 2][0], times[int(len(times) * 0.95)][0]
    print(f"{name}: {QUERIES} queries, p50 {half * 1000:.1f} ms, p95 {most * 1000:.1f} ms (≤ 100)")
    for took, found, query in times[-3:]:
        asked = {k: v for k, v in _asked(query).items() if v is not None}
        print(f"  slowest {took * 1000:.0f} ms, {found} found: {asked}", flush=True)


def _asked(query: Query) -> dict[str, Any]:
    return {
        name: getattr(query, name) for name in query.__slots__ if name not in ("limit", "offset")
    }


if __name__ == "__main__":
    main()
