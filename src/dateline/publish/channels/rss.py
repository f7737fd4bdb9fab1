"""RSS 2.0: one item an incident."""

from email.utils import format_datetime
from xml.etree.ElementTree import Element

from dateline.publish.channel import Bulletin, Channel, Entry
from dateline.publish.markup import add, document
from dateline.publish.telling import summary, title, withdrawn

_ATOM = "http://www.w3.org/2005/Atom"


def write(bulletin: Bulletin) -> bytes:
    """Write the feed, the latest first."""
    rss = Element("rss", {"version": "2.0", "xmlns:atom": _ATOM})
    channel = add(rss, "channel")
    add(channel, "title", bulletin.title)
    add(channel, "link", bulletin.address)
    add(channel, "description", f"Incidents that the watch “{bulletin.title}” finds")
    add(channel, "lastBuildDate", format_datetime(bulletin.updated, usegmt=True))
    add(channel, "generator", "Dateline")
    add(
        channel,
        "atom:link",
        rel="self",
        type="application/rss+xml",
        href=bulletin.own_address,
    )
    for entry in sorted(bulletin.entries, key=lambda e: e.updated, reverse=True):
        _item(channel, entry, bulletin)
    return document(rss)


def _item(channel: Element, entry: Entry, bulletin: Bulletin) -> None:
    incident = entry.incident
    link = bulletin.link(incident.id)
    item = add(channel, "item")
    add(item, "title", f"Withdrawn: {title(incident)}" if entry.removed else title(incident))
    add(item, "link", link)
    add(item, "guid", link, isPermaLink="true")
    add(item, "pubDate", format_datetime(entry.updated, usegmt=True))
    add(item, "category", incident.kind)
    words = withdrawn(entry) if entry.removed else summary(incident)
    add(item, "description", words)


CHANNEL = Channel(
    name="RSS",
    description="a feed for older readers of news, one item an incident",
    media_type="application/rss+xml",
    write=write,
)
