"""Marks side by side: how large each is, and where around its place it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin, sqrt

from dateline.publish.sitrep.geometry import Point
from dateline.records import Incident

MARKS = 36  # of one place; a number says how many more there are
REACH = 1.2  # the corners of a mark go so much further than its radius
_LEAST, _MOST = 4.6, 17.0  # radius of a mark, in points of the page
_STEP = 2.0  # points of the page
_GOLDEN = pi * (3 - sqrt(5))  # the angle at which seeds fill a disc evenly


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One incident of a cluster, where its mark is and how large."""

    incident: Incident
    at: Point
    radius: float


def size(killed: float) -> float:
    """Give the radius of a mark: its area grows with the number of killed."""
    return min(_MOST, sqrt(_LEAST**2 + 3.2 * killed))


def spread(incidents: Sequence[Incident], centre: Point) -> tuple[Mark, ...]:
    """Set the marks of a cluster close around its point, the largest in the middle."""
    marks: list[Mark] = []
    for incident in sorted(incidents, key=lambda i: (-_killed(i), i.id))[:MARKS]:
        radius = size(_killed(incident))
        at = _free(centre, radius, marks)
        marks.append(Mark(incident=incident, at=at, radius=radius))
    return tuple(marks)


def _free(centre: Point, radius: float, marks: Sequence[Mark]) -> Point:
    """Find the first point on a spiral around the centre where a mark overlaps no other."""
    step = 0
    while True:
        away, turn = _STEP * sqrt(step), step * _GOLDEN
        at = (centre[0] + away * sin(turn), centre[1] - away * cos(turn))
        if all(apart(at, other.at) >= REACH * (radius + other.radius) for other in marks):
            return at
        step += 1


def apart(one: Point, other: Point) -> float:
    """Measure between two points of the page."""
    return hypot(one[0] - other[0], one[1] - other[1])


def _killed(incident: Incident) -> float:
    toll = incident.toll("killed")
    return (toll.best or toll.low or 0.0) if toll else 0.0
