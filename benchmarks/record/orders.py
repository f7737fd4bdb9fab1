"""Add each scenario in random orders: ``python -m benchmarks.record.orders [ORDERS]``.

Whatever the order of arrival, the incidents and their ids must be the same. The project's own
scenarios are taken, and those beside the checkout (see ``benchmarks.quality.gate``).
"""

import io
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.quality.scorers import BENCH
from dateline.ingest import read_paths
from dateline.keeping.changing import keep
from dateline.keeping.showing import incidents
from dateline.pipeline import Reader
from dateline.publish import INCIDENT_EXPORTS
from dateline.records import Query, Record, Report
from dateline.store import open_store

OWN = Path(__file__).parents[1] / "quality" / "scenarios"
ORDERS = 200


def main() -> int:
    """Try every scenario; return 0 where no order makes a difference."""
    orders = int(sys.argv[1]) if len(sys.argv) > 1 else ORDERS
    reader = Reader()
    failed = 0
    for folder in scenarios():
        reports = [r for r in read_paths([str(folder / "reports.jsonl")]) if isinstance(r, Report)]
        records = list(reader.read_many(reports))
        found = {record_of(shuffled(records, seed)) for seed in range(orders)}
        failed += len(found) > 1
        print(
            f"{folder.name:<12} {orders} orders of {len(records)} reports: {len(found)} outcome(s)"
        )
    return int(failed > 0)


def scenarios() -> Iterator[Path]:
    """Give the folders that hold a scenario."""
    for root in (OWN, BENCH / "record" / "scenarios"):
        yield from sorted(path.parent for path in root.glob("*/incidents.json"))


def shuffled(records: Sequence[Record], seed: int) -> list[Record]:
    """Put records into an order of their own for each seed."""
    return random.Random(seed).sample(records, len(records))  # noqa: S311


def record_of(records: Sequence[Record]) -> str:
    """Add reports one by one, and export the whole record."""
    out = io.StringIO()
    with open_store(":memory:") as store:
        for record in records:
            with store.writing() as write:
                keep(write, [record], program="test")
        INCIDENT_EXPORTS["jsonl"].write(incidents(store, Query(limit=None)), out)
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(main())
