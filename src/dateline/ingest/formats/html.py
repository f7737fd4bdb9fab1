"""Saved web pages: the article without the page around it; scripts never run."""

import re
from collections.abc import Iterator
from io import BufferedReader

from dateline.ingest.acceptance import accept, is_fit
from dateline.ingest.alignment import align
from dateline.ingest.confined import confined
from dateline.ingest.decoding import decode
from dateline.ingest.format import NO, PERHAPS, SURE, Format, read_bounded
from dateline.ingest.identity import make_id
from dateline.ingest.options import ReadOptions
from dateline.ingest.page_reading import declared, take_apart
from dateline.ingest.published import find_published
from dateline.records import Report
from dateline.records.offsets import OffsetMap

_PAGE = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_ELEMENT = re.compile(rb"<(?:p|div|article|h1|br|span|table)[\s/>]", re.IGNORECASE)


def read_page(stream: BufferedReader, name: str, options: ReadOptions) -> Iterator[Report]:
    """Read the article of one page."""
    page = confined(take_apart, read_bounded(stream, options), options.today.isoformat())
    text, facts = page.text, page.facts
    accept(text, options)
    yield Report(
        id=make_id(name),
        text=text,
        title=facts.title,
        publisher=options.publisher or facts.publisher,
        published=options.published or facts.published or find_published(text, options),
        credits=facts.credits,
        language="en",
        url=facts.url if facts.url and is_fit(facts.url) else None,
        source=name,
    )


def map_page(raw: bytes, report: Report) -> OffsetMap:
    """Map the text to the places in the page's source that show it."""
    return align(report.text, decode(raw, declared=declared(raw)))


def _detect(head: bytes) -> int:
    if _PAGE.search(head[:1024]):
        return SURE
    return PERHAPS if head.lstrip().startswith(b"<") and _ELEMENT.search(head) else NO


FORMAT = Format(
    suffixes=(".html", ".htm", ".xhtml"),
    media_types=("text/html", "application/xhtml+xml"),
    detect=_detect,
    read=read_page,
    map_offsets=map_page,
)
