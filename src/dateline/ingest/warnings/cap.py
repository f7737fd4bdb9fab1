"""Common Alerting Protocol 1.2: one alert, or a feed that holds alerts whole."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from dateline.errors import UnreadableReportError
from dateline.ingest.markup import parse, xml_text
from dateline.ingest.warning_format import WarningFormat, moment, text_of
from dateline.ingest.warnings._cap_areas import Area, areas
from dateline.ingest.warnings._cap_types import cap_type
from dateline.records.warning import Closing, WarningInterval, WarningReading

# An alert without "expires" would hold for ever; the profile says a siren holds for a day.
_UNLESS_SAID = timedelta(hours=24)
_MOST_ALERTS = 2000
_MOST_REFERENCES = 500
_FEEDS = ("feed", "rss", "RDF")
_STATUSES = ("Actual", "Exercise", "System", "Test", "Draft")


def read(body: bytes) -> WarningReading:
    """Read every alert of a document; one that is wrong is passed over and named."""
    root = parse(xml_text(body))
    alerts = [root] if _local(root) == "alert" else list(root.iter("{*}alert"))
    if not alerts and not _is_empty_feed(root):
        message = f"holds no CAP alert: its first element is {_local(root)!r}"
        raise UnreadableReportError(message)
    intervals: list[WarningInterval] = []
    closings: list[Closing] = []
    faults: list[str] = []
    for alert in alerts[:_MOST_ALERTS]:
        when = moment(_text(alert, "sent"))
        if when is None or not _text(alert, "identifier") or not _text(alert, "sender"):
            faults.append(f"alert {_text(alert, 'identifier') or '?'} lacks what names it")
            continue
        intervals.extend(_intervals(alert, when))
        closings.extend(_closings(alert, when))
    return WarningReading(
        intervals=tuple(intervals), closings=tuple(closings), faults=tuple(faults)
    )


def message_key(sender: str, identifier: str, sent: str) -> str:
    """Name a message as ``references`` does; the moment in UTC, so that offsets do not matter."""
    when = moment(sent)
    return f"{sender},{identifier},{when.isoformat() if when else sent}"


def _intervals(alert: Any, sent: datetime) -> Iterator[WarningInterval]:
    if _text(alert, "msgType") not in ("Alert", "Update"):
        return
    key = _own_key(alert)
    seen: set[str] = set()
    for info in alert.iterchildren("{*}info"):
        if _is_all_clear(info):
            continue
        kind = cap_type(info)
        for area in areas(info):
            name = f"{key}#{area.region}#{kind}"
            if name not in seen:  # one info a language, of the same regions
                seen.add(name)
                yield _interval(alert, info, area, key=name, sent=sent)


def _interval(alert: Any, info: Any, area: Area, *, key: str, sent: datetime) -> WarningInterval:
    start = moment(_text(info, "onset")) or moment(_text(info, "effective")) or sent
    status = _text(alert, "status")
    return WarningInterval(
        key=key,
        region=area.region,
        region_name=area.name,
        country=area.country,
        type=cap_type(info),
        start=start,
        end=max(start, moment(_text(info, "expires")) or start + _UNLESS_SAID),
        headline=_text(info, "headline") or _text(info, "event"),
        sender=_text(info, "senderName") or _text(alert, "sender"),
        status=status if status in _STATUSES else "Draft",  # what is not said is not acted on
        scope=_text(alert, "scope") or "Public",
        polygons=area.polygons,
        circles=area.circles,
    )


def _closings(alert: Any, sent: datetime) -> Iterator[Closing]:
    """Yield the end of every message that this one replaces or withdraws."""
    kind = _text(alert, "msgType")
    if kind not in ("Update", "Cancel"):
        return
    for triple in (_text(alert, "references") or "").split()[:_MOST_REFERENCES]:
        sender, _, rest = triple.partition(",")
        identifier, _, when = rest.rpartition(",")
        if sender and identifier:
            yield Closing(
                message=message_key(sender, identifier, when),
                at=sent,
                cancelled=kind == "Cancel",
            )


def _is_empty_feed(root: Any) -> bool:
    """Tell a feed of no alerts, as feeds are in calm days, from what is no feed of alerts."""
    return _local(root) in _FEEDS and next(root.iter("{*}entry", "{*}item"), None) is None


def _is_all_clear(info: Any) -> bool:
    return any((node.text or "").strip() == "AllClear" for node in info.iter("{*}responseType"))


def _own_key(alert: Any) -> str:
    return message_key(*(_text(alert, name) or "" for name in ("sender", "identifier", "sent")))


def _text(node: Any, name: str) -> str | None:
    child = next(node.iterchildren("{*}" + name), None)
    return text_of(child.text) if child is not None else None


def _local(node: Any) -> str:
    return str(node.tag).rpartition("}")[2]


WARNINGS = WarningFormat(
    name="CAP 1.2",
    description="alerts of the Common Alerting Protocol, one a document or many in a feed",
    read=read,
)
