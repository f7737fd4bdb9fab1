"""A run of ``dateline batch``: planned, gone on with where a former one left off, seen through."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from dateline.batch import engines
from dateline.batch.dataset import INCIDENTS, INPUTS, RECORDS, REJECTIONS, Dataset
from dateline.batch.driving import Driver
from dateline.batch.engine import Crew, Engine
from dateline.batch.incidents.stage import Reconciling
from dateline.batch.limits import MEMORY, Means
from dateline.batch.manifest import Manifest, differences, load, manifest, save
from dateline.batch.planning import Planning
from dateline.batch.shard import Shard
from dateline.batch.surveying import survey
from dateline.batch.tables import batch_of, counted, parquet_bytes, rejection_row, rejection_schema
from dateline.batch.task import Outcome, Settings, Task
from dateline.errors import SettingError
from dateline.folder import Folder
from dateline.records import Rejection

ENGINES: Folder[Engine] = Folder(engines, "ENGINE", Engine)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is asked for; ``limit`` is in seconds for one report."""

    inputs: tuple[str, ...]
    out: Path
    settings: Settings = field(default_factory=Settings)
    engine: str = "local"
    address: str | None = None
    workers: int | None = None
    limit: float = 120.0
    memory: int = MEMORY
    again: bool = False
    incidents: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The shards of a data set, and which of them are to be coded yet."""

    dataset: Dataset
    manifest: Manifest
    left: tuple[Shard, ...]


class Watcher(Protocol):
    """Whoever wants to know how it goes."""

    def planned(self, plan: Plan) -> None:
        """Hear what is to be done."""
        ...

    def coded(self, shard: Shard, outcome: Outcome) -> None:
        """Hear that a shard is done."""
        ...

    def reconciled(self, step: str, done: int, of: int) -> None:
        """Hear how far a step on the way to incidents is."""
        ...


def run(order: Order, watcher: Watcher) -> None:
    """Code all inputs into a data set, and make its incidents."""
    dataset = Dataset(order.out)
    dataset.refuse_foreign()
    means = Means(workers=order.workers, address=order.address, memory=order.memory)
    with dataset.alone():
        with ENGINES[order.engine].start(means) as crew:
            plan = _planned(dataset, order, crew)
            watcher.planned(plan)
            _code(crew, plan, order, watcher)
            if order.incidents and not (dataset.folder / INCIDENTS).exists():
                _reconcile(crew, plan, watcher)
        dataset.clear_work()


def _code(crew: Crew, plan: Plan, order: Order, watcher: Watcher) -> None:
    def heard(task: Task, outcome: Outcome) -> None:
        watcher.coded(task.shard, outcome)

    driver = Driver(crew, plan.dataset, limit=order.limit, told=heard)
    driver.run(_tasks(plan, order.settings))


def _reconcile(crew: Crew, plan: Plan, watcher: Watcher) -> None:
    shards = [shard.name for shard in plan.manifest.shards]
    Reconciling(crew, plan.dataset, watcher.reconciled).run(shards)


def _tasks(plan: Plan, settings: Settings) -> Iterator[Task]:
    folder = plan.dataset.folder.resolve()
    for shard in plan.left:
        yield Task(folder=folder, shard=shard, settings=settings)


def _planned(dataset: Dataset, order: Order, crew: Crew) -> Plan:
    found = survey(order.inputs, Planning(crew, limit=order.limit).looked)
    wanted = manifest(order.settings, found.inputs, found.shards)
    there = load(dataset)
    if there is not None and there != wanted:
        _refuse_changed(dataset, there, wanted, again=order.again)
    if there != wanted or order.again:
        dataset.clear()
        save(dataset, wanted)
    _write_rejections(dataset, found.rejections)
    left = tuple(shard for shard in wanted.shards if not dataset.done(shard.name))
    return Plan(dataset=dataset, manifest=wanted, left=left)


def _refuse_changed(dataset: Dataset, there: Manifest, wanted: Manifest, *, again: bool) -> None:
    if again:
        return
    words = list(differences(there, wanted))
    more = f" and {len(words) - 1} more" if len(words) > 1 else ""
    message = (
        f"{dataset.folder} was made from something else: {words[0]}{more}; name another folder,"
        " or code everything anew with --again"
    )
    raise SettingError(message, differences=words)


def _write_rejections(dataset: Dataset, rejections: Sequence[Rejection]) -> None:
    """Keep what could not be read at all; always there, so that the table of rejections is."""
    rows = batch_of(map(rejection_row, rejections), rejection_schema())
    content = parquet_bytes([rows], rejection_schema(), {})
    dataset.write(dataset.path(REJECTIONS, INPUTS), content)


def totals(dataset: Dataset, made: Manifest) -> Outcome:
    """Add up what became of all reports, as the finished shards tell it."""
    found = [counted(dataset.path(RECORDS, shard.name)) for shard in made.shards]
    return Outcome(
        records=sum(one.records for one in found),
        events=sum(one.events for one in found),
        rejections=sum(one.rejections for one in found) + _refused_inputs(dataset),
        passed_over=sum(one.passed_over for one in found),
    )


def _refused_inputs(dataset: Dataset) -> int:
    return counted(dataset.path(REJECTIONS, INPUTS)).records
