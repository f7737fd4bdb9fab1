"""Incidents of a large data set against those of one process: ``… -m benchmarks.batch.incidents``.

The events of ``benchmarks.record.reconciling`` are put into a data set as if they had been coded,
and made into incidents by blocks on two workers; then by one process in memory. Both must be the
same, row for row. The count of events may be given.
"""

import io
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.record.reconciling import records, telling
from dateline.batch.dataset import INCIDENTS, RECORDS, Dataset
from dateline.batch.incidents.stage import Reconciling
from dateline.batch.limits import Means
from dateline.batch.running import ENGINES
from dateline.batch.tables import batch_of, parquet_bytes, record_row, record_schema
from dateline.publish import INCIDENT_EXPORTS
from dateline.reconcile.grouping import groups
from dateline.reconcile.merging import merge
from dateline.reconcile.sketch import sketches

EVENTS = 20_000
_ROWS = 1_000


def main() -> int:
    """Print both times; return 0 where the incidents are the same."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else EVENTS
    with tempfile.TemporaryDirectory() as folder:
        dataset = Dataset(Path(folder))
        shards = list(coded(dataset, count))
        begun = time.perf_counter()
        with ENGINES["local"].start(Means(workers=2)) as crew:
            Reconciling(crew, dataset, lambda *_: None).run(shards)
        by_blocks = time.perf_counter() - begun
        found = sorted(map(line, read(sorted((dataset.folder / INCIDENTS).iterdir()))))
    begun = time.perf_counter()
    whole = sorted(map(line, alone(count)))
    took = time.perf_counter() - begun
    same = "the same" if found == whole else "NOT THE SAME"
    print(
        f"{count:,} events, {len(found):,} incidents: {by_blocks:.0f} s by blocks on two workers,"
        f" {took:.0f} s in one process, {same}"
    )
    return int(found != whole)


def coded(dataset: Dataset, count: int) -> Iterator[str]:
    """Write the records of a data set; give the names of its shards."""
    rest = records(count)
    number = 0
    while some := list(islice(rest, _ROWS)):
        name = f"part-{number:06}"
        batches = [batch_of(map(record_row, some), record_schema())]
        content = parquet_bytes(batches, record_schema(), {})
        dataset.write(dataset.path(RECORDS, name), content)
        yield name
        number += 1


def alone(count: int) -> list[dict[str, Any]]:
    """Make the incidents in memory."""
    drawn = {sketch.ref: sketch for record in records(count) for sketch in sketches(record)}
    made = [
        merge([telling(ref) for ref in refs], [drawn[ref] for ref in refs])
        for refs in groups(list(drawn.values()))
    ]
    stream = io.BytesIO()
    INCIDENT_EXPORTS["parquet"].write(made, stream)
    return read([io.BytesIO(stream.getvalue())])


def read(files: list[Any]) -> list[dict[str, Any]]:
    """Read tables as rows."""
    from pyarrow import parquet  # type: ignore[import-untyped]

    return [row for file in files for row in parquet.read_table(file).to_pylist()]


def line(row: dict[str, Any]) -> str:
    """Write a row so that it can be compared."""
    return json.dumps(row, default=str, sort_keys=True)


if __name__ == "__main__":
    sys.exit(main())
