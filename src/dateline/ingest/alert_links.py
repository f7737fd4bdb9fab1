"""Which addresses a feed of CAP alerts names: its entries are short, the alerts lie elsewhere."""

from collections.abc import Iterator
from typing import Any

from dateline.ingest.confined import confined
from dateline.ingest.fetch_address import web_link
from dateline.ingest.markup import parse, with_characters, xml_text

_CAP = "application/cap+xml"
_MOST = 500  # alerts; a feed of more is no list of what is on


def alert_links(body: bytes, url: str) -> tuple[str, ...]:
    """List the addresses of the alerts; () where the document is an alert or holds them whole."""
    return confined(parse_links, body, url)


def parse_links(body: bytes, url: str) -> tuple[str, ...]:
    """Do what ``alert_links`` says; a parser may die of it."""
    root = parse(with_characters(xml_text(body)), recover=True)
    if root.tag.rpartition("}")[2] == "alert" or next(root.iter("{*}alert"), None) is not None:
        return ()
    entries = (*root.iter("{*}entry"), *root.iter("{*}item"))
    found = (_best(entry, url) for entry in entries)
    return tuple(dict.fromkeys(link for link in found if link))[:_MOST]


def _best(entry: Any, url: str) -> str | None:
    """Take the link that says it leads to an alert, else the first one."""
    links = [(kind, link) for kind, given in _links(entry) if (link := web_link(given, url))]
    return next((link for kind, link in links if kind == _CAP), links[0][1] if links else None)


def _links(entry: Any) -> Iterator[tuple[str, str]]:
    for node in entry.iter("{*}link", "{*}enclosure"):
        given = node.get("href") or node.get("url") or node.text or ""
        if node.get("rel", "alternate") in ("alternate", "enclosure", "related"):
            yield (node.get("type") or "").lower(), given.strip()
