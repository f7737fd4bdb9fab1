"""The loop of the driver: tasks out, outcomes in, dead and late workers dealt with."""

import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dateline.batch.cases import BROKEN, LATE, Cases
from dateline.batch.dataset import Dataset
from dateline.batch.engine import DIED, Crew
from dateline.batch.task import Outcome, Task
from dateline.batch.trail import last_seen

_TICK = 1.0  # seconds
Told = Callable[[Task, Outcome], None]


@dataclass(slots=True)
class _Watched:
    """A task under way: where it was seen last, and since when it is there."""

    task: Task
    seen: tuple[int, int] | None
    since: float
    late: bool = False


class Driver:
    """Sees a list of tasks through."""

    def __init__(self, crew: Crew, dataset: Dataset, *, limit: float, told: Told) -> None:
        """Take workers; ``limit`` is in seconds for one report, or for those coded together."""
        self._crew = crew
        self._dataset = dataset
        self._limit = limit
        self._told = told
        self._cases = Cases()
        self._running: dict[str, _Watched] = {}

    def run(self, tasks: Iterable[Task]) -> None:
        """Work off all tasks: one for each worker at a time, so that nothing piles up."""
        pending = deque(tasks)
        while pending or self._running:
            while pending and self._crew.free():
                task = pending.popleft()
                self._running[task.name] = _Watched(task, None, time.monotonic())
                self._crew.send(task)
            for task, answer in self._crew.wait(_TICK):
                watched = self._running.pop(task.name)
                following = self._next(watched, None if answer is DIED else answer)
                if following is not None:
                    pending.appendleft(following)
            self._stop_late()

    def _next(self, watched: _Watched, outcome: Outcome | None) -> Task | None:
        task = watched.task
        if outcome is not None:
            if task.alone is None:
                self._told(task, outcome)
            return self._cases.lived(task)
        trail = self._dataset.trail(task.name)
        seen = last_seen(trail)
        trail.unlink(missing_ok=True)
        why = LATE.format(limit=self._limit) if watched.late else BROKEN
        return self._cases.died(task, seen, why)

    def _stop_late(self) -> None:
        now = time.monotonic()
        for name, watched in self._running.items():
            seen = last_seen(self._dataset.trail(name))
            if seen != watched.seen:
                watched.seen, watched.since = seen, now
            elif seen is not None and now - watched.since > self._limit and not watched.late:
                watched.late = True
                self._crew.stop(name)
