"""The look at all inputs, by workers: one at which they die costs no other."""

import time
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from dateline.batch.engine import Crew, Died
from dateline.batch.looking import Look, Looked, look
from dateline.batch.shard import Input
from dateline.records import Rejection

HARMFUL = "what looks into it broke down or took too long, again and again; not read"
_FILES, _BYTES = 64, 64 * 2**20  # of one job
_SLOWEST = 2**20  # bytes in a second
_DEATHS = 4  # a look is short: no four kills from outside meet the same
_TICK = 1.0  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """Files to look at, one after the other."""

    name: str
    looks: tuple[Look, ...]

    def work(self) -> list[Looked]:
        """Look at them."""
        return list(map(look, self.looks))


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """Nothing to look at: the worker makes itself ready for what comes."""

    name: str


class Planning:
    """Sees to it that every file is looked at."""

    def __init__(self, crew: Crew, *, limit: float) -> None:
        """Take workers; ``limit`` is in seconds, and what large files need comes on top."""
        self._crew = crew
        self._limit = limit
        self._names = count()
        self._deaths: Counter[str] = Counter()
        self._under_way: dict[str, tuple[Looks | Load, float]] = {}

    def looked(self, looks: Sequence[Look]) -> Iterator[Looked]:
        """Yield what was seen of each, in their order; who has nothing to look at makes ready."""
        seen: dict[str, Looked] = {}
        loads = [Load(name=f"load {number}") for number in range(1, self._crew.size())]
        self._run(deque([*self._grouped(looks), *loads]), seen)
        return (seen[one.path] for one in looks)

    def _run(self, pending: deque[Looks | Load], seen: dict[str, Looked]) -> None:
        while pending or self._under_way:
            while pending and self._crew.free():
                job = pending.popleft()
                self._under_way[job.name] = job, time.monotonic()
                self._crew.send(job)
            for job, answer in self._crew.wait(_TICK):
                del self._under_way[job.name]
                if isinstance(answer, Died):
                    pending.extendleft(self._after_death(job, seen))
                elif isinstance(job, Looks):
                    seen.update((one.input.name, one) for one in answer)
            self._stop_late()

    def _grouped(self, looks: Sequence[Look]) -> Iterator[Looks]:
        held: list[Look] = []
        for one in looks:
            if held and (len(held) >= _FILES or sum(o.large for o in held) + one.large > _BYTES):
                yield self._job(held)
                held = []
            held.append(one)
        if held:
            yield self._job(held)

    def _job(self, looks: Sequence[Look]) -> Looks:
        return Looks(name=f"look {next(self._names)}", looks=tuple(looks))

    def _after_death(self, job: Looks | Load, seen: dict[str, Looked]) -> list[Looks | Load]:
        """Say what to do next: each file by itself, again, and then without the file."""
        looks = job.looks if isinstance(job, Looks) else ()
        if len(looks) > 1:
            return [self._job([one]) for one in reversed(looks)]
        self._deaths[job.name] += 1
        if self._deaths[job.name] < _DEATHS:
            return [job]
        for one in looks:
            lost = Input(name=one.path, size=one.large, sha256="")
            refused = Rejection(source=one.path, reason=HARMFUL)
            seen[one.path] = Looked(input=lost, rejections=(refused,))
        return []

    def _stop_late(self) -> None:
        now = time.monotonic()
        for job, since in self._under_way.values():
            looks = job.looks if isinstance(job, Looks) else ()
            size = sum(one.large for one in looks)
            if looks and now - since > self._limit + size / _SLOWEST:
                self._crew.stop(job.name)
