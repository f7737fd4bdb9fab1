"""A data set into a record: what was coded is kept as it is, and nothing is read anew."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from dateline.batch.dataset import RECORDS, Dataset
from dateline.batch.manifest import Manifest
from dateline.batch.manifest import load as read_manifest
from dateline.errors import SettingError
from dateline.ingest import is_made
from dateline.keeping.changing import keep_new
from dateline.keeping.naming import named
from dateline.records import Record
from dateline.records.codec import decode
from dateline.store import Store, Writer

_AT_ONCE = 32  # reports in a transaction; what a crash undoes is done anew


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What became of the reports, by ``added``, ``changed`` and ``known``; ``missing`` shards."""

    counts: Counter[str]
    shards: int
    missing: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A data set with what it was made from."""

    dataset: Dataset
    manifest: Manifest


def found_in(folder: Path) -> Found:
    """Find the data set in a folder."""
    dataset = Dataset(folder)
    made = read_manifest(dataset)
    if made is None:
        message = f"{folder} is no data set of `dateline batch`: it has no manifest.json"
        raise SettingError(message, folder=str(folder))
    return Found(dataset=dataset, manifest=made)


def load(found: Found, store: Store, *, told: Callable[[int, int], None]) -> Loaded:
    """Keep every report of a data set in a record, as ``dateline add`` would.

    ``told`` hears how many shards of how many are loaded.
    """
    dataset, made = found.dataset, found.manifest
    counts: Counter[str] = Counter()
    there = [shard.name for shard in made.shards if dataset.done(shard.name)]
    for number, shard in enumerate(there, start=1):
        for some in _records(dataset.path(RECORDS, shard)):
            counts.update(store.change(partial(_keep, records=some, program=made.program)))
        told(number, len(made.shards))
    return Loaded(counts=counts, shards=len(there), missing=len(made.shards) - len(there))


def _records(path: Path) -> Iterator[list[Record]]:
    from pyarrow import parquet  # type: ignore[import-untyped]

    for batch in parquet.ParquetFile(path).iter_batches(_AT_ONCE, columns=["record"]):
        yield [decode(line) for line in batch.column(0).to_pylist()]


def _keep(write: Writer, records: list[Record], program: str) -> list[str]:
    return [_keep_one(write, record, program) for record in records]


def _keep_one(write: Writer, record: Record, program: str) -> str:
    report = named(write, record.report, made=is_made(record.report))
    return keep_new(write, replace(record, report=report), program=program)
