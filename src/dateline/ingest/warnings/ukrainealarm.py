"""Ukraine's official alarm map: the regions that are under an alarm now."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from dateline.errors import UnreadableReportError
from dateline.ingest.warning_format import (
    WarningFormat,
    json_of,
    level,
    moment,
    text_of,
    warning_type,
)
from dateline.ingest.warnings._oblasts import oblast_region, placed
from dateline.records.warning import WarningInterval, WarningReading

_NO_WARNING = ("INFO",)  # media report explosions


def read(body: bytes) -> WarningReading:
    """Read the list of regions with their alarms; a region that is not in it has none."""
    regions = json_of(body)
    if isinstance(regions, dict) and isinstance(regions.get("states"), list):
        regions = regions["states"]
    if not isinstance(regions, list):
        message = "is no list of regions as the alarm map of Ukraine gives it"
        raise UnreadableReportError(message)
    found: dict[str, WarningInterval] = {}
    faults: list[str] = []
    for number, region in enumerate(regions, start=1):
        if not isinstance(region, dict) or not text_of(region.get("regionId")):
            faults.append(f"region {number} has no id")
            continue
        for interval in _intervals(region, faults):
            found.setdefault(interval.key, interval)
    return WarningReading(
        intervals=placed(found.values(), english=True),
        snapshot=True,
        faults=tuple(faults),
    )


def _intervals(region: dict[str, Any], faults: list[str]) -> Iterator[WarningInterval]:
    alarms = region.get("activeAlerts")
    for alarm in alarms if isinstance(alarms, list) else []:
        if not isinstance(alarm, dict) or alarm.get("type") in _NO_WARNING:
            continue
        start = moment(alarm.get("lastUpdate")) or moment(region.get("lastUpdate"))
        if start is None:
            faults.append(f"an alarm of region {region['regionId']} does not say since when")
            continue
        yield _interval(region, alarm, start)


def _interval(region: dict[str, Any], alarm: dict[str, Any], start: datetime) -> WarningInterval:
    """Take the alarm's own region where it is another, smaller or wider one."""
    own, asked = text_of(alarm.get("regionId")), text_of(region["regionId"]) or ""
    same = own in (None, asked)
    uid = asked if same else str(own)
    size = alarm.get("regionType") or (region.get("regionType") if same else None)
    kind = warning_type(alarm.get("type"))
    name = text_of(region.get("regionEngName")) or text_of(region.get("regionName"))
    is_oblast = level(region.get("regionType")) == "oblast"
    around = (is_oblast and oblast_region(name or "")) or f"ukrainealarm:{asked}"
    return WarningInterval(
        key=f"{uid}/{kind}/{start.isoformat()}",
        region=around if same else f"ukrainealarm:{uid}",
        region_name=name or uid,
        country="UKR",
        level=level(size),
        type=kind,
        start=start,
        sender="ukrainealarm.com",
        within=() if same else (around,),
    )


WARNINGS = WarningFormat(
    name="Ukraine alarm",
    description="regions with their active alerts, as ukrainealarm.com gives them",
    read=read,
)
