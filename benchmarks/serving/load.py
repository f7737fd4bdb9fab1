"""Many clients at once: ``python -m benchmarks.serving.load [COUNT [CLIENTS [REQUESTS]]]``.

A record of COUNT incidents is served by ``dateline serve`` in a process of its own. CLIENTS ask for
lists and maps, half of each, with random filters and views, each as soon as its last answer has
come; no two ask the same. Beside them one client alone is timed: its median is the yardstick.
"""

import asyncio
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.record.search import DAYS, FIRST, GRADES, fill
from dateline.server.keys import new_key
from dateline.server.people import add_person, named_person
from dateline.store import open_store

COUNT, CLIENTS, REQUESTS = 1_000_000, 50, 10_000
ALONE = 500  # requests of one client
WARM = 1_000  # requests before anything is timed
BAR = 150  # milliseconds
PORT = 8199
FAMILIES = ("air", "fire", "clash", "coercion")
ZOOMS = (2, 4, 6, 8, 10)
DATED, OF_FAMILY, OF_GRADE = 0.5, 0.3, 0.2  # shares of the requests


def main() -> None:
    """Print what a client waits for, alone and among many."""
    given = [int(word) for word in sys.argv[1:]]
    count, clients, requests = (*given, *(COUNT, CLIENTS, REQUESTS)[len(given) :])
    with tempfile.TemporaryDirectory() as folder:
        address = str(Path(folder) / "record.db")
        with open_store(address) as store:
            fill(store, count)
        with serving(address) as secret:
            asyncio.run(asked(paths(3, WARM), clients, secret))
            report("1 client", asyncio.run(asked(paths(1, ALONE), 1, secret)).values())
            among = asyncio.run(asked(paths(2, requests), clients, secret))
            report(f"{clients} clients", among.values())


@contextmanager
def serving(address: str) -> Iterator[str]:
    """Serve a record, and give the secret of a token that may read."""
    with open_store(address) as store, store.writing() as write:
        person = named_person(write, "load") or add_person(write, "load", "analyst")
        key, secret = new_key(
            person, "token", time.time(), lasts=None, name="load", scopes=("read",)
        )
        write.shelve(key)
    command = [
        *(str(Path(sys.executable).with_name("dateline")), "serve", "--record", address),
        *("--port", str(PORT), "--no-work"),
    ]
    server = subprocess.Popen(command)  # noqa: S603
    try:
        asyncio.run(ready(secret))
        yield secret
    finally:
        server.terminate()
        server.wait()


async def ready(secret: str) -> None:
    """Wait until the first map is made: the server has all incidents at a glance then."""
    for _ in range(600):
        try:
            await asked(["/api/v1/map"], 1, secret)
        except OSError:
            await asyncio.sleep(0.5)
        else:
            return
    sys.exit("The server does not answer")


def paths(seed: int, count: int) -> list[str]:
    """Make addresses, lists and maps in turn at random."""
    chance = random.Random(seed)  # noqa: S311
    return [chance.choice((a_list, a_map))(chance) for _ in range(count)]


def a_list(chance: random.Random) -> str:
    """Make the address of a list."""
    return f"/api/v1/incidents?{urlencode({**filters(chance), 'limit': 50})}"


def a_map(chance: random.Random) -> str:
    """Make the address of a map."""
    zoom = chance.choice(ZOOMS)
    wide = min(350.0, 360 / 2**zoom * 4)
    west, middle = chance.uniform(-180, 180 - wide), chance.uniform(-60, 60)
    south, north = max(-85.0, middle - wide / 4), min(85.0, middle + wide / 4)
    view = ",".join(f"{edge:.3f}" for edge in (west, south, west + wide, north))
    return f"/api/v1/map?{urlencode({**filters(chance), 'zoom': zoom, 'view': view}, safe=',')}"


def filters(chance: random.Random) -> dict[str, str]:
    """Choose filters, or none."""
    made: dict[str, str] = {}
    if chance.random() < DATED:
        day = FIRST + timedelta(days=chance.randrange(DAYS))
        last = day + timedelta(days=chance.choice((7, 30, 180)))
        made |= {"from": str(day), "to": str(last)}
    if chance.random() < OF_FAMILY:
        made["family"] = chance.choice(FAMILIES)
    if chance.random() < OF_GRADE:
        made["grade"] = chance.choice(GRADES)
    return made


async def asked(addresses: list[str], clients: int, secret: str) -> dict[str, float]:
    """Ask for all addresses by so many clients; give how long each took, in seconds."""
    queue = iter(addresses)
    took: dict[str, float] = {}

    async def client() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", PORT)
        for path in queue:
            started = time.perf_counter()
            writer.write(
                f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                f"Authorization: Bearer {secret}\r\n\r\n".encode()
            )
            head = (await reader.readuntil(b"\r\n\r\n")).lower()
            if not head.startswith(b"http/1.1 200"):
                sys.exit(f"{path} was answered by {head[:40]!r}")
            await reader.readexactly(int(head.partition(b"content-length: ")[2].split()[0]))
            took[path] = time.perf_counter() - started
        writer.close()

    await asyncio.gather(*(client() for _ in range(clients)))
    return took


def report(name: str, took: Collection[float], bar: int = BAR) -> None:
    """Print the median, the nineteenth of twenty, and the slowest."""
    cuts = statistics.quantiles(took, n=20)
    half, most = cuts[9] * 1000, cuts[18] * 1000
    print(
        f"{name}: {len(took):,} answers, p50 {half:.0f} ms, p95 {most:.0f} ms (≤ {bar}), "
        f"slowest {max(took) * 1000:.0f} ms",
        flush=True,
    )


if __name__ == "__main__":
    main()
