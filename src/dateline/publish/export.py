"""What an export is, of records and of incidents."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import IO, Any, TextIO, TypeAlias

from dateline.records import Incident, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a reader may choose; an export takes no notice of what does not concern it."""

    evidence: bool = False  # show the words under each field
    width: int | None = None  # of a terminal, in columns; None: as wide as it is
    colour: bool | None = None  # None: where the stream is a terminal that shows colours


Write: TypeAlias = Callable[[Iterable[Record], TextIO, Options], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A format of records: how files of it are called, and the function that writes it."""

    media_type: str
    suffix: str
    description: str
    write: Write


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentExport:
    """A format of incidents; ``write`` takes a stream of bytes where ``binary`` says so."""

    media_type: str
    suffix: str
    description: str
    write: Callable[[Iterable[Incident], IO[Any]], None]
    binary: bool = False
