"""Parquet: one row an incident, typed columns, written in groups of rows."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import IO, Any

from dateline.publish.export import IncidentExport
from dateline.publish.incident_columns import FIELDS, row
from dateline.records import Incident

_ROWS = 10_000  # in a group, which is all that is held in memory
_MADE_BY = {b"made by": b"Dateline"}


def write(incidents: Iterable[Incident], stream: IO[bytes]) -> None:
    """Write the rows as they come, a group at a time."""
    import pyarrow as pa  # type: ignore[import-untyped]
    from pyarrow import parquet

    schema = _schema()
    with parquet.ParquetWriter(stream, schema) as writer:
        for rows in _groups(incidents):
            writer.write_table(pa.Table.from_pylist(rows, schema=schema))


def _schema() -> Any:
    """Give each field its type, and its rule as its description."""
    import pyarrow as pa

    types = {
        "string": pa.string(),
        "int": pa.int32(),
        "float": pa.float64(),
        "bool": pa.bool_(),
        "date": pa.date32(),
        "strings": pa.list_(pa.string()),
    }
    fields = (
        pa.field(f.name, types[f.type], metadata={b"description": f.rule.encode()}) for f in FIELDS
    )
    return pa.schema(list(fields), metadata=_MADE_BY)


def _groups(incidents: Iterable[Incident]) -> Iterator[list[dict[str, Any]]]:
    rows = map(row, incidents)
    while group := list(islice(rows, _ROWS)):
        yield group


EXPORT = IncidentExport(
    media_type="application/vnd.apache.parquet",
    suffix=".parquet",
    description="one incident a row, typed columns, for data frames",
    write=write,
    binary=True,
)
