"""WARC, such as Common Crawl News: the pages in it, each at the address it was fetched from."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any, BinaryIO

from dateline.batch.kind import Item, Kind
from dateline.batch.opening import bare
from dateline.batch.shard import Piece
from dateline.ingest import ReadOptions, read
from dateline.ingest.identity import make_id
from dateline.records import Rejection, Report

_PAGES = ("text/html", "application/xhtml+xml")
_GOOD = 200


def _cut(stream: BinaryIO, whole: Piece, size: int) -> Iterator[Piece]:
    """Cut before the first answer behind each ``size`` bytes, counted as they are packed."""
    start, first, behind, at = 0, 1, 1, 0
    try:
        for record in _answers(stream, parse=False):
            at = record.stream_pos
            if at - start >= size:
                yield replace(whole, start=start, stop=behind, number=first, size=at - start)
                start, first = at, behind
            behind += 1
    except OSError:  # one that breaks off is good up to there
        if behind > first:
            yield replace(whole, start=start, stop=behind, number=first, size=at - start + 1)
        raise
    if behind > first:
        yield replace(whole, start=start, stop=behind, number=first, size=at - start + 1)


def _items(stream: BinaryIO, piece: Piece, options: ReadOptions) -> Iterator[Item]:
    stream.seek(piece.start)
    count = (piece.stop or 0) - piece.number
    for number, record in enumerate(islice(_answers(stream, parse=True), count), piece.number):
        if _is_page(record):
            body = record.reader.read(options.max_bytes + 1)
            yield _page(piece.name, number, record.headers.get("WARC-Target-URI"), body)


def _answers(stream: BinaryIO, *, parse: bool) -> Any:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    return ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=parse)


def _is_page(record: Any) -> bool:
    return (
        record.http_headers is not None
        and record.http_headers.status_code == _GOOD
        and record.http_content_type in _PAGES
    )


def _page(name: str, number: int, address: str | None, body: bytes) -> Item:
    source = f"{name}:{number}"

    def taken(options: ReadOptions) -> Iterator[Report | Rejection]:
        alone = f"{make_id(bare(name), number=number)}.html"
        for found in read(body, name=alone, options=replace(options, format="html")):
            if isinstance(found, Report):
                yield replace(found, source=source, url=found.url or address)
            else:
                yield Rejection(source=source, reason=found.reason)

    return Item(source=source, read=taken)


KIND = Kind(suffixes=(".warc",), cut=_cut, items=_items, packed=False)
