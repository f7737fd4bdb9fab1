"""A feed taken apart, whatever state it is in. Runs where a parser may die."""

import io
from calendar import timegm
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from dateline.errors import UnreadableReportError
from dateline.ingest.fetch_address import web_link
from dateline.ingest.foreign import foreign
from dateline.ingest.markup import parse, with_characters, xml_text
from dateline.records.warning import FeedItem

_MOST_ITEMS = 2000
_LONGEST_TITLE = 500
_LONGEST_KEY = 500
_NAMES = ("rss", "feed", "RDF", "channel")


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed; ``ttl`` is how many minutes it asks not to be asked again for."""

    title: str | None
    items: tuple[FeedItem, ...]
    ttl: int | None = None
    skip_hours: frozenset[int] = frozenset()  # of the day, in UTC


def parse_feed(body: bytes, url: str) -> Feed:
    """Read a feed that was fetched from ``url``; of a broken one, what can be read."""
    import feedparser  # type: ignore[import-untyped]

    text = xml_text(body)
    root = parse(with_characters(text), recover=True)
    if _local(root) not in _NAMES:
        message = f"is no feed: its first element is {_local(root)!r}, not rss or feed"
        raise UnreadableReportError(message)
    _keep_some(root)
    with foreign("feedparser"):
        found = feedparser.parse(
            io.BytesIO(_serialised(root)),  # bare bytes would be taken for the name of a file
            response_headers={"content-type": "application/xml; charset=utf-8"},
            sanitize_html=False,  # only plain text is taken
            resolve_relative_uris=False,
        )
    if not found.version and not found.entries:
        message = "is no feed that can be read: it holds no items and names no version"
        raise UnreadableReportError(message)
    entries = found.entries[:-1] if _cut_off(text) else found.entries
    return Feed(
        title=_line(found.feed.get("title")),
        items=tuple(_once(_item(entry, url) for entry in entries[:_MOST_ITEMS])),
        ttl=_minutes(found.feed.get("ttl")),
        skip_hours=frozenset(_hours(root)),
    )


def _keep_some(root: Any) -> None:
    """Take out the items beyond the most: feedparser needs a quarter of a millisecond for each."""
    for node in list(root.iter("{*}item", "{*}entry"))[_MOST_ITEMS:]:
        if node.getparent() is not None:
            node.getparent().remove(node)


def _cut_off(text: str) -> bool:
    """Tell whether the text ends inside an item: its key could not be told from another's."""
    return any(text.rfind(f"<{name}") > text.rfind(f"</{name}") for name in ("item", "entry"))


def _serialised(root: Any) -> bytes:
    from lxml import etree

    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True))


def _item(entry: Any, url: str) -> FeedItem:
    link = _link(entry, url)
    title, text = _line(entry.get("title")), _text(entry)
    given = _words(entry.get("id"))
    known = given or link or sha256(f"{title}\n{text}".encode()).hexdigest()
    return FeedItem(
        key=known if len(known) <= _LONGEST_KEY else sha256(known.encode()).hexdigest(),
        link=link,
        title=title,
        published=_moment(_first(entry, "published_parsed", "updated_parsed")),
        text=text,
    )


def _once(items: Iterator[FeedItem]) -> Iterator[FeedItem]:
    seen: set[str] = set()
    for item in items:
        if item.key not in seen and (item.link or item.title or item.text):
            seen.add(item.key)
            yield item


def _link(entry: Any, url: str) -> str | None:
    """Take the entry's own address, absolute; anything but a web address is none."""
    links = (web_link((_words(entry.get(name)) or "").strip(), url) for name in ("link", "id"))
    return next((link for link in links if link and link.isprintable()), None)


def _text(entry: Any) -> str | None:
    content = entry.get("content")
    parts = [_words(part.get("value")) for part in content] if isinstance(content, list) else []
    longest = max([*(part or "" for part in parts), _words(entry.get("summary")) or ""], key=len)
    return _plain(longest) or None


def _plain(source: str) -> str:
    """Take the words out of HTML, a line a block."""
    from lxml import etree, html

    if "<" not in source and "&" not in source:
        return source.strip()
    try:
        tree = html.fragment_fromstring(source, create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    for node in tree.iter("script", "style"):
        node.text = None
    for node in tree.iter("p", "br", "div", "li", "h1", "h2", "h3", "h4", "tr", "blockquote"):
        node.tail = "\n" + (node.tail or "")
    lines = (" ".join(line.split()) for line in tree.text_content().splitlines())
    return "\n".join(line for line in lines if line)


def _line(value: object) -> str | None:
    line = " ".join(_plain(_words(value) or "").split())[:_LONGEST_TITLE]
    return line or None


def _words(value: object) -> str | None:
    """Take what is words: elements with attributes of their own come as something else."""
    return value if isinstance(value, str) else None


def _first(entry: Any, *names: str) -> Any:
    """Take the first field that is filled; asked directly, as the entry warns of what it lacks."""
    return next((value for name in names if (value := dict.get(entry, name))), None)


def _moment(parsed: Any) -> datetime | None:
    try:
        return datetime.fromtimestamp(timegm(parsed), UTC) if parsed else None
    except (ValueError, OverflowError, OSError):
        return None


def _minutes(value: object) -> int | None:
    words = _words(value)
    return int(words) if words and words.isdecimal() and len(words) < 6 else None  # noqa: PLR2004


def _hours(root: Any) -> Iterator[int]:
    for node in root.iter("{*}hour"):
        if _local(node.getparent()) == "skipHours" and (node.text or "").strip().isdecimal():
            yield int(node.text.strip()[:2]) % 24


def _local(node: Any) -> str:
    return str(node.tag).rpartition("}")[2]
