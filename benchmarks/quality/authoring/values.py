"""Read the short forms of the notation: parties, places, days, numbers."""

import re
from datetime import date

from benchmarks.quality.authoring.faults import SourceError
from benchmarks.quality.authoring.gold import Party, Place, When

Number = int | float
Bounds = tuple[Number | None, Number | None, str]
PARTY_TAIL = 2  # country and role follow the name
PLACE_TAIL = 4  # country, latitude, longitude and precision follow the name


def read_parties(words: str) -> tuple[Party, ...]:
    """Read ``name COUNTRY ROLE; name COUNTRY ROLE``, a dash for no country."""
    return tuple(_party(one) for one in words.split(";"))


def read_place(words: str) -> Place:
    """Read ``name COUNTRY latitude longitude precision``."""
    name, country, lat, lon, precision = _tailed(words, PLACE_TAIL)
    try:
        degrees = float(lat), float(lon)
    except ValueError as error:
        message = f"not a latitude and longitude: {lat} {lon}"
        raise SourceError(message) from error
    return Place(
        name=name, country=_country(country), lat=degrees[0], lon=degrees[1], precision=precision
    )


def read_days(words: str) -> When:
    """Read ``day``, ``first-day last-day`` or ``first-day last-day precision``."""
    days = re.findall(r"\d{4}-\d\d-\d\d", words)
    rest = re.sub(r"\d{4}-\d\d-\d\d", "", words).split()
    try:
        spans = [date.fromisoformat(day) for day in days]
    except ValueError as error:
        message = f"no such day: {words}"
        raise SourceError(message) from error
    if len(spans) not in (1, 2) or len(rest) > 1:
        message = f"not one or two days and a precision: {words!r}"
        raise SourceError(message)
    return When(start=spans[0], end=spans[-1], precision=rest[0] if rest else "day")


def read_bounds(words: str) -> Bounds:
    """Read ``4``, ``>=4``, ``<=4``, ``~4``, ``4-9`` and ``~24-99`` into low, high, qualifier."""
    match = re.fullmatch(r"(>=|<=|~)?([\d.]+)(?:-([\d.]+))?", words)
    if match is None:
        message = f"not a number in the notation: {words!r}"
        raise SourceError(message)
    sign, first = match.group(1), _number(match.group(2))
    last = _number(match.group(3)) if match.group(3) else first
    if sign == ">=":
        return first, None, "at-least"
    if sign == "<=":
        return None, last, "at-most"
    if sign == "~":
        return first, last, "about"
    return first, last, "range" if match.group(3) else "exact"


def _party(words: str) -> Party:
    name, country, role = _tailed(words, PARTY_TAIL)
    return Party(name=name, country=_country(country), role=role)


def _tailed(words: str, tail: int) -> list[str]:
    """Split off the last words, whose number is fixed, from a name of any length."""
    parts = words.split()
    if len(parts) <= tail:
        message = f"a name and {tail} words after it are needed: {words.strip()!r}"
        raise SourceError(message)
    return [" ".join(parts[:-tail]), *parts[-tail:]]


def _country(words: str) -> str | None:
    if words == "-":
        return None
    if not re.fullmatch(r"[A-Z]{3}", words):
        message = f"not an ISO 3166-1 alpha-3 country: {words!r}"
        raise SourceError(message)
    return words


def _number(words: str) -> Number:
    return float(words) if "." in words else int(words)
