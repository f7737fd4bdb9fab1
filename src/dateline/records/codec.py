"""Records to JSON and back, in the codebook's form: one object a report, its text on top."""

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

import msgspec

from dateline.errors import UnreadableReportError
from dateline.records.coding import Claim, Event, Figure, Record
from dateline.records.report import Block, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What is known of a report besides its text."""

    id: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    credits: tuple[str, ...] = ()
    language: str | None = None
    url: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """All that one report yields, as one line of a record file."""

    report: Heading
    text: str
    blocks: tuple[Block, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    claims: tuple[Claim, ...] = ()


_HEADING = tuple(field.name for field in fields(Heading))


def encode(record: Record) -> bytes:
    """Write a record as one line of JSON, without the line break."""
    form = Line(
        report=Heading(**{name: getattr(record.report, name) for name in _HEADING}),
        text=record.report.text,
        blocks=record.blocks,
        events=record.events,
        figures=tuple(_whole(figure) for figure in record.figures),
        claims=record.claims,
    )
    return msgspec.json.encode(form)


def decode(line: bytes | str) -> Record:
    """Read a record from one line of JSON; a wrong one fails with the place of the fault."""
    try:
        form = msgspec.json.decode(line, type=Line)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        message = f"Not a record: {error}"
        raise UnreadableReportError(message) from error
    heading = {name: getattr(form.report, name) for name in _HEADING}
    return Record(
        report=Report(text=form.text, **heading),
        blocks=form.blocks,
        events=form.events,
        figures=form.figures,
        claims=form.claims,
    )


def schema() -> dict[str, Any]:
    """Describe a line of a record file as a JSON Schema."""
    return msgspec.json.schema(Line) | {"title": "Dateline record"}


def _whole(figure: Figure) -> Figure:
    """Write 4.0 as 4: most figures count people."""
    return replace(figure, low=_integer(figure.low), high=_integer(figure.high))


def _integer(number: float | None) -> float | None:
    return int(number) if number is not None and float(number).is_integer() else number
