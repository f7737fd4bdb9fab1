"""The steps from events to incidents, as workers do them."""

import io
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from dateline.batch.dataset import RECORDS, Dataset
from dateline.batch.incidents.blocks import blocks, together
from dateline.batch.incidents.jobs import Cluster, Compare, Draw, Group, Merge, Rows, Spread
from dateline.batch.spool import spool, unspooled
from dateline.publish import INCIDENT_EXPORTS
from dateline.reconcile.clustering import Verdicts, cluster
from dateline.reconcile.grouping import alike
from dateline.reconcile.merging import merge
from dateline.reconcile.sketch import decode_sketch, encode_sketch, sketches
from dateline.records import Incident, Record, Telling
from dateline.records.codec import decode

DRAWN, ALIKE, SPREAD, MERGED = "drawn", "alike", "spread", "incidents"
ALL = "all"  # the block that holds each event once


def draw(job: Draw) -> None:
    """Sketch events."""
    dataset = Dataset(job.folder)
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for record in _records(dataset, job.rows):
        wider = {event.id: event.part_of for event in record.events}
        for sketch in sketches(record):
            part_of = wider[sketch.ref.rpartition("/")[2]]
            row = {
                "ref": sketch.ref,
                "report": sketch.report,
                "own_id": sketch.own_id,
                "told": sketch.told,
                "part_of": f"{sketch.report}/{part_of}" if part_of else None,
            }
            found[ALL].append(row)
            for block in blocks(sketch):
                found[block].append({"sketch": encode_sketch(sketch)})
    spool(dataset, dataset.work(DRAWN, job.name), found, _drawn_schema())


def compare(job: Compare) -> None:
    """Find pairs, with the same function as a single machine."""
    dataset = Dataset(job.folder)
    paths = [dataset.work(DRAWN, name) for name in job.drawn]
    held = [decode_sketch(row["sketch"]) for row in unspooled(paths, job.block, ["sketch"])]
    pairs = {ends: points for some in together(job.block, held) for ends, points in alike(some)}
    rows = [{"left": e[0], "right": e[1], "points": points} for e, points in sorted(pairs.items())]
    spool(dataset, dataset.work(ALIKE, job.name), {ALL: rows}, _pair_schema())


def group(job: Cluster) -> list[list[tuple[str, ...]]]:
    """Group the events of each island, with the same function as a single machine."""
    return [
        cluster(events, pairs, Verdicts())
        for events, pairs in zip(job.events, job.pairs, strict=True)
    ]


def spread(job: Spread) -> None:
    """Send reports to where they are needed, each once to each block."""
    dataset = Dataset(job.folder)
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for shard, row, line in _lines(dataset, job.rows):
        record = _named(line, dict(job.rows)[shard][row])
        for block in {job.blocks[f"{record.report.id}/{event.id}"] for event in record.events}:
            found[block].append({"id": record.report.id, "record": line})
    spool(dataset, dataset.work(SPREAD, job.name), found, _spread_schema())


def merged(job: Merge) -> None:
    """Make incidents; they are written as ``dateline export`` writes them."""
    dataset = Dataset(job.folder)
    paths = [dataset.work(SPREAD, name) for name in job.spread]
    records = {
        row["id"]: _named(row["record"], row["id"])
        for row in unspooled(paths, job.name, ["id", "record"])
    }
    stream = io.BytesIO()
    INCIDENT_EXPORTS["parquet"].write(_incidents(job.groups, records), stream)
    dataset.write(dataset.work(MERGED, f"{job.name}.parquet"), stream.getvalue())


def _incidents(groups: tuple[Group, ...], records: dict[str, Record]) -> Iterator[Incident]:
    """Make the incidents in the order of their ids."""
    drawn = cache(lambda report: {one.ref: one for one in sketches(records[report])})
    for each in sorted(groups, key=lambda each: each.id):
        reports = {ref: ref.rpartition("/")[0] for ref in each.refs}
        tellings = [Telling.of(records[report], ref) for ref, report in reports.items()]
        made = merge(tellings, [drawn(report)[ref] for ref, report in reports.items()])
        yield replace(made, part_of=each.part_of, parts=each.parts)


def _records(dataset: Dataset, rows: Rows) -> Iterator[Record]:
    ids = dict(rows)
    return (_named(line, ids[shard][row]) for shard, row, line in _lines(dataset, rows))


def _lines(dataset: Dataset, rows: Rows) -> Iterator[tuple[str, int, str]]:
    """Yield the rows that have events, with their shard and number."""
    for shard, ids in rows:
        for number, events, line in _read(dataset.path(RECORDS, shard)):
            if number in ids and events:
                yield shard, number, line


def _read(path: Path) -> Iterator[tuple[int, int, str]]:
    """Yield number, count of events, and record of each row."""
    import pyarrow.compute as pc  # type: ignore[import-untyped]
    from pyarrow import parquet

    number = 0
    for batch in parquet.ParquetFile(path).iter_batches(
        256, columns=["events.list.element.id", "record"]
    ):
        counts = pc.list_value_length(batch.column("events")).to_pylist()
        for events, line in zip(counts, batch.column("record"), strict=True):
            yield number, events, line.as_py() if events else ""
            number += 1


def _named(line: str, id_: str) -> Record:
    record = decode(line)
    return replace(record, report=replace(record.report, id=id_))


def _drawn_schema() -> Any:
    import pyarrow as pa

    names = ("ref", "report", "own_id", "part_of")
    fields = [pa.field(name, pa.string()) for name in names]
    return pa.schema([*fields, pa.field("told", pa.int32()), pa.field("sketch", pa.binary())])


def _pair_schema() -> Any:
    import pyarrow as pa

    return pa.schema([("left", pa.string()), ("right", pa.string()), ("points", pa.float64())])


def _spread_schema() -> Any:
    import pyarrow as pa

    return pa.schema([("id", pa.string()), ("record", pa.string())])
