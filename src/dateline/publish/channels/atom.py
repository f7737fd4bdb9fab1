"""Atom 1.0 (RFC 4287): one entry an incident, with a point as in GeoRSS."""

from xml.etree.ElementTree import Element

from dateline.publish.channel import Bulletin, Channel, Entry
from dateline.publish.markup import add, document
from dateline.publish.telling import moment, summary, title, withdrawn

_ATOM = "http://www.w3.org/2005/Atom"
_GEORSS = "http://www.georss.org/georss"


def write(bulletin: Bulletin) -> bytes:
    """Write the feed, the latest first."""
    feed = Element("feed", {"xmlns": _ATOM, "xmlns:georss": _GEORSS})
    add(feed, "id", bulletin.id)
    add(feed, "title", bulletin.title)
    add(feed, "updated", moment(bulletin.updated))
    add(feed, "link", rel="self", type="application/atom+xml", href=bulletin.own_address)
    add(feed, "link", rel="alternate", type="text/html", href=bulletin.address)
    add(add(feed, "author"), "name", "Dateline")
    add(feed, "generator", "Dateline")
    for entry in sorted(bulletin.entries, key=lambda e: e.updated, reverse=True):
        _entry(feed, entry, bulletin)
    return document(feed)


def _entry(feed: Element, entry: Entry, bulletin: Bulletin) -> None:
    incident = entry.incident
    element = add(feed, "entry")
    add(element, "id", bulletin.link(incident.id))
    add(element, "title", f"Withdrawn: {title(incident)}" if entry.removed else title(incident))
    add(element, "published", moment(entry.published))
    add(element, "updated", moment(entry.updated))
    add(element, "link", rel="alternate", type="text/html", href=bulletin.link(incident.id))
    for successor in entry.successors:
        add(element, "link", rel="related", type="text/html", href=bulletin.link(successor))
    add(element, "category", term=incident.kind)
    add(
        element,
        "summary",
        withdrawn(entry) if entry.removed else summary(incident),
    )
    if incident.lat is not None and incident.lon is not None and not entry.removed:
        add(element, "georss:point", f"{incident.lat:.4f} {incident.lon:.4f}")


CHANNEL = Channel(
    name="Atom",
    description="a feed for readers of news, one entry an incident",
    media_type="application/atom+xml",
    write=write,
)
