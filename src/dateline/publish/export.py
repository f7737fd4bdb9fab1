"""What an export is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TextIO, TypeAlias

from dateline.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a reader may choose; an export takes no notice of what does not concern it."""

    evidence: bool = False  # show the words under each field
    width: int | None = None  # of a terminal, in columns; None: as wide as it is
    colour: bool | None = None  # None: where the stream is a terminal that shows colours


Write: TypeAlias = Callable[[Iterable[Record], TextIO, Options], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A format: how files of it are called, and the function that writes it."""

    media_type: str
    suffix: str
    description: str
    write: Write
