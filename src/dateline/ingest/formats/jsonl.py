"""JSON Lines in the codebook's form: one report a line; also a JSON file of one report."""

import codecs
import io
import re
from collections.abc import Iterator
from datetime import date
from io import BufferedReader

import msgspec

from dateline.errors import UnreadableReportError
from dateline.ingest.acceptance import accept, accept_name
from dateline.ingest.decoding import decode
from dateline.ingest.format import NO, PERHAPS, SURE, Format, read_bounded
from dateline.ingest.identity import make_id
from dateline.ingest.options import FIRST_DAY, ReadOptions
from dateline.ingest.published import find_published
from dateline.records import Rejection, Report
from dateline.records.offsets import OffsetMap

_ONE_OBJECT = re.compile(rb"\s*\{\s*[\r\n]")  # a file of one object that runs over several lines
_KEY = re.compile(rb'"(?:text|report)"\s*:')
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ESCAPE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|[^\\]"
)


class _Head(msgspec.Struct, kw_only=True):
    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    credits: list[str] | None = None
    language: str | None = None
    url: str | None = None


class _Line(msgspec.Struct, kw_only=True):
    """What is read of a line; all else, such as the codes of a gold file, is passed over."""

    text: str
    report: _Head | None = None


def read_lines(
    stream: BufferedReader, name: str, options: ReadOptions
) -> Iterator[Report | Rejection]:
    """Read each line; a broken one is refused by its number and the others are read."""
    for number, line in _split(stream, options):
        source = f"{name}:{number}"
        try:
            if len(line) > options.max_bytes:
                message = f"is larger than {options.max_bytes / 1e6:,.0f} MB (option max_bytes)"
                raise UnreadableReportError(message, bytes=len(line))  # noqa: TRY301
            yield _read_line(line, source, _made_id(name, number), options)
        except UnreadableReportError as error:
            yield Rejection(source=source, reason=f"line {number} {error}")


def map_line(raw: bytes, report: Report) -> OffsetMap:
    """Map the text to the string that holds it, an escape to all its characters."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return OffsetMap()  # read by way of UTF-8: its own bytes were not counted
    number = int((report.source or "report:1").rpartition(":")[2])
    start, line = _find_line(raw, number)
    decoded = decode(line, undo=False)  # the text of a record file is kept as it is
    positions = decoded.positions()
    for found in _STRING.finditer(decoded.text):
        places = list(_ESCAPE.finditer(found[1]))
        if msgspec.json.decode(found[0].encode()) == report.text:
            begin = found.start(1)
            return OffsetMap.of(
                (i, start + positions[begin + p.start()], start + positions[begin + p.end()])
                for i, p in enumerate(places)
            )
    return OffsetMap()


def _split(stream: BufferedReader, options: ReadOptions) -> Iterator[tuple[int, bytes]]:
    """Yield numbered lines that are not blank; a file of one object is one line."""
    head = stream.peek(4096)
    if not head:
        message = "is empty"
        raise UnreadableReportError(message)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        recoded = decode(read_bounded(stream, options)).text.encode()
        stream = BufferedReader(io.BytesIO(recoded))
    elif _ONE_OBJECT.match(head.removeprefix(codecs.BOM_UTF8)):
        yield 1, read_bounded(stream, options)
        return
    for number, line in enumerate(_bounded_lines(stream, options.max_bytes), start=1):
        if line.strip().removeprefix(codecs.BOM_UTF8):
            yield number, line


def _bounded_lines(stream: BufferedReader, limit: int) -> Iterator[bytes]:
    """Yield lines; of one that is too long, no more than shows that it is."""
    while line := stream.readline(limit + 1):
        rest = line
        while rest and len(line) > limit and not rest.endswith(b"\n"):
            rest = stream.readline(limit + 1)
        yield line


def _read_line(line: bytes, source: str, made_id: str, options: ReadOptions) -> Report:
    found = _decode_line(line)
    head = found.report or _Head()
    accept(found.text, options)
    accept_name(head.id or None, "id")
    accept_name(head.url or None, "address (url)")
    if head.language and not head.language.lower().startswith("en") and not options.any_language:
        message = f"says its language is {head.language!r}; Dateline reads English"
        raise UnreadableReportError(message, language=head.language)
    published = options.published or _read_published(head.published, options)
    return Report(
        id=head.id or made_id,
        text=found.text,
        title=head.title,
        publisher=options.publisher or head.publisher,
        published=published or find_published(found.text, options),
        credits=tuple(head.credits or ()),
        language=head.language or (None if options.any_language else "en"),
        url=head.url,
        source=source,
    )


def _made_id(name: str, number: int) -> str:
    alone = name.lower().endswith(".json") and number == 1
    return make_id(name, number=None if alone else number)


def _decode_line(line: bytes) -> _Line:
    """Decode a line; the reason names the field that is wrong."""
    try:
        return msgspec.json.decode(decode(line, undo=False).text, type=_Line)
    except msgspec.ValidationError as error:
        message = f"is no report: {error}"
        raise UnreadableReportError(message) from error
    except (msgspec.DecodeError, RecursionError) as error:
        message = f"is broken JSON: {error}"
        raise UnreadableReportError(message) from error


def _read_published(words: str | None, options: ReadOptions) -> date | None:
    if not words:
        return None
    try:
        day = date.fromisoformat(words[:10])
    except ValueError as error:
        message = f"has a publication date that is no day (YYYY-MM-DD): {words[:40]!r}"
        raise UnreadableReportError(message, published=words) from error
    if not options.is_plausible(day):
        message = f"has a publication date out of range ({FIRST_DAY} to tomorrow): {words[:40]!r}"
        raise UnreadableReportError(message, published=words)
    return day


def _find_line(raw: bytes, number: int) -> tuple[int, bytes]:
    if _ONE_OBJECT.match(raw.removeprefix(codecs.BOM_UTF8)):
        return 0, raw
    lines = raw.split(b"\n")
    return sum(len(line) + 1 for line in lines[: number - 1]), lines[number - 1]


def _detect(head: bytes) -> int:
    bare = head.removeprefix(codecs.BOM_UTF8).lstrip()
    if not bare.startswith(b"{"):
        return NO
    return SURE if _KEY.search(bare) else PERHAPS


FORMAT = Format(
    suffixes=(".jsonl", ".ndjson", ".json"),
    media_types=("application/jsonl", "application/x-ndjson", "application/json"),
    detect=_detect,
    read=read_lines,
    map_offsets=map_line,
)
