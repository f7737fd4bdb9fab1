"""CAP 1.2 for machines that read alerts; what is derived from news is never an actual alert.

Every alert that is made here has the status Test and a restricted scope, says in its note what it
is, and there is no option that changes it. An official alert is relayed as the bytes it came in.
"""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from xml.etree.ElementTree import Element

from dateline.errors import SettingError
from dateline.publish.channel import Bulletin, Channel, Entry
from dateline.publish.columns import RADIUS_KM
from dateline.publish.markup import add, document
from dateline.publish.telling import moment, summary, title, withdrawn
from dateline.records import Listed

NOTE = "derived from news reports; not an official warning"
_RESTRICTION = "For analysis only: derived from news reports, not to be passed on as a warning."
_CAP = "urn:oasis:names:tc:emergency:cap:1.2"
_ATOM = "http://www.w3.org/2005/Atom"
_LONGEST_EVENT = 35  # characters; what other composers of alerts allow
_VALID = timedelta(hours=24)
_NOT_IN_NAMES = re.compile(r"[\s,<&>]")
_MANY_KILLED, _MANY_INJURED = 10, 10
_UNSURE = ("contested",)


def alert(entry: Entry, bulletin: Bulletin) -> bytes | None:
    """Write an incident as an alert; one that was withdrawn before it was told has none."""
    if entry.removed and not entry.earlier:
        return None
    return document(_alert(entry, bulletin))


def relay(body: bytes) -> bytes:
    """Give an official alert as it came, so that its sender and its signature hold."""
    if NOTE.encode() in body:
        message = "This alert was derived from news and is not relayed as an official one"
        raise SettingError(message)
    return body


def write(bulletin: Bulletin) -> bytes:
    """Write a feed of alerts: Atom, each entry with its alert whole."""
    feed = Element("feed", {"xmlns": _ATOM})
    add(feed, "id", bulletin.id)
    add(feed, "title", f"{bulletin.title} ({NOTE})")
    add(feed, "updated", moment(bulletin.updated))
    add(feed, "link", rel="self", type="application/atom+xml", href=bulletin.own_address)
    add(feed, "link", rel="alternate", type="text/html", href=bulletin.address)
    add(add(feed, "author"), "name", "Dateline")
    for entry in sorted(bulletin.entries, key=lambda e: e.updated, reverse=True):
        if entry.earlier or not entry.removed:
            _entry(feed, entry, bulletin).append(_alert(entry, bulletin))
    return document(feed)


def _entry(feed: Element, entry: Entry, bulletin: Bulletin) -> Element:
    element = add(feed, "entry")
    add(element, "id", f"urn:dateline:{_identifier(entry.incident.id, entry.revision)}")
    add(element, "title", title(entry.incident))
    add(element, "updated", moment(entry.updated))
    add(element, "link", rel="related", href=bulletin.link(entry.incident.id))
    return add(element, "content", type="application/cap+xml")


def _alert(entry: Entry, bulletin: Bulletin) -> Element:
    """Write the elements in the order of the schema."""
    root = Element("alert", {"xmlns": _CAP})
    add(root, "identifier", _identifier(entry.incident.id, entry.revision))
    add(root, "sender", _name(bulletin.sender))
    add(root, "sent", _moment(entry.updated))
    add(root, "status", "Test")
    add(root, "msgType", _message_type(entry))
    add(root, "source", "Dateline")
    add(root, "scope", "Restricted")
    add(root, "restriction", _RESTRICTION)
    add(root, "note", NOTE)
    if entry.earlier:
        add(root, "references", " ".join(_references(entry, bulletin)))
    add(root, "incidents", _name(entry.incident.id))
    _info(root, entry, bulletin)
    return root


def _info(root: Element, entry: Entry, bulletin: Bulletin) -> None:
    incident = entry.incident
    info = add(root, "info")
    add(info, "language", "en-US")
    add(info, "category", "Security")
    add(info, "event", _event(incident))
    add(info, "responseType", "None" if entry.removed else "Monitor")
    add(info, "urgency", "Past")
    add(info, "severity", _severity(incident))
    add(info, "certainty", _certainty(incident))
    add(info, "expires", _moment(entry.updated + _VALID))
    add(info, "senderName", "Dateline")
    add(info, "headline", title(incident)[:160])
    add(info, "description", withdrawn(entry) if entry.removed else summary(incident))
    add(info, "web", bulletin.link(incident.id))
    _area(info, incident)


def _area(info: Element, incident: Listed) -> None:
    if not incident.place:
        return
    area = add(info, "area")
    country = f", {incident.country}" if incident.country else ""
    add(area, "areaDesc", f"{incident.place}{country}")
    radius = RADIUS_KM.get(incident.precision or "")
    if incident.lat is not None and incident.lon is not None and radius is not None:
        add(area, "circle", f"{incident.lat:.4f},{incident.lon:.4f} {radius}")


def _message_type(entry: Entry) -> str:
    if entry.removed:
        return "Cancel"
    return "Update" if entry.earlier else "Alert"


def _references(entry: Entry, bulletin: Bulletin) -> Iterator[str]:
    for revision, sent in entry.earlier:
        identifier = _identifier(entry.incident.id, revision)
        yield f"{_name(bulletin.sender)},{identifier},{_moment(sent)}"


def _event(incident: Listed) -> str:
    words = incident.kind.replace("-", " ").capitalize()
    return words[:_LONGEST_EVENT].rstrip()


def _severity(incident: Listed) -> str:
    """Tell how bad it was by the most that most origins give."""
    known = {
        m: v for m, low, best, high in incident.tolls if (v := _most(low, best, high)) is not None
    }
    killed, injured = known.get("killed"), known.get("injured")
    if killed is None and injured is None:
        return "Unknown"
    if (killed or 0) >= _MANY_KILLED:
        return "Extreme"
    if killed or (injured or 0) >= _MANY_INJURED:
        return "Severe"
    return "Moderate" if injured else "Minor"


def _most(low: float | None, best: float | None, high: float | None) -> float | None:
    return next((value for value in (best, high, low) if value is not None), None)


def _certainty(incident: Listed) -> str:
    sure = incident.factuality == "occurred" and incident.grade not in _UNSURE
    return "Observed" if sure else "Possible"


def _identifier(incident: str, revision: int) -> str:
    return f"{_name(incident)}.{revision}"


def _name(words: str) -> str:
    return _NOT_IN_NAMES.sub("_", words)


def _moment(when: datetime) -> str:
    return moment(when).replace("Z", "+00:00")


CHANNEL = Channel(
    name="CAP 1.2",
    description="alerts for machines, marked as tests that are derived from news",
    media_type="application/atom+xml",
    write=write,
)
