"""Where "northern Iraq" lies: the middle of the settlements on that side of each country."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import cos, radians, sin

from dateline.knowledge.gazetteer.entry import Entry
from dateline.knowledge.gazetteer.schema import DEGREE

BEARINGS = (0, 45, 90, 135, 180, 225, 270, 315)
CENTRE = -1
_SHARE = 4  # the outer quarter of the settlements makes a side

_Point = tuple[float, float]


def side_code(country: str | None, bearing: float) -> str:
    """Name the side of a country; bearings between the eight go to the nearest."""
    if bearing < 0:
        return f"{country}.{CENTRE}"
    return f"{country}.{round(bearing / 45) * 45 % 360}"


def sides(entries: Iterable[Entry]) -> Iterator[tuple[str, int, int]]:
    """Yield the middle of each side of each country."""
    points: dict[str, list[_Point]] = defaultdict(list)
    for entry in entries:
        if entry.kind == "settlement" and entry.country:
            points[entry.country].append((entry.lat, entry.lon))
    for country in sorted(points):
        yield _row(side_code(country, CENTRE), points[country])
        for bearing in BEARINGS:
            yield _row(side_code(country, bearing), _outer(points[country], bearing))


def _outer(points: list[_Point], bearing: int) -> list[_Point]:
    north, east = cos(radians(bearing)), sin(radians(bearing))
    width = cos(radians(sum(p[0] for p in points) / len(points)))
    ranked = sorted(points, key=lambda p: (-(p[0] * north + p[1] * width * east), p))
    return ranked[: max(1, len(ranked) // _SHARE)]


def _row(code: str, points: list[_Point]) -> tuple[str, int, int]:
    lat = sum(p[0] for p in points) / len(points)
    lon = sum(p[1] for p in points) / len(points)
    return (code, round(lat * DEGREE), round(lon * DEGREE))
