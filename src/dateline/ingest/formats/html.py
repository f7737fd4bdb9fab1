"""Saved web pages: the article without the page around it; scripts never run."""

import re
from collections.abc import Iterator
from io import BufferedReader
from typing import Any

from dateline.errors import UnreadableReportError
from dateline.ingest.acceptance import accept, is_fit
from dateline.ingest.alignment import align
from dateline.ingest.decoding import decode
from dateline.ingest.format import NO, PERHAPS, SURE, Format, read_bounded
from dateline.ingest.identity import make_id
from dateline.ingest.options import ReadOptions
from dateline.ingest.pages import parse_page, read_facts
from dateline.ingest.published import find_published
from dateline.records import Report
from dateline.records.offsets import OffsetMap

_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,40})""", re.IGNORECASE)
_DECLARED_XML = re.compile(rb"""<\?xml[^>]{0,100}?encoding=["']([\w-]{2,40})""")
_PAGE = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_ELEMENT = re.compile(rb"<(?:p|div|article|h1|br|span|table)[\s/>]", re.IGNORECASE)
_SENTENCE_WORDS = 6  # before a stop: menus, links and headlines have none


def read_page(stream: BufferedReader, name: str, options: ReadOptions) -> Iterator[Report]:
    """Read the article of one page."""
    raw = read_bounded(stream, options)
    tree = parse_page(decode(raw, declared=_declared(raw)).text)
    facts = read_facts(tree, options)
    text = _find_text(tree, facts.title)
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
    return align(report.text, decode(raw, declared=_declared(raw)))


def _declared(raw: bytes) -> str | None:
    found = _DECLARED.search(raw[:4096]) or _DECLARED_XML.match(raw)
    return found[1].decode("ascii", errors="ignore") if found else None


def _find_text(tree: Any, title: str | None) -> str:
    """Find the article; a page without one sentence has none."""
    from trafilatura import extract

    shown = {" ".join(node.text_content().split()) for node in tree.iter("h1")}
    text = extract(tree, fast=True, include_comments=False) or ""
    if not any(_holds_sentence(line) for line in text.splitlines()):
        message = "is a page without an article: no sentence was found apart from menus and links"
        raise UnreadableReportError(message)
    if title and title in shown and not text.startswith(title):
        return f"{title}\n\n{text}"
    return text


def _holds_sentence(line: str) -> bool:
    words = line.split()
    later = (word.rstrip("\"'”’)]") for word in words[_SENTENCE_WORDS - 1 :])
    return any(word.endswith((".", "!", "?", "…")) for word in later)


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
