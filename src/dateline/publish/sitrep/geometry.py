"""Cutting lines and areas to a window, and leaving out what a page cannot show."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
Edges: TypeAlias = tuple[float, float, float, float]  # left, top, right, bottom
_Inside: TypeAlias = Callable[[Point], bool]
_Cross: TypeAlias = Callable[[Point, Point], Point]


def clipped(ring: Sequence[Point], window: Edges) -> list[Point]:
    """Cut an area to a window of left, top, right, bottom (Sutherland and Hodgman)."""
    left, top, right, bottom = window
    points = list(ring)
    for inside, cross in (
        (lambda p: p[0] >= left, _at_x(left)),
        (lambda p: p[0] <= right, _at_x(right)),
        (lambda p: p[1] >= top, _at_y(top)),
        (lambda p: p[1] <= bottom, _at_y(bottom)),
    ):
        points = _cut(points, inside, cross)
    return points


def pieces(line: Sequence[Point], window: Edges) -> Iterator[list[Point]]:
    """Yield the stretches of a line that are in a window, each with a step beyond it."""
    left, top, right, bottom = window
    run: list[Point] = []
    for one, two in pairwise(line):
        crosses = (
            max(one[0], two[0]) >= left
            and min(one[0], two[0]) <= right
            and max(one[1], two[1]) >= top
            and min(one[1], two[1]) <= bottom
        )
        if crosses:
            run = run or [one]
            run.append(two)
        elif run:
            yield run
            run = []
    if run:
        yield run


def thinned(points: Sequence[Point], least: float) -> list[Point]:
    """Leave out points nearer than ``least`` to the one before; the ends stay."""
    kept: list[Point] = []
    for point in points:
        if not kept or abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= least:
            kept.append(point)
    if points and kept[-1] != points[-1]:
        kept.append(points[-1])
    return kept


def middle(ring: Sequence[Point]) -> tuple[float, Point]:
    """Give the size of an area and its centre of mass."""
    doubled = x = y = 0.0
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = x1 * y2 - x2 * y1
        doubled, x, y = doubled + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross
    if not doubled:
        return 0.0, ring[0]
    return abs(doubled / 2), (x / (3 * doubled), y / (3 * doubled))


def _cut(points: Sequence[Point], inside: _Inside, cross: _Cross) -> list[Point]:
    out: list[Point] = []
    for number, point in enumerate(points):
        before = points[number - 1]
        if inside(point) != inside(before):
            out.append(cross(before, point))
        if inside(point):
            out.append(point)
    return out


def _at_x(x: float) -> _Cross:
    return lambda one, two: (x, one[1] + (two[1] - one[1]) * (x - one[0]) / (two[0] - one[0]))


def _at_y(y: float) -> _Cross:
    return lambda one, two: (one[0] + (two[0] - one[0]) * (y - one[1]) / (two[1] - one[1]), y)
