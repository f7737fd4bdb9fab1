"""Records and rejections as rows of Parquet: the whole record, and columns to ask by."""

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from dateline.batch.task import Outcome
from dateline.keeping.changing import digest
from dateline.records import Claim, Event, Figure, Record, Rejection
from dateline.records.codec import encode

_PLAIN = (
    "id type kind acled cameo factuality background part_of weapon".split(),
    "id measure low high qualifier population event by scope of unit withdrawn quote".split(),
    "id speaker cue medium stance direct quote".split(),
)
_EVENT, _FIGURE, _CLAIM = _PLAIN


def record_row(record: Record) -> dict[str, Any]:
    """Lay a record out."""
    report = record.report
    return {
        "id": report.id,
        "published": report.published,
        "language": report.language,
        "title": report.title,
        "publisher": report.publisher,
        "url": report.url,
        "source": report.source,
        "digest": digest(report),
        "events": [_event(event) for event in record.events],
        "figures": [_figure(figure) for figure in record.figures],
        "claims": [_claim(claim) for claim in record.claims],
        "record": encode(record).decode(),
    }


def rejection_row(rejection: Rejection) -> dict[str, Any]:
    """Lay a rejection out."""
    return {"source": rejection.source, "reason": rejection.reason}


def batch_of(rows: Iterable[dict[str, Any]], schema: Any) -> Any:
    """Put rows in columns, which take a tenth of the memory."""
    import pyarrow as pa  # type: ignore[import-untyped]

    return pa.RecordBatch.from_pylist(list(rows), schema=schema)


def parquet_bytes(batches: Sequence[Any], schema: Any, facts: dict[str, str]) -> bytes:
    """Write a table; the same rows give the same bytes."""
    import pyarrow as pa
    from pyarrow import parquet

    sink = pa.BufferOutputStream()
    marked = schema.with_metadata({f"dateline.{name}": value for name, value in facts.items()})
    table = pa.Table.from_batches(batches, schema=schema).cast(marked)
    parquet.write_table(table, sink, compression="zstd")
    return bytes(sink.getvalue())


def counted(path: Path) -> Outcome:
    """Read from a finished file what became of its reports."""
    from pyarrow import parquet

    kept = parquet.read_metadata(path)
    facts = kept.metadata or {}
    return Outcome(
        records=kept.num_rows,
        events=int(facts.get(b"dateline.events", 0)),
        rejections=int(facts.get(b"dateline.rejections", 0)),
        passed_over=int(facts.get(b"dateline.passed_over", 0)),
    )


@cache
def record_schema() -> Any:
    """Describe the table of records."""
    import pyarrow as pa

    text, number, names = pa.string(), pa.float64(), pa.list_(pa.string())
    event = [pa.field(name, pa.bool_() if name == "background" else text) for name in _EVENT]
    event += [pa.field(name, text) for name in ("place", "country", "precision")]
    event += [pa.field("latitude", number), pa.field("longitude", number)]
    event += [pa.field("start", pa.date32()), pa.field("end", pa.date32())]
    event += [pa.field("date_precision", text), pa.field("actors", names)]
    event += [pa.field("targets", names), pa.field("quote", text)]
    special = {"low": number, "high": number, "withdrawn": pa.bool_(), "direct": pa.bool_()}
    figure = [pa.field(name, special.get(name, text)) for name in _FIGURE]
    claim = [pa.field(name, special.get(name, text)) for name in _CLAIM]
    claim.append(pa.field("events", names))
    plain = "id language title publisher url source digest".split()
    fields = [pa.field(name, text) for name in plain]
    fields.insert(1, pa.field("published", pa.date32()))
    fields += [
        pa.field(name, pa.list_(pa.struct(inside)))
        for name, inside in (("events", event), ("figures", figure), ("claims", claim))
    ]
    return pa.schema([*fields, pa.field("record", text)])


@cache
def rejection_schema() -> Any:
    """Describe the table of rejections."""
    import pyarrow as pa

    return pa.schema([pa.field("source", pa.string()), pa.field("reason", pa.string())])


def _event(event: Event) -> dict[str, Any]:
    place, when = event.place, event.date
    return {name: getattr(event, name) for name in _EVENT} | {
        "place": place.name if place else None,
        "country": place.country if place else None,
        "precision": place.precision if place else None,
        "latitude": place.lat if place else None,
        "longitude": place.lon if place else None,
        "start": when.start,
        "end": when.end,
        "date_precision": when.precision,
        "actors": [party.name for party in event.actors],
        "targets": [party.name for party in event.targets],
        "quote": event.evidence[0].quote if event.evidence else None,
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {name: getattr(figure, name) for name in _FIGURE}


def _claim(claim: Claim) -> dict[str, Any]:
    return {name: getattr(claim, name) for name in _CLAIM} | {"events": list(claim.events)}
