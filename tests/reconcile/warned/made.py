"""Warnings made for tests: hours of one night in Chuhuiv."""

from datetime import UTC, datetime, timedelta

from dateline.records.warning import Silence, WarningInterval

NIGHT = datetime(2024, 10, 28, 22, 0, tzinfo=UTC)  # midnight in Kyiv, in winter time
OBLAST = "UKR/Kharkiv Oblast"
CHUHUIV = f"{OBLAST}/Chuhuiv Raion"
LOZOVA = f"{OBLAST}/Lozova Raion"


def at(hours):
    """Give a moment so many hours after midnight in Kyiv on 29 October 2024."""
    return NIGHT + timedelta(hours=hours)


def warning(start, end=None, region=CHUHUIV, **fields):
    """Make a warning of a region, from and to hours of the night."""
    *around, name = region.split("/")
    within = tuple("/".join(around[: n + 1]) for n in range(1, len(around)))
    known = {
        "key": f"{region}/{start}",
        "region": region,
        "region_name": name,
        "country": "UKR",
        "level": "raion" if within else "oblast",
        "within": within,
        "start": at(start),
        "end": None if end is None else at(end),
    }
    return WarningInterval(**known | fields)


def silence(start=None, end=None):
    """Make a silence between hours of the night."""
    return Silence(start=None if start is None else at(start), end=None if end is None else at(end))
