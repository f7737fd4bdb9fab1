"""Read reports from bytes, files, folders and standard input; what cannot be read says why."""

import io
import os
import re
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO, cast

from dateline.errors import UnknownNameError, UnreadableReportError
from dateline.folder import Folder
from dateline.ingest import formats
from dateline.ingest.format import SURE, Format
from dateline.ingest.identity import keep_unique
from dateline.ingest.options import ReadOptions
from dateline.records import Rejection, Report
from dateline.records.offsets import OffsetMap

FORMATS: Folder[Format] = Folder(formats, "FORMAT", Format)
_HEAD = 4096  # bytes that tell a format


@cache
def _formats() -> dict[str, Format]:
    """Look into the folder once: it takes longer than reading a line."""
    return dict(FORMATS.items())


def read(
    source: Path | bytes | BinaryIO, *, name: str | None = None, options: ReadOptions | None = None
) -> Iterator[Report | Rejection]:
    """Read the reports of one file or stream; ``name`` stands for the path of what has none."""
    options = options or ReadOptions()
    if isinstance(source, Path):
        return keep_unique(_read_file(source, options, asked=True))
    stream = io.BytesIO(source) if isinstance(source, bytes) else source
    return keep_unique(_read_stream(stream, name or "report", options))


def read_paths(
    paths: Sequence[str],
    *,
    options: ReadOptions | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Report | Rejection]:
    """Read files, folders and ``-`` (standard input), in the order given; folders sorted."""
    options = options or ReadOptions()
    found = _read_each(paths, options, stdin)
    return keep_unique(found) if options.unique else found


def map_offsets(raw: bytes, report: Report, *, format: str | None = None) -> OffsetMap:  # noqa: A002  the option's name everywhere
    """Map the text of a report to the bytes of the file it was read from."""
    name = re.sub(r":\d+$", "", report.source or "report")
    return _choose_format(name, raw[:_HEAD], format).map_offsets(raw, report)


def _read_each(
    paths: Sequence[str], options: ReadOptions, stdin: BinaryIO | None
) -> Iterator[Report | Rejection]:
    for path in paths:
        if path == "-":
            yield from _read_stream(stdin or sys.stdin.buffer, "-", options)
        elif Path(path).is_dir():
            yield from _read_folder(Path(path), options)
        else:
            yield from _read_file(Path(path), options, asked=True)


def _read_folder(folder: Path, options: ReadOptions) -> Iterator[Report | Rejection]:
    """Read a folder and those below it, sorted; hidden files and parts of saved pages stay out."""
    found = False
    for here, folders, files in os.walk(folder):
        pages = {f"{Path(name).stem}_files" for name in files}  # what browsers save beside a page
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f not in pages)
        for name in sorted(f for f in files if not f.startswith(".")):
            found = True
            yield from _read_file(Path(here, name), options, asked=False)
    if not found:
        yield Rejection(source=str(folder), reason="is a folder without files")


def _read_file(path: Path, options: ReadOptions, *, asked: bool) -> Iterator[Report | Rejection]:
    """Read a file; one that was not asked for by its name must have a suffix of a format."""
    if not asked and options.format is None and _format_by_suffix(path.name) is None:
        known = ", ".join(s for form in _formats().values() for s in form.suffixes)
        reason = f"no format reads {path.suffix or 'files without a suffix'}; known are {known}"
        yield Rejection(source=str(path), reason=reason)
        return
    if path.exists() and not path.is_file():
        yield Rejection(source=str(path), reason="is neither a file nor a folder")
        return
    try:
        stream = path.open("rb")
    except (OSError, ValueError) as error:  # ValueError: a null byte in the path
        reason = getattr(error, "strerror", None) or str(error)
        yield Rejection(source=str(path), reason=f"cannot be opened: {reason}")
        return
    with stream:
        yield from _read_stream(stream, str(path), options)


def _read_stream(stream: BinaryIO, name: str, options: ReadOptions) -> Iterator[Report | Rejection]:
    buffered = io.BufferedReader(cast(Any, stream), _HEAD)
    try:
        form = _choose_format(name, buffered.peek(_HEAD)[:_HEAD], options.format)
        yield from form.read(buffered, name, options)
    except UnreadableReportError as error:
        yield Rejection(source=name, reason=str(error))
    finally:
        buffered.detach()


def _choose_format(name: str, head: bytes, asked: str | None) -> Format:
    """Take the format asked for; else what the content is sure of, the suffix, or the likeliest."""
    if asked:
        return _format_named(asked)
    scores = {form_name: form.detect(head) for form_name, form in _formats().items()}
    best = max(scores, key=lambda form_name: scores[form_name])
    if scores[best] >= SURE:
        return _formats()[best]
    return _format_by_suffix(name) or _formats()[best]


def _format_named(asked: str) -> Format:
    media_type = asked.partition(";")[0].strip().lower()
    for name, form in _formats().items():
        if media_type in form.media_types or media_type == name:
            return form
    known = ", ".join(FORMATS.names())
    message = f"Unknown format {asked!r}; known are: {known}"
    raise UnknownNameError(message, name=asked, known=FORMATS.names())


def _format_by_suffix(name: str) -> Format | None:
    suffix = Path(name).suffix.lower()
    return next((form for form in _formats().values() if suffix in form.suffixes), None)
