"""The whole app over a real record of its own, asked without a network."""

import asyncio
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any

import msgspec

from benchmarks.fuzz import seeds
from benchmarks.fuzz.asgi import Answered, Sent, ask
from benchmarks.fuzz.asking import Asker
from benchmarks.fuzz.target import Target
from dateline.ingest import ReadOptions, read_paths
from dateline.keeping.changing import keep
from dateline.records import Query, Record, Report
from dateline.records.desk import Arrival, Feed, Person, WarningFeed, Watch
from dateline.server.application import application
from dateline.server.keys import SCOPES, new_key
from dateline.server.options import Options
from dateline.store import Store, open_store

_RENEWED = 4000  # requests; then the record begins anew, or lists grow without end
_BROKEN = 500
_WORSE = (501, 503)  # what says on purpose that it cannot be done here


class Desk:
    """An app over a record that begins anew from time to time."""

    def __init__(self, folder: Path, records: tuple[Record, ...]) -> None:
        """Keep the record in a folder."""
        self._folder = folder
        self._records = records
        self._runner = asyncio.Runner()
        self._store: Store | None = None
        self._app: Any = None
        self._asker: Asker | None = None
        self._secret = ""
        self._asked = 0
        self._begun = 0

    def make(self, chance: Random) -> bytes:
        """Make a request, as bytes that are kept and tried again."""
        if self._asker is None:
            self._begin()
        assert self._asker is not None  # noqa: S101  it has begun
        return msgspec.json.encode(self._asker.request(chance, "SECRET"))

    def run(self, raw: bytes) -> None:
        """Send a request; a 5xx and half an answer are mistakes."""
        if self._store is None or self._asked >= _RENEWED:
            self._begin()
        self._asked += 1
        sent = msgspec.json.decode(raw, type=Sent)
        _judge(self._runner.run(ask(self._app, _signed(sent, self._secret))))

    def end(self) -> None:
        """Close the record."""
        if self._store is not None:
            self._store.close()
            self._store = None
        self._runner.close()

    def _begin(self) -> None:
        if self._store is not None:
            self._store.close()
        self._begun += 1
        self._asked = 0
        address = str(self._folder / f"fuzzed-{self._begun}.db")
        self._store = open_store(address)
        with self._store.writing() as write:
            keep(write, self._records, program="1")
            self._secret = _furnish(write)
        self._app = application(self._store, Options(record=address, work=False))
        self._asker = Asker(self._app.openapi(), self._ids(self._store))

    def _ids(self, store: Store) -> dict[str, tuple[str, ...]]:
        incidents = tuple(row.id for row in store.search(Query())) or ("i",)
        reports = tuple(record.report.id for record in self._records)
        return {
            "incidents": incidents, "judgements": incidents, "reports": reports,
            "arrivals": ("a1",), "feeds": ("f1",), "watches": ("w1",), "warning-feeds": ("s1",),
            "people": ("p1",), "tokens": ("t1",), "export": ("csv", "geojson", "jsonl"),
            "upload": tuple(raw.decode("latin-1") for raw in seeds.sound(
                "intervals.csv", "cap.xml", "page.html", "alerts-in-ua.json")),
        }  # fmt: skip


@contextmanager
def served() -> Iterator[Desk]:
    """Give an app over a record in a folder that goes when the block ends."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder), _records())
        try:
            yield desk
        finally:
            desk.end()


def target(desk: Desk) -> Target:
    """Make the API something to fuzz."""
    return Target(name="api", share=20, run=desk.run, make=desk.make)


def _records() -> tuple[Record, ...]:
    """Code the reports of the scenario."""
    from dateline.pipeline import shared_reader

    path = str(seeds.EXAMPLES / "scenario-macomia" / "reports.jsonl")
    reports = [r for r in read_paths([path], options=ReadOptions()) if isinstance(r, Report)]
    return tuple(shared_reader().read_many(reports))


def _furnish(write: Any) -> str:
    """Put one thing on every shelf, and give the token of a program that may do all."""
    root = Person(id="root", name="root", role="admin", created=0)
    key, secret = new_key(root, "token", time.time(), lasts=None, scopes=SCOPES)
    things = (
        root, key, Person(id="p1", name="pat", role="reader", created=0),
        Arrival(id="a1", kind="text", name="a", by="root", at=0, body=b"x"),
        Feed(id="f1", url="https://a.invalid/feed", name="f", every=30),
        Watch(id="w1", name="w", query={}, channel="feed", owner="root", created=0),
        WarningFeed(id="s1", name="s", kind="intervals", created=0),
    )  # fmt: skip
    for thing in things:
        write.shelve(thing)
    return secret


def _signed(sent: Sent, secret: str) -> Sent:
    """Put the token of this record in the place of the word for it."""
    headers = tuple((n, v.replace(b"SECRET", secret.encode())) for n, v in sent.headers)
    return msgspec.structs.replace(sent, headers=headers)


def _judge(answered: Answered) -> None:
    if answered.status >= _BROKEN and answered.status not in _WORSE:
        message = f"answered {answered.status}: {answered.body[:500]!r}"
        raise AssertionError(message)
    if not answered.whole:
        message = f"answered {answered.status} and not to the end"
        raise AssertionError(message)
    if answered.media_type.endswith("json") and answered.body and not answered.packed:
        msgspec.json.decode(answered.body)
