"""What an input format is: how to know it, read it, and find its text in the bytes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BufferedReader

from dateline.errors import UnreadableReportError
from dateline.ingest.options import ReadOptions
from dateline.records import Rejection, Report
from dateline.records.offsets import OffsetMap

# How sure a format may be, from its content, that a file is its own.
NO, PERHAPS, SURE = 0, 1, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One input format; ``detect`` judges the first kilobytes, ``read`` names its source."""

    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]
    detect: Callable[[bytes], int]
    read: Callable[[BufferedReader, str, ReadOptions], Iterator[Report | Rejection]]
    map_offsets: Callable[[bytes, Report], OffsetMap]


def read_bounded(stream: BufferedReader, options: ReadOptions) -> bytes:
    """Read all of a stream, but refuse it as soon as it proves too large."""
    raw = stream.read(options.max_bytes + 1)
    if len(raw) > options.max_bytes:
        message = (
            f"is larger than {options.max_bytes / 1e6:,.0f} MB, too much for one report"
            " (option max_bytes); split it into its reports"
        )
        raise UnreadableReportError(message, bytes=len(raw))
    if not raw:
        message = "is empty"
        raise UnreadableReportError(message)
    return raw
