"""Incidents gathered into theatres: what lies far apart gets maps of its own."""

from collections.abc import Iterable, Sequence
from math import asin, cos, radians, sin, sqrt
from typing import TypeAlias

from dateline.records import Incident

Point: TypeAlias = tuple[float, float]  # latitude and longitude
_APART = 1200.0  # kilometres between neighbours: more is another theatre
_EARTH = 6371.0
MOST = 6  # maps; what is left over is in the table


def theatres(incidents: Sequence[Incident]) -> list[list[Incident]]:
    """Gather the placed incidents, the theatre of most incidents first."""
    there: dict[Point, list[int]] = {}
    for number, incident in enumerate(incidents):
        place = incident.place
        if place and place.lat is not None and place.lon is not None:
            there.setdefault((place.lat, place.lon), []).append(number)
    groups = [sorted(n for point in group for n in there[point]) for group in _linked(there)]
    ordered = sorted(groups, key=lambda group: (-len(group), group[0]))
    return [[incidents[number] for number in group] for group in ordered]


def _linked(points: Iterable[Point]) -> list[list[Point]]:
    """Gather points that are near each other, or are linked by others that are."""
    groups: list[list[Point]] = []
    for point in points:
        near = [group for group in groups if any(_km(point, other) <= _APART for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([other for group in near for other in group] + [point])
    return groups


def _km(one: Point, other: Point) -> float:
    """Measure between two points along the surface of the earth (haversine)."""
    north, south = radians(one[0]), radians(other[0])
    east = radians(one[1] - other[1])
    half = sin((north - south) / 2) ** 2 + cos(north) * cos(south) * sin(east / 2) ** 2
    return 2 * _EARTH * asin(sqrt(min(1.0, half)))
