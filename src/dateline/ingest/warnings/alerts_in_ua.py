"""The list of active alerts of alerts.in.ua, and its history of a region."""

from typing import Any

from dateline.errors import UnreadableReportError
from dateline.ingest.warning_format import (
    WarningFormat,
    json_of,
    level,
    moment,
    path,
    text_of,
    warning_type,
)
from dateline.ingest.warnings._oblasts import placed
from dateline.records.warning import WarningInterval, WarningReading


def read(body: bytes) -> WarningReading:
    """Read the alerts; where none of them has ended they are all that are active."""
    form = json_of(body)
    alerts = form.get("alerts") if isinstance(form, dict) else form
    if not isinstance(alerts, list):
        message = "is no list of alerts as alerts.in.ua gives it"
        raise UnreadableReportError(message)
    found: dict[str, WarningInterval] = {}
    faults: list[str] = []
    for number, alert in enumerate(alerts, start=1):
        interval = _interval(alert) if isinstance(alert, dict) else None
        if interval is None:
            faults.append(f"alert {number} lacks its id, its region or its start")
        else:
            found[interval.key] = interval
    meta = form.get("meta") if isinstance(form, dict) else None
    told = meta.get("last_updated_at") if isinstance(meta, dict) else None
    return WarningReading(
        intervals=placed(found.values()),
        snapshot=all(interval.end is None for interval in found.values()),
        at=moment(told),
        faults=tuple(faults),
    )


def _interval(alert: dict[str, Any]) -> WarningInterval | None:
    key, name = text_of(alert.get("id")), text_of(alert.get("location_title"))
    start, end = moment(alert.get("started_at")), moment(alert.get("finished_at"))
    if not key or not name or start is None:
        return None
    around = [text_of(alert.get(f"location_{wider}")) for wider in ("oblast", "raion")]
    region, within = path("UKR", *around, name)
    return WarningInterval(
        key=key,
        region=region,
        region_name=name,
        country="UKR",
        level=level(alert.get("location_type")),
        type=warning_type(alert.get("alert_type")),
        start=start,
        end=max(start, end) if end else None,
        headline=text_of(alert.get("notes")),
        sender="alerts.in.ua",
        within=within,
    )


WARNINGS = WarningFormat(
    name="alerts.in.ua",
    description="active alerts, or the history of a region, as alerts.in.ua gives them",
    read=read,
)
