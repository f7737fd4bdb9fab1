"""The time that is kept in a country: that of its capital."""

from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dateline.knowledge.files import ROOM, read_table

_WIDEST = 22.5  # degrees from a zone's meridian, an hour and a half of the sun
_HOUR = 15.0  # degrees


@cache
def _zones() -> dict[str, tuple[tuple[str, ...], bool]]:
    rows = read_table(ROOM / "zones.tsv")
    return {code: (tuple(names.split()), several == "several") for code, names, several in rows}


@cache
def capital_zone(alpha3: str) -> ZoneInfo | None:
    """Give the zone of a country's capital; None where this machine has no tz database."""
    for name in _zones().get(alpha3, ((), False))[0]:
        if zone := named_zone(name):
            return zone
    return None


def zone_at(alpha3: str | None, lon: float | None) -> ZoneInfo | None:
    """Give the zone of a place; None where the country has several and this is not the capital's.

    Whether it is, is told by the sun: a place too far east or west keeps another time.
    """
    zone = capital_zone(alpha3) if alpha3 else None
    if zone is None or not _zones()[alpha3 or ""][1]:
        return zone
    if lon is None:
        return None
    return zone if abs(lon - _meridian(zone)) <= _WIDEST else None


def named_zone(name: str) -> ZoneInfo | None:
    """Load a zone by its name in the tz database."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, OSError, ValueError):
        return None


def _meridian(zone: ZoneInfo) -> float:
    offset = datetime(2024, 1, 15, tzinfo=zone).utcoffset()
    return offset.total_seconds() / 3600 * _HOUR if offset else 0.0
