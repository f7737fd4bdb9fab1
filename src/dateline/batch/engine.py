"""What an engine is: workers somewhere, each at one job."""

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from dateline.batch.limits import Means
from dateline.batch.task import Task
from dateline.errors import DatelineError

_MOST_DEATHS = 10  # of workers at one job
MOST_AT_START = 20  # workers in a row that die before they are ready
_TICK = 1.0  # seconds
# Bytes of text that a worker codes before another takes its place: what is known of words grows
# with every word that was never seen. Loading another reader takes a fiftieth of the time.
LIFE = 8 * 1024 * 1024


class Job(Protocol):
    """Something that a worker can be told to do, by its name."""

    @property
    def name(self) -> str:
        """Name it among those that are under way."""
        ...


class Crew(Protocol):
    """Workers that are at work. One that dies is replaced; what it was at is told."""

    def free(self) -> int:
        """Count the workers without a job."""
        ...

    def size(self) -> int:
        """Count the workers."""
        ...

    def send(self, job: Any) -> None:
        """Give a job to one that is free."""
        ...

    def wait(self, seconds: float) -> Iterator[tuple[Any, Any]]:
        """Yield the jobs that ended with their answers; of one whose worker died it is DIED."""
        ...

    def stop(self, name: str) -> None:
        """Kill the worker that is at a job, which ends as if it had died."""
        ...


class Died:
    """The answer of a dead worker."""


DIED = Died()
J = TypeVar("J", bound=Job)


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """A way to run workers."""

    description: str
    start: Callable[[Means], AbstractContextManager[Crew]]


def weight(job: Job) -> int:
    """Give the bytes that coding a job takes in."""
    return job.shard.size if isinstance(job, Task) else 0


def each(crew: Crew, jobs: Iterable[J]) -> Iterator[tuple[J, Any]]:
    """See jobs through, in any order; one whose worker died is done anew by another."""
    pending = deque(jobs)
    deaths: Counter[str] = Counter()
    running = 0
    while pending or running:
        while pending and crew.free():
            crew.send(pending.popleft())
            running += 1
        for job, answer in crew.wait(_TICK):
            running -= 1
            if answer is not DIED:
                yield job, answer
                continue
            deaths[job.name] += 1
            if deaths[job.name] > _MOST_DEATHS:
                message = (
                    f"Workers died {_MOST_DEATHS} times at {job.name}; is there enough memory?"
                )
                raise DatelineError(message, job=job.name)
            pending.append(job)
