"""A web page taken apart: its article, and what it says of it. Runs where a parser may die."""

import re
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from dateline.errors import UnreadableReportError
from dateline.ingest.decoding import decode
from dateline.ingest.foreign import foreign
from dateline.ingest.options import is_plausible
from dateline.ingest.pages import PageFacts, parse_page, read_facts

_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,40})""", re.IGNORECASE)
_DECLARED_XML = re.compile(rb"""<\?xml[^>]{0,100}?encoding=["']([\w-]{2,40})""")
_SENTENCE_WORDS = 6  # before a stop: menus, links and headlines have none


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The article of a page as text, and what the page says of it."""

    text: str
    facts: PageFacts


def take_apart(raw: bytes, today: str) -> Page:
    """Find the article of a page; ``today`` is the day as 2024-10-29."""
    tree = parse_page(decode(raw, declared=declared(raw)).text)
    facts = read_facts(tree, partial(is_plausible, today=date.fromisoformat(today)))
    return Page(text=_find_text(tree, facts.title), facts=facts)


def declared(raw: bytes) -> str | None:
    """Find the encoding that a page says it is in."""
    found = _DECLARED.search(raw[:4096]) or _DECLARED_XML.match(raw)
    return found[1].decode("ascii", errors="ignore") if found else None


def _find_text(tree: Any, title: str | None) -> str:
    """Find the article; a page without one sentence has none."""
    from trafilatura import extract

    shown = {" ".join(node.text_content().split()) for node in tree.iter("h1")}
    with foreign("trafilatura"):
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
