"""Raions of Ukraine whose feed does not say which oblast they are in."""

from collections.abc import Iterable
from dataclasses import replace

from dateline.knowledge.siren_raions import oblast_code, oblast_name, oblast_of
from dateline.records.warning import WarningInterval

_FIRST_OF_CYRILLIC = "Ѐ"


def oblast_region(name: str) -> str | None:
    """Name the region of an oblast alike, whatever a feed calls or numbers it."""
    code = oblast_code(name)
    return f"UKR/{oblast_name(code)}" if code else None


def placed(
    intervals: Iterable[WarningInterval], *, english: bool = False
) -> tuple[WarningInterval, ...]:
    """Put raions that stand alone into their oblasts, as the feed itself calls those if it does."""
    given = tuple(intervals)
    known = _oblasts(given)
    return tuple(_placed(one, known, english=english) for one in given)


def _placed(one: WarningInterval, known: dict[str, str], *, english: bool) -> WarningInterval:
    if one.level != "raion" or one.within or one.country != "UKR":
        return one
    code = oblast_of(one.region_name)
    if code is None:
        return one
    ukrainian = not english and max(one.region_name) >= _FIRST_OF_CYRILLIC
    uid = known.get(code) or f"UKR/{oblast_name(code, ukrainian=ukrainian)}"
    return replace(one, within=(uid,))


def _oblasts(intervals: Iterable[WarningInterval]) -> dict[str, str]:
    """Find the oblasts that are named, by their codes."""
    found: dict[str, str] = {}
    for one in intervals:
        uid = one.within[0] if one.within else one.region if one.level == "oblast" else ""
        code = oblast_code(uid.rpartition("/")[2]) if "/" in uid else None
        if code:
            found.setdefault(code, uid)
    return found
