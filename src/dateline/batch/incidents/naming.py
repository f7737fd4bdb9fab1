"""Which report of a record each row is: the ids that loading the data set in its order leads to.

``keeping.naming`` asks the record; here the same is told of a million rows from four columns.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from dateline.batch.dataset import RECORDS, Dataset
from dateline.ingest import is_made
from dateline.records import Report

_SHORT = 6  # digits, as in keeping.naming
_COLUMNS = ["id", "url", "source", "digest"]
Kept = Mapping[str, Mapping[int, str]]  # of each shard the rows that are current, with their ids


@dataclass(slots=True)
class _Current:
    """The version of a report that stands."""

    shard: str
    row: int
    digest: str
    source: str | None
    url: str | None


@dataclass(slots=True)
class _Names:
    """What has been seen so far."""

    current: dict[str, _Current] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    urls: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def id_of(self, report: Report, digest: str) -> tuple[str, str | None]:
        """Give the id and the source that a record would know the report by."""
        if report.url and (known := self.urls.get(report.url)):
            return min(known), report.source
        if not is_made(report):
            return report.id, report.source
        if digest in self.digests:
            return self.digests[digest], report.source
        source = _whole(report.source)
        if source in (None, "-"):
            return f"{report.id}-{digest[:_SHORT]}", report.source
        first = self.current.get(report.id)
        if first is None or first.source == source:
            return report.id, source
        return f"{report.id}-{sha256(str(source).encode()).hexdigest()[:_SHORT]}", source

    def keep(self, id_: str, version: _Current) -> None:
        """Let a version stand, unless it is the one that stands."""
        before = self.current.get(id_)
        if before is not None:
            if before.digest == version.digest:
                return
            if before.url:
                self.urls[before.url].discard(id_)
        self.current[id_] = version
        self.digests[version.digest] = min(id_, self.digests.get(version.digest, id_))
        if version.url:
            self.urls[version.url].add(id_)


def kept_rows(dataset: Dataset, shards: Iterable[str]) -> Kept:
    """Find the rows that stand at the end, with their ids."""
    from pyarrow import parquet  # type: ignore[import-untyped]

    names = _Names()
    for shard in shards:
        held = parquet.ParquetFile(dataset.path(RECORDS, shard))
        row = 0
        for batch in held.iter_batches(columns=_COLUMNS):
            for line in batch.to_pylist():
                _see(names, line, shard, row)
                row += 1
    kept: dict[str, dict[int, str]] = defaultdict(dict)
    for id_, version in names.current.items():
        kept[version.shard][version.row] = id_
    return kept


def _see(names: _Names, line: Mapping[str, str | None], shard: str, row: int) -> None:
    report = Report(id=str(line["id"]), text="", url=line["url"], source=line["source"])
    digest = str(line["digest"])
    id_, source = names.id_of(report, digest)
    names.keep(id_, _Current(shard, row, digest, source, report.url))


def _whole(source: str | None) -> str | None:
    return str(Path(source).resolve()) if source and source != "-" else source
