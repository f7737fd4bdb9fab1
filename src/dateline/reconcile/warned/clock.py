"""The hour that words tell: "around 3 a.m.", "at 03:15", "shortly after midnight"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_DAY = 24 * 60
_HOUR = 60
_EXACT, _ROUNDED, _ABOUT, _SHORTLY, _MIDNIGHT_ON = 1, 5, 30, 30, 60  # minutes


@dataclass(frozen=True, slots=True)
class Clock:
    """Minutes of a day that it may have been; below 0 or above 1440 of the day before or after."""

    low: int
    high: int
    utc: bool = False


_POINT = (
    r"(?<![\d:.])(?:(?P<h>1[0-2]|0?[1-9])(?:[:.](?P<m>[0-5]\d))?\s*(?P<half>[ap])\.?\s?m\b\.?"
    r"|(?P<H>[01]?\d|2[0-3]):(?P<M>[0-5]\d)"
    r"|(?P<hh>[01]\d|2[0-3])(?P<mm>[0-5]\d)(?=\s*(?:hours|hrs|GMT|UTC)\b)"
    r"|(?P<name>midnight|noon|midday))"
)
_BEFORE = (
    r"(?:(?P<soon>shortly|just|soon|right|moments|minutes)\s+(?P<side>after|before)\s+(?:the\s+)?"
    r"|(?P<open>until|till|by|before|after|since|from)\s+"
    r"|(?P<about>around|about|approximately|roughly|near|nearly|some\s+time\s+around)\s+)?"
)
# Names of zones are in capitals, or "last Tuesday" would be in one.
_ZONE = (
    r"(?P<zone>\s*(?:hours|hrs)?\s*[(,]?\s*(?:(?-i:GMT|UTC|MSK|E[DS]?T|[A-Z]{1,3}[SD]T|CET|EET)"
    r"|(?:Moscow|Eastern|Washington|London)\s+time)\b)?"
)
_FOUND = re.compile(_BEFORE + _POINT + _ZONE, re.IGNORECASE)
_BETWEEN = re.compile(
    r"between\s+(?P<low>[\d:.]+)(?:\s*(?P<first>[ap])\.?m\.?)?\s+and\s+(?P<high>[\d:.]+)"
    r"(?:\s*(?P<half>[ap])\.?\s?m\b\.?)?(?P<zone>\s*(?:GMT|UTC)\b)?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"(\d{1,2})(?:[:.](\d\d))?")


def clocks(words: Iterable[str]) -> tuple[Clock, ...]:
    """Find every hour that the words tell, each once; what is open to one side is none."""
    found: list[Clock] = []
    for quote in words:
        rest = quote[:500]
        for between in _BETWEEN.finditer(rest):
            found.extend(_between(between))
        for match in _FOUND.finditer(_BETWEEN.sub(" ", rest)):
            found.extend(_clock(match))
    return tuple(dict.fromkeys(found))


def _clock(found: re.Match[str]) -> Iterator[Clock]:
    zone = (found["zone"] or "").strip(" (,").upper()
    zone = re.sub(r"^(?:HOURS|HRS)\W*", "", zone)
    if found["open"] or (zone and zone not in ("GMT", "UTC")):
        return
    for minutes in _minutes(found):
        low, high = _around(found, minutes)
        yield Clock(low, high, utc=bool(zone))


def _minutes(found: re.Match[str]) -> Iterator[int]:
    """Yield the minute of the day; midnight is its first and its last."""
    name = (found["name"] or "").lower()
    if name == "midnight":
        side = (found["side"] or "").lower()
        yield from ((0,) if side == "after" else (_DAY,) if side == "before" else (0, _DAY))
    elif name:
        yield 12 * _HOUR
    elif found["half"]:
        yield _twelve(int(found["h"]), int(found["m"] or 0), found["half"])
    else:
        yield int(found["H"] or found["hh"]) * _HOUR + int(found["M"] or found["mm"])


def _twelve(hour: int, minute: int, half: str) -> int:
    return hour % 12 * _HOUR + minute + (12 * _HOUR if half.lower() == "p" else 0)


def _around(found: re.Match[str], minutes: int) -> tuple[int, int]:
    named = bool(found["name"])
    if found["soon"]:
        span = _MIDNIGHT_ON if named else _SHORTLY
        after = found["side"].lower() == "after"
        return (minutes, minutes + span) if after else (minutes - span, minutes)
    if found["about"] or named:
        return minutes - _ABOUT, minutes + _ABOUT
    if minutes % _HOUR == 0:
        return minutes - _ROUNDED, minutes + _ROUNDED
    return minutes, minutes + _EXACT


def _between(found: re.Match[str]) -> Iterator[Clock]:
    low, high = _DIGITS.fullmatch(found["low"]), _DIGITS.fullmatch(found["high"].rstrip("."))
    half = found["half"]
    told = half or (":" in found["low"] and ":" in found["high"])
    if not low or not high or not told:
        return  # "between 2 and 3 people"
    first, last = (_of_day(part, half) for part in (low, high))
    if found["first"] or (half and first > last):  # "between 11 p.m. and 1 a.m.", "11 and 1 a.m."
        first = _of_day(low, found["first"] or ("a" if half.lower() == "p" else "p"))
    if first > last:
        first -= _DAY
    if 0 <= last <= _DAY:
        yield Clock(first, last, utc=bool(found["zone"]))


def _of_day(part: re.Match[str], half: str | None) -> int:
    hour, minute = int(part[1]), int(part[2] or 0)
    return _twelve(hour, minute, half) if half else hour * _HOUR + minute
