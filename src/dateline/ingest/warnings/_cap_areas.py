"""The areas of a CAP alert: named, coded, drawn."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from typing import Any

from dateline.ingest.warning_format import text_of
from dateline.records.query import Circle
from dateline.records.warning import Ring

_MOST_POINTS = 5000
_MOST_SHAPES = 200
_LEAST_POINTS = 4  # the first of them again as the last
_MOST_KM = 20_100.0  # half around the globe
# Systems of codes that are those of one country.
_OF_UKRAINE = frozenset(("katottg", "koatuu", "ukrainealarm", "alerts.in.ua"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A region of an alert; ``region`` is its code, or its name where it has none."""

    region: str
    name: str
    country: str | None = None
    polygons: tuple[Ring, ...] = ()
    circles: tuple[Circle, ...] = ()


def areas(info: Any) -> Iterator[Area]:
    """Yield an area for each code, or one by its description where it has no code."""
    for area in info.iterchildren("{*}area"):
        name = text_of(_first(area, "areaDesc")) or "unnamed area"
        codes = [(f"{system}:{value}", _country(system)) for system, value in _codes(area)]
        for region, country in codes or [(f"area:{name}", None)]:
            yield Area(
                region=region,
                name=name,
                country=country,
                polygons=tuple(_polygons(area)),
                circles=tuple(_circles(area)),
            )


def _country(system: str) -> str | None:
    return "UKR" if system.lower() in _OF_UKRAINE else None


def _codes(area: Any) -> Iterator[tuple[str, str]]:
    for code in area.iterchildren("{*}geocode"):
        system, value = text_of(_first(code, "valueName")), text_of(_first(code, "value"))
        if system and value:
            yield system, value


def _polygons(area: Any) -> Iterator[Ring]:
    for node in list(area.iterchildren("{*}polygon"))[:_MOST_SHAPES]:
        points = [_point(pair) for pair in (node.text or "").split()]
        ring = tuple(point for point in points if point)
        sound = len(ring) == len(points) and _LEAST_POINTS <= len(ring) <= _MOST_POINTS
        if sound and ring[0] == ring[-1]:
            yield ring


def _circles(area: Any) -> Iterator[Circle]:
    for node in list(area.iterchildren("{*}circle"))[:_MOST_SHAPES]:
        words = (node.text or "").split()
        point = _point(words[0]) if words else None
        km = _number(words[1]) if len(words) > 1 else None
        if point and km is not None and 0 <= km <= _MOST_KM:
            yield Circle(lat=point[0], lon=point[1], km=km)


def _point(words: str) -> tuple[float, float] | None:
    """Read degrees north and east."""
    north, _, east = words.partition(",")
    lat, lon = _number(north), _number(east)
    if lat is None or lon is None or abs(lat) > 90 or abs(lon) > 180:  # noqa: PLR2004
        return None
    return lat, lon


def _number(words: str) -> float | None:
    try:
        number = float(words)
    except ValueError:
        return None
    return number if isfinite(number) else None


def _first(node: Any, name: str) -> str | None:
    child = next(node.iterchildren("{*}" + name), None)
    return child.text if child is not None else None
