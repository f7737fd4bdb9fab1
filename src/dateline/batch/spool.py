"""Rows on their way from some workers to others: files in which each block is a group of rows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from dateline.batch.dataset import Dataset

_BLOCK = "block"


def spool(
    dataset: Dataset, path: Path, blocks: Mapping[str, Sequence[Mapping[str, Any]]], schema: Any
) -> None:
    """Write the rows of each block; the schema is that of the rows."""
    import pyarrow as pa  # type: ignore[import-untyped]
    from pyarrow import parquet

    whole = schema.insert(0, pa.field(_BLOCK, pa.string()))
    sink = pa.BufferOutputStream()
    with parquet.ParquetWriter(sink, whole, compression="zstd") as writer:
        for name in sorted(name for name, rows in blocks.items() if rows):
            rows = [{_BLOCK: name, **row} for row in blocks[name]]
            writer.write_table(pa.Table.from_pylist(rows, schema=whole))
    dataset.write(path, bytes(sink.getvalue()))


def blocks_of(path: Path) -> Iterator[str]:
    """Name the blocks of a file, without reading their rows."""
    from pyarrow import parquet

    held = parquet.read_metadata(path)
    for number in range(held.num_row_groups):
        yield held.row_group(number).column(0).statistics.min


def unspooled(
    paths: Iterable[Path], block: str, columns: Sequence[str]
) -> Iterator[dict[str, Any]]:
    """Yield the rows of a block out of all files, in their order."""
    from pyarrow import parquet

    for path in paths:
        held = parquet.ParquetFile(path)
        for number in range(held.metadata.num_row_groups):
            if held.metadata.row_group(number).column(0).statistics.min == block:
                yield from held.read_row_group(number, columns=list(columns)).to_pylist()
