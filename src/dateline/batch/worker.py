"""A worker: it does one job after the other, and holds the reader once it is loaded."""

from functools import cached_property
from typing import Any

from dateline.batch.coding import code
from dateline.batch.incidents import steps
from dateline.batch.incidents.jobs import Cluster, Compare, Draw, Merge, Spread
from dateline.batch.planning import Load, Looks
from dateline.batch.task import Outcome, Task
from dateline.errors import DatelineError
from dateline.pipeline import Reader

_STEPS: dict[type, Any] = {
    Draw: steps.draw,
    Compare: steps.compare,
    Cluster: steps.group,
    Spread: steps.spread,
    Merge: steps.merged,
}


class Worker:
    """Does what it is told, in whatever process it is."""

    @cached_property
    def _reader(self) -> Reader:
        return Reader()

    def work(self, job: Any) -> Any:
        """Do a job; give its answer."""
        if isinstance(job, Task):
            return self._coded(job)
        if isinstance(job, Load):
            return self._reader is not None  # it is loaded when it is first asked for
        return job.work() if isinstance(job, Looks) else _STEPS[type(job)](job)

    def _coded(self, task: Task) -> Outcome:
        try:
            return code(self._reader, task)
        except MemoryError as error:
            message = f"{task.name} takes more memory than a worker may have; see --memory"
            raise DatelineError(message, shard=task.name) from error
