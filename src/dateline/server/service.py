"""What all requests share: the record, its overview, and who was known a moment ago."""

import os
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TypeVar

from anyio import CapacityLimiter
from fastapi import Request

from dateline.records import Listed, Query
from dateline.records.desk import Feed, Key, Person, WarningFeed
from dateline.server.options import Options
from dateline.server.throttle import Throttle
from dateline.server.trying import note_kept
from dateline.store import Store, Writer
from dateline.store.columns import load_overview, refreshed
from dateline.store.latest import latest
from dateline.store.overview import Overview, is_coded, is_plain

T = TypeVar("T")
Due = TypeVar("Due", Feed, WarningFeed)
_KNOWN = 1.0  # second that a key is taken as it was
_FRESH = 0.25  # seconds that a revision is taken as it was
_ANSWERS = 48_000_000  # bytes of answers that are kept
_LARGE = 2_000_000  # bytes; a larger answer is not kept


class Service:
    """One server's state; everything that lasts is in the store."""

    def __init__(self, store: Store, options: Options) -> None:
        """Serve a record."""
        self.store = store
        self.options = options
        self.throttle = Throttle()
        self.visitors: dict[str, tuple[float, Key, Person]] = {}
        # More threads than cores would only take turns, and each answer would wait for all.
        self.makers = CapacityLimiter(max(2, os.cpu_count() or 1))
        self._answers: OrderedDict[tuple[object, ...], bytes] = OrderedDict()
        self._held = 0
        self._revision = (0.0, 0)
        self._overview: Overview | None = None
        self._lock = threading.Lock()
        self._answering = threading.Lock()

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """Change the record; what was remembered of it is looked up anew."""
        with self.store.writing() as write:
            yield write
        note_kept()
        self._changed()

    def change(self, do: Callable[[Writer], T]) -> T:
        """Change the record, begun anew where the connection is lost; for what no client asks."""
        done = self.store.change(do)
        self._changed()
        return done

    def taken(self, sort: type[Due], lease: float) -> tuple[Due, ...]:
        """Take what is due of a sort; until the lease ends nobody else is given it."""
        now = time.time()
        if not self.store.shelf(sort).due(now):
            return ()
        with self.writing() as write:
            due = write.shelf(sort).due(now)
            for thing in due:
                write.shelve(replace(thing, due=now + lease))
        return due

    def revision(self) -> int:
        """Give the record's revision, as of a moment ago."""
        at, known = self._revision
        now = time.monotonic()
        # With several workers, what one has written must be there at once for all.
        if now - at > _FRESH or self.options.workers > 1:
            known = self.store.revision()
            self._revision = (now, known)
        return known

    @property
    def seen(self) -> int:
        """The revision as it was when it was last looked at."""
        return self._revision[1]

    def overview(self) -> Overview:
        """Give all incidents at a glance, brought up to date with the revision last looked at."""
        known = self._overview
        if known is not None and self.is_at_hand(self.seen):
            return known
        with self._lock:
            known = self._overview
            fresh = refreshed(self.store, known) if known else load_overview(self.store)
            self._overview = fresh
            return fresh

    def is_at_hand(self, revision: int) -> bool:
        """Tell whether all incidents at a glance are in memory as of a revision."""
        return self._overview is not None and self._overview.revision == revision

    def search(self, query: Query) -> tuple[Listed, ...]:
        """List what fits; by what is in memory where an index might find too many and go far."""
        if not is_plain(query) and is_coded(query) and query.order == "latest":
            return latest(self.store, self.overview(), query)
        return self.store.search(query)

    def remember(self, key: Key, person: Person) -> tuple[float, Key, Person]:
        """Keep in mind who a key is of, for a moment."""
        now = time.monotonic()
        self.visitors = {
            id_: known for id_, known in self.visitors.items() if now - known[0] < _KNOWN
        }
        self.visitors[key.id] = (now, key, person)
        return self.visitors[key.id]

    def known_answer(self, asked: tuple[object, ...]) -> bytes | None:
        """Give an answer that was given before; ``asked`` holds the revision."""
        with self._answering:
            known = self._answers.get(asked)
            if known is not None:
                self._answers.move_to_end(asked)
            return known

    def answered(self, asked: tuple[object, ...], make: Callable[[], bytes]) -> bytes:
        """Make an answer, and keep it in mind unless it is a large one."""
        made = make()
        if len(made) <= _LARGE:
            self._keep(asked, made)
        return made

    def _changed(self) -> None:
        self._revision = (0.0, self.seen)  # to be looked up anew
        self.visitors.clear()

    def _keep(self, asked: tuple[object, ...], made: bytes) -> None:
        with self._answering:
            if asked not in self._answers:
                self._held += len(made)
            self._answers[asked] = made
            while self._held > _ANSWERS:
                _, oldest = self._answers.popitem(last=False)
                self._held -= len(oldest)


def service_of(request: Request) -> Service:
    """Give the state of the server that a request came to."""
    service: Service = request.app.state.service
    return service
