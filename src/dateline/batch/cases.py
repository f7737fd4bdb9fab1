"""Shards at which workers died: what is tried next, down to the report that is to blame."""

from collections import Counter
from dataclasses import dataclass, field, replace

from dateline.batch.task import Task
from dateline.errors import DatelineError

BROKEN = "the reader broke down at it three times; tell the makers of Dateline"
LATE = "reading it took longer than {limit:g} seconds, three times"
_STUCK = 2  # deaths at one that is condemned
_MOST = 50  # deaths of one shard beside those that reports are to blame for


@dataclass(slots=True)
class Cases:
    """What is known of each shard that is in trouble.

    A worker dies among some reports; then they are coded one by one; then the one at which it dies
    again is coded by itself, and only if that ends badly, too, is it condemned. A kill that comes
    from outside does not hit the same report in all three. Where workers go on dying at one that is
    condemned, so that nobody reads it, its file cannot be got past it, and is shut there.
    """

    _condemned: dict[str, dict[int, str]] = field(default_factory=dict)
    _stuck: Counter[tuple[str, int]] = field(default_factory=Counter)
    _deaths: dict[str, int] = field(default_factory=dict)

    def died(self, task: Task, seen: tuple[int, int] | None, why: str) -> Task:
        """Say what to do next after a worker died at a task."""
        name = task.shard.name
        self._count(task)
        known = self._condemned.setdefault(name, {})
        anew = replace(task, condemned=dict(known), suspects=None, alone=None)
        if seen and seen[0] == seen[1] and seen[0] in known:
            return self._stopped(anew, seen[0])
        if task.alone is not None:
            if seen is None or seen[0] != task.alone:  # it had not come to the report
                return task
            known[task.alone] = why
            self._deaths[name] = 0
            return replace(anew, condemned=dict(known))
        if seen is None:
            return anew
        if task.suspects and seen[0] == seen[1] and _within(seen[0], task.suspects):
            return replace(anew, alone=seen[0])
        return replace(anew, suspects=seen)

    def _stopped(self, task: Task, number: int) -> Task:
        """Shut a piece where nobody can get past an item."""
        self._stuck[task.shard.name, number] += 1
        if self._stuck[task.shard.name, number] < _STUCK:
            return task
        self._deaths[task.shard.name] = 0
        return replace(task, shut=task.shut | {number})

    def lived(self, task: Task) -> Task | None:
        """Say what to do next after a task ended well: one that was tried alone is innocent."""
        return None if task.alone is None else replace(task, suspects=None, alone=None)

    def _count(self, task: Task) -> None:
        deaths = self._deaths[task.shard.name] = self._deaths.get(task.shard.name, 0) + 1
        if deaths > _MOST:
            first = task.shard.pieces[0]
            message = (
                f"Workers died {deaths} times at {task.shard.name}, which begins with {first.name}"
                f" at {first.number}, and no single report is to blame; is there enough memory?"
            )
            raise DatelineError(message, shard=task.shard.name)


def _within(number: int, suspects: tuple[int, int]) -> bool:
    return suspects[0] <= number <= suspects[1]
