"""The stage of the driver that makes incidents out of a finished data set."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, TypeVar

from dateline.batch.dataset import INCIDENTS, Dataset
from dateline.batch.engine import Crew, Job, each
from dateline.batch.incidents.jobs import Cluster, Compare, Draw, Group, Merge, Rows, Spread
from dateline.batch.incidents.naming import kept_rows
from dateline.batch.incidents.steps import ALIKE, ALL, DRAWN, MERGED, SPREAD
from dateline.batch.spool import blocks_of, unspooled
from dateline.reconcile.clustering import Ends, components
from dateline.reconcile.identity import told_order

T = TypeVar("T")
Told = Callable[[str, int, int], None]  # what is done, how many jobs of how many
_JOBS = 256  # that read shards; each writes one file
_EVENTS = 2_000  # of the incidents that are merged at once


@dataclass(slots=True)
class _Events:
    """What the driver knows of each event: its report, day, own id, and the wider event."""

    reports: dict[str, str] = field(default_factory=dict)
    told: dict[str, int | None] = field(default_factory=dict)
    own_ids: dict[str, str] = field(default_factory=dict)
    wider: dict[str, str] = field(default_factory=dict)


class Reconciling:
    """One way from the records of a data set to its incidents.

    Each step is a list of jobs; what a job writes is taken up again after a crash.
    """

    def __init__(self, crew: Crew, dataset: Dataset, told: Told) -> None:
        """Take workers."""
        self._crew = crew
        self._dataset = dataset
        self._folder = dataset.folder.resolve()
        self._told = told
        self._events = _Events()

    def run(self, shards: Sequence[str]) -> None:
        """Make the incidents; they appear in the data set when all are there."""
        rows = self._rows(shards)
        self._compare(self._draw(rows))
        self._merge(rows, self._groups(self._pairs()))
        made = self._dataset.work(MERGED)
        made.mkdir(parents=True, exist_ok=True)  # of no events, no incidents
        made.rename(self._dataset.folder / INCIDENTS)

    def _rows(self, shards: Sequence[str]) -> list[Rows]:
        """Share the shards out, neighbours together."""
        kept = kept_rows(self._dataset, shards)
        found = [(shard, kept[shard]) for shard in shards if shard in kept]
        return [tuple(some) for some in _chunks(found, -(-len(found) // _JOBS) or 1)]

    def _draw(self, rows: Sequence[Rows]) -> dict[str, list[str]]:
        """Sketch all events; give the blocks with the jobs that drew events of them."""
        jobs = [
            Draw(folder=self._folder, name=f"{number:04}", rows=some)
            for number, some in enumerate(rows)
        ]
        self._do("drawing", jobs, DRAWN)
        found: dict[str, list[str]] = defaultdict(list)
        for job in jobs:
            for block in blocks_of(self._dataset.work(DRAWN, job.name)):
                found[block].append(job.name)
        self._learn(found.pop(ALL, []))
        return found

    def _learn(self, drawn: Iterable[str]) -> None:
        paths = [self._dataset.work(DRAWN, name) for name in drawn]
        columns = ["ref", "report", "own_id", "told", "part_of"]
        for row in unspooled(paths, ALL, columns):
            ref = row["ref"]
            self._events.reports[ref] = row["report"]
            self._events.told[ref] = row["told"]
            self._events.own_ids[ref] = row["own_id"]
            if row["part_of"]:
                self._events.wider[ref] = row["part_of"]

    def _compare(self, drawn: Mapping[str, Sequence[str]]) -> None:
        jobs = [
            Compare(folder=self._folder, name=block, block=block, drawn=tuple(names))
            for block, names in sorted(drawn.items())
        ]
        self._do("comparing", jobs, ALIKE)

    def _pairs(self) -> dict[Ends, float]:
        paths = sorted(path for path in self._dataset.work(ALIKE).glob("*-*") if path.is_file())
        rows = unspooled(paths, ALL, ["left", "right", "points"])
        return {(row["left"], row["right"]): row["points"] for row in rows}

    def _groups(self, pairs: Mapping[Ends, float]) -> list[tuple[str, ...]]:
        """Group the events: those without a pair are alone, the others are clustered."""
        paired = sorted({ref for ends in pairs for ref in ends})
        islands = components(paired, pairs)
        of = {ref: number for number, refs in enumerate(islands) for ref in refs}
        inside: dict[int, dict[Ends, float]] = defaultdict(dict)
        for ends, points in pairs.items():
            inside[of[ends[0]]][ends] = points
        jobs = [
            Cluster(
                folder=self._folder,
                name=f"{number:06}",
                events=[{ref: self._events.reports[ref] for ref in islands[n]} for n in some],
                pairs=[inside[n] for n in some],
            )
            for number, some in enumerate(_sized(range(len(islands)), lambda n: len(islands[n])))
        ]
        answers = self._do("clustering", jobs)
        clustered = [refs for found in answers for groups in found for refs in groups]
        return clustered + [(ref,) for ref in self._events.reports if ref not in of]

    def _merge(self, rows: Sequence[Rows], found: Iterable[tuple[str, ...]]) -> None:
        groups = self._named(found)
        made = {
            f"part-{number:06}": tuple(some)
            for number, some in enumerate(_sized(groups, lambda group: len(group.refs)))
        }
        blocks = {ref: name for name, some in made.items() for group in some for ref in group.refs}
        sent = self._spread(rows, blocks)
        jobs = [
            Merge(folder=self._folder, name=name, groups=some, spread=tuple(sent[name]))
            for name, some in made.items()
        ]
        self._do("merging", jobs, MERGED, suffix=".parquet")

    def _spread(self, rows: Sequence[Rows], blocks: Mapping[str, str]) -> dict[str, list[str]]:
        """Send each report to the blocks of its events; give the blocks with the senders."""
        by_report: dict[str, dict[str, str]] = defaultdict(dict)
        for ref, block in blocks.items():
            by_report[self._events.reports[ref]][ref] = block
        jobs = [
            Spread(
                folder=self._folder,
                name=f"{number:04}",
                rows=some,
                blocks={
                    ref: block
                    for _, ids in some
                    for id_ in ids.values()
                    for ref, block in by_report.get(id_, {}).items()
                },
            )
            for number, some in enumerate(rows)
        ]
        self._do("spreading", jobs, SPREAD)
        sent: dict[str, list[str]] = defaultdict(list)
        for job in jobs:
            for block in blocks_of(self._dataset.work(SPREAD, job.name)):
                sent[block].append(job.name)
        return sent

    def _named(self, found: Iterable[tuple[str, ...]]) -> list[Group]:
        """Give each group its id, that of the event told first, and its kin."""
        told, own_ids, wider = self._events.told, self._events.own_ids, self._events.wider
        groups = [
            (min(refs, key=lambda ref: told_order(told[ref], ref)), tuple(sorted(refs)))
            for refs in found
        ]
        groups.sort(key=lambda group: told_order(told[group[0]], group[0]))
        of = {ref: own_ids[first] for first, refs in groups for ref in refs}
        parts: dict[str, set[str]] = defaultdict(set)
        for ref, whole in wider.items():
            parts[whole].add(of[ref])
        return [
            Group(
                id=of[first],
                refs=refs,
                part_of=_but(of[first], {of[wider[ref]] for ref in refs if wider.get(ref) in of}),
                parts=_but(of[first], {id_ for ref in refs for id_ in parts.get(ref, ())}),
            )
            for first, refs in groups
        ]

    def _do(
        self, step: str, jobs: Sequence[Job], table: str | None = None, suffix: str = ""
    ) -> list[Any]:
        """See jobs through that have not written their file yet; give answers in their order."""
        there = self._dataset.work
        left = [job for job in jobs if not (table and there(table, job.name + suffix).exists())]
        answers: dict[str, Any] = {}
        for number, (job, answer) in enumerate(each(self._crew, left), start=1):
            answers[job.name] = answer
            self._told(step, len(jobs) - len(left) + number, len(jobs))
        return [answers.get(job.name) for job in jobs]


def _but(own: str, ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(ids) - {own}))


def _chunks(values: Iterable[T], size: int) -> Iterator[list[T]]:
    rest = iter(values)
    while some := list(islice(rest, size)):
        yield some


def _sized(values: Iterable[T], size: Callable[[T], int]) -> Iterator[list[T]]:
    """Put values together up to so many events."""
    held: list[T] = []
    events = 0
    for value in values:
        if held and events + size(value) > _EVENTS:
            yield held
            held, events = [], 0
        held.append(value)
        events += size(value)
    if held:
        yield held
