"""Plain text: one report a file, kept as it is but for its line ends."""

import re
from collections.abc import Iterator
from datetime import date
from io import BufferedReader

from dateline.errors import UnreadableReportError
from dateline.ingest.acceptance import accept
from dateline.ingest.decoding import decode
from dateline.ingest.format import PERHAPS, Format, read_bounded
from dateline.ingest.identity import make_id
from dateline.ingest.options import ReadOptions
from dateline.ingest.published import find_published
from dateline.knowledge.datelines import find_day
from dateline.records import Report
from dateline.records.offsets import OffsetMap

_WIDEST = 4  # bytes of a character
_LINE_END = re.compile(r"\r\n?")
# Lines such as "Title: ..." that end with a blank line; one alone may be part of the story.
_HEADER = re.compile(
    r"(?:(?:title|headline|published|date|source|publisher|url):[ \t]+\S.*\n){2,}\s*\n",
    re.IGNORECASE,
)


def read_text(stream: BufferedReader, name: str, options: ReadOptions) -> Iterator[Report]:
    """Read one report."""
    raw = read_bounded(stream, options)
    _refuse_long(raw, options)
    text = _LINE_END.sub("\n", decode(raw).text)
    accept(text, options)
    header = _read_header(text)
    yield Report(
        id=make_id(name),
        text=text,
        title=header.get("title", header.get("headline")),
        publisher=options.publisher or header.get("publisher", header.get("source")),
        published=options.published
        or _header_day(header, options)
        or find_published(text, options),
        language="en",
        url=header.get("url"),
        source=name,
    )


def map_text(raw: bytes, report: Report) -> OffsetMap:
    """Map each character to its bytes; a line end may take two."""
    decoded = decode(raw)
    positions = decoded.positions()

    def places() -> Iterator[tuple[int, int, int]]:
        at = 0
        for offset in range(len(report.text)):
            width = 2 if decoded.text.startswith("\r\n", at) else 1
            yield offset, positions[at], positions[at + width]
            at += width

    return OffsetMap.of(places())


def _refuse_long(raw: bytes, options: ReadOptions) -> None:
    """Spare the decoding of what has too many characters in any encoding."""
    if len(raw) > options.max_characters * _WIDEST:
        message = (
            f"has {len(raw):,} bytes, too many for the {options.max_characters:,} characters of one"
            " report (option max_characters); split it into its reports"
        )
        raise UnreadableReportError(message, bytes=len(raw))


def _read_header(text: str) -> dict[str, str]:
    found = _HEADER.match(text)
    pairs = (line.partition(":") for line in found[0].strip().splitlines()) if found else ()
    return {key.lower(): value.strip() for key, _, value in pairs}


def _header_day(header: dict[str, str], options: ReadOptions) -> date | None:
    day = find_day(header.get("published", header.get("date", "")))
    return day if day and options.is_plausible(day) else None


FORMAT = Format(
    suffixes=(".txt", ".text"),
    media_types=("text/plain",),
    detect=lambda _head: PERHAPS,
    read=read_text,
    map_offsets=map_text,
)
