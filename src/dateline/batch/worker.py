"""A worker: it does one job after the other, and holds the reader once it is loaded."""

from functools import cached_property
from typing import Any

from dateline.batch.coding import code
from dateline.batch.incidents import steps
from dateline.batch.incidents.jobs import Cluster, Compare, Draw, Merge, Spread
from dateline.batch.task import Task
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
        return code(self._reader, job) if isinstance(job, Task) else _STEPS[type(job)](job)
