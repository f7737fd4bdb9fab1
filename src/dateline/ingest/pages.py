"""A web page as a tree: parsed without running anything, and what it says of itself."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

import msgspec

from dateline.errors import UnreadableReportError
from dateline.ingest.foreign import foreign
from dateline.knowledge.datelines import find_day
from dateline.knowledge.structure import load_structure

_ARTICLE = re.compile(r"Article|Report|Posting|LiveBlog|Story", re.IGNORECASE)
_SITE_NAME = re.compile(r"\s+[|–—·»-]\s+[^|–—·»]{2,40}$")
_DAY_FIELDS = (
    "article:published_time", "og:published_time", "datepublished", "date", "pubdate",
    "publishdate", "publish-date", "publication_date", "dc.date", "dc.date.issued",
    "dcterms.created", "dcterms.date", "parsely-pub-date", "sailthru.date",
    "article.published", "created", "citation_publication_date", "release_date",
)  # fmt: skip
# Finding the article takes 70 microseconds an element; long live blogs have some 20,000.
_MOST_ELEMENTS = 50_000
_MOST_NODES = 10_000  # of JSON about a page: more is not about one article


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """What a page says of its article."""

    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    credits: tuple[str, ...] = ()
    url: str | None = None


def parse_page(source: str) -> Any:
    """Parse a page; one that is nested too deep to be a page is refused."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8")
    try:
        with foreign("lxml"):
            tree = html.document_fromstring(source.encode("utf-8", errors="replace"), parser=parser)
    except UnreadableReportError as error:
        if not isinstance(error.__cause__, etree.ParserError):
            raise
        message = f"holds no HTML that can be read: {error.__cause__}"
        raise UnreadableReportError(message) from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        message = "is nested more than 255 elements deep: no page that a browser saved"
        raise UnreadableReportError(message)
    if sum(1 for _ in islice(tree.iter(), _MOST_ELEMENTS + 1)) > _MOST_ELEMENTS:
        message = f"has more than {_MOST_ELEMENTS:,} elements: no page of one article"
        raise UnreadableReportError(message)
    return tree


def read_facts(tree: Any, plausible: Callable[[date], bool]) -> PageFacts:
    """Read the title, publisher, date and credits; JSON-LD first, then meta fields.

    A day of publication counts if it is plausible.
    """
    article = _find_article(tree)
    meta = _read_meta(tree)
    return PageFacts(
        title=_text(article.get("headline")) or meta.get("og:title") or _read_title(tree),
        publisher=_name(article.get("publisher")) or meta.get("og:site_name"),
        published=_read_day(_day_words(article, meta, tree), plausible),
        credits=tuple(_find_credits(article, meta)),
        url=_text(article.get("url")) or meta.get("og:url") or _canonical(tree),
    )


def _find_article(tree: Any) -> dict[str, Any]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            for node in _walk(script.text or ""):
                if _ARTICLE.search(str(node.get("@type", ""))):
                    return node
    return {}


def _walk(source: str) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON text, outer ones first; broken JSON has none."""
    try:
        stack = [msgspec.json.decode(source.strip())]
    except (msgspec.DecodeError, RecursionError):
        return
    for _ in range(_MOST_NODES):
        if not stack:
            return
        node = stack.pop(0)
        if isinstance(node, dict):
            yield node
            stack.extend(node.values())
        elif isinstance(node, list):
            stack.extend(node)


def _read_meta(tree: Any) -> dict[str, str]:
    fields: dict[str, str] = {}
    for node in tree.iter("meta"):
        name = node.get("property") or node.get("name") or node.get("itemprop")
        content = " ".join((node.get("content") or "").split())
        if name and content:
            fields.setdefault(name.lower(), content)
    return fields


def _read_title(tree: Any) -> str | None:
    heads = [_text(node.text_content()) for node in tree.iter("h1")]
    filled = [head for head in heads if head]
    if len(filled) == 1:
        return filled[0]
    title = _text(tree.findtext(".//title"))
    return _SITE_NAME.sub("", title) if title else (filled[0] if filled else None)


def _day_words(article: dict[str, Any], meta: dict[str, str], tree: Any) -> Iterator[str]:
    yield _text(article.get("datePublished")) or ""
    yield from (meta[field] for field in _DAY_FIELDS if field in meta)
    for node in tree.iter():
        dated = node.tag == "time" and node.get("pubdate") is not None
        if dated or node.get("itemprop") == "datePublished":
            yield node.get("datetime") or node.get("content") or node.text_content()
    times = {node.get("datetime") for node in tree.iter("time") if node.get("datetime")}
    if len(times) == 1:  # several belong to teasers of other articles as well
        yield times.pop()


def _read_day(candidates: Iterator[str], plausible: Callable[[date], bool]) -> date | None:
    for words in candidates:
        day = _day_of(words.strip()[:60])
        if day and plausible(day):
            return day
    return None


def _day_of(words: str) -> date | None:
    try:
        return date.fromisoformat(words[:10])
    except ValueError:
        return find_day(words)


def _find_credits(article: dict[str, Any], meta: dict[str, str]) -> list[str]:
    """List the agencies among those the page names as its authors or sources."""
    named = [
        _name(article.get(key)) for key in ("author", "creator", "provider", "sourceOrganization")
    ]
    agencies = load_structure().agencies
    found = (agencies.get(name) for name in (*named, meta.get("author")) if name)
    return list(dict.fromkeys(short for short in found if short))


def _canonical(tree: Any) -> str | None:
    links = (node for node in tree.iter("link") if node.get("rel") == "canonical")
    return next((_text(node.get("href")) for node in links), None)


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        return next((name for part in value if (name := _name(part))), None)
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _text(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
