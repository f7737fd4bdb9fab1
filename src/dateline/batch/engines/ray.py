"""Actors of a Ray cluster, or of one that is started here for the run."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from dateline.batch.engine import DIED, LIFE, MOST_AT_START, Crew, Engine, Job, weight
from dateline.batch.limits import Means
from dateline.errors import DatelineError, MissingPartError, SettingError

# Of a core, for each actor. Less than one, so that what Ray runs beside them finds room.
_CORES = 0.9
_OUT, _ERR = 1, 2
_PATIENCE = 20.0  # seconds without a word from any worker, then the cluster is looked at


class _Actors:
    """The workers of one run; ``ray`` is the module."""

    def __init__(self, ray: Any, count: int, memory: int) -> None:
        self._ray = ray
        self._count = count
        self._memory = memory
        self._made = ray.remote(num_cpus=_CORES, max_restarts=0, max_task_retries=0)(_actor())
        self._starting: dict[Any, Any] = {}  # what they answer when they are ready, to actors
        self._idle: list[Any] = []
        self._busy: dict[Any, tuple[Any, Job]] = {}
        self._coded: dict[Any, int] = {}  # bytes, by actor
        self._died_at_start = 0
        self._heard = time.monotonic()
        for _ in range(count):
            self._begin()

    def size(self) -> int:
        return self._count

    def free(self) -> int:
        return len(self._idle)

    def send(self, job: Job) -> None:
        actor = self._idle.pop()
        self._busy[actor.work.remote(job)] = (actor, job)

    def wait(self, seconds: float) -> Iterator[tuple[Job, Any]]:
        asked = [*self._starting, *self._busy]
        ready, _ = self._ray.wait(asked, num_returns=len(asked), timeout=0)
        if not ready:
            ready, _ = self._ray.wait(asked, num_returns=1, timeout=seconds)
        self._see_whether_alive(heard=bool(ready))
        for answer in ready:
            if answer in self._starting:
                self._started(answer)
            else:
                yield self._ended(answer)

    def stop(self, name: str) -> None:
        for actor, job in self._busy.values():
            if job.name == name:
                self._ray.kill(actor)

    def _see_whether_alive(self, *, heard: bool) -> None:
        """End the run where the cluster is gone, rather than wait for it for ever."""
        now = time.monotonic()
        if heard:
            self._heard = now
        elif now - self._heard > _PATIENCE:
            self._heard = now
            if not any(node["Alive"] for node in self._ray.nodes()):
                message = "Ray has no machine left; what is done stays: run again"
                raise DatelineError(message)

    def _begin(self) -> None:
        actor = self._made.remote(self._memory)
        self._starting[actor.ready.remote()] = actor

    def _started(self, answer: Any) -> None:
        actor = self._starting.pop(answer)
        try:
            self._ray.get(answer)
        except _deaths(self._ray) as error:
            self._died_at_start += 1
            if self._died_at_start >= MOST_AT_START:
                message = f"{MOST_AT_START} workers in a row died at their start: {error}"
                raise DatelineError(message) from error
            self._begin()
            return
        self._died_at_start = 0
        self._idle.append(actor)

    def _ended(self, answer: Any) -> tuple[Job, Any]:
        actor, job = self._busy.pop(answer)
        try:
            told = self._ray.get(answer)
        except _deaths(self._ray):
            self._begin()
            return job, DIED
        except self._ray.exceptions.RayTaskError as error:
            raise error.cause from error
        self._coded[actor] = self._coded.get(actor, 0) + weight(job)
        if self._coded[actor] > LIFE:
            del self._coded[actor]
            self._ray.kill(actor)
            self._begin()
        else:
            self._idle.append(actor)
        return job, told


def _deaths(ray: Any) -> tuple[type[Exception], ...]:
    """Name the errors by which Ray says that an actor is no more."""
    known = ray.exceptions
    return known.RayActorError, known.WorkerCrashedError, known.OutOfMemoryError


def _actor() -> type:
    """Make the class of the actors, which is loaded where they are."""

    class Actor:
        def __init__(self, memory: int) -> None:
            from dateline.batch.limits import keep_within

            keep_within(memory)
            from dateline.batch.worker import Worker

            self._worker = Worker()

        def ready(self) -> bool:
            return True

        def work(self, job: Any) -> Any:
            return self._worker.work(job)

    return Actor


@contextmanager
def _start(means: Means) -> Iterator[Crew]:
    ray, address = _module(), means.address
    cores = None if address else max(means.workers or 0, os.cpu_count() or 1)
    with _out_of_the_way():
        try:
            ray.init(address or "local", num_cpus=cores, log_to_driver=False, **_quiet(address))
        except ConnectionError as error:
            message = f"No Ray cluster answers at {address}: {error}"
            raise SettingError(message, address=address) from error
        try:
            count = means.workers or int(ray.cluster_resources().get("CPU", 1))
            yield _Actors(ray, count, means.memory)
        finally:
            ray.shutdown()


@contextmanager
def _out_of_the_way() -> Iterator[None]:
    """Send to standard error what Ray prints, whichever of its threads and languages does."""
    sys.stdout.flush()
    kept = os.dup(_OUT)
    os.dup2(_ERR, _OUT)
    try:
        yield
    finally:
        sys.stdout.flush()
        os.dup2(kept, _OUT)
        os.close(kept)


def _quiet(address: str | None) -> dict[str, Any]:
    """Start nothing that a run does not need."""
    options: dict[str, Any] = {"logging_level": "error"}
    return options if address else options | {"include_dashboard": False}


def _module() -> Any:
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing is told to anybody
    try:
        import ray
    except ModuleNotFoundError as error:
        message = "The engine ray needs Ray: pip install 'dateline[ray]'"
        raise MissingPartError(message) from error
    return ray


ENGINE = Engine(description="actors of a Ray cluster", start=_start)
