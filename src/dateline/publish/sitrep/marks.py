"""The marks of incidents: shape and colour by family, fill by grade."""

from math import cos, pi, sin

from dateline.knowledge.families import Family
from dateline.publish.sitrep.geometry import Point, clipped
from dateline.publish.sitrep.svg import element, path

_PAPER = "#ffffff"
_INK = "#333333"


def mark(family: Family, grade: str, at: Point, radius: float) -> str:
    """Draw a mark: solid confirmed, ring fair, dashed weak, split contested, pale discounted."""
    return _filled(_corners(family.shape, at, radius), grade, family.colour)


def grade_mark(grade: str) -> str:
    """Draw the sign of a grade as it stands beside its word, without words of its own."""
    drawn = _filled(_corners("circle", (7, 7), 5), grade, _INK)
    return element("svg", drawn, viewBox="0 0 14 14", width=14, height=14, aria_hidden="true")


def _filled(corners: list[Point], grade: str, colour: str) -> str:
    outline = path(corners, closed=True)
    style: dict[str, str | float] = {"fill": _PAPER, "stroke": colour, "stroke_width": 1.4}
    if grade == "confirmed":
        style |= {"fill": colour, "stroke": _PAPER, "stroke_width": 0.8}
    elif grade == "fair":
        style |= {"stroke_width": 2.4}
    elif grade == "weak":
        style |= {"stroke_dasharray": "2.2 1.6"}
    elif grade == "discounted":
        style |= {"stroke_width": 0.7}
    drawn = element("path", d=outline, stroke_linejoin="round", **style)
    return drawn + _left_half(corners, colour) if grade == "contested" else drawn


def _left_half(corners: list[Point], colour: str) -> str:
    across = [x for x, _ in corners]
    centre = (min(across) + max(across)) / 2
    half = clipped(corners, (min(across), -1e6, centre, 1e6))
    return element("path", d=path(half, closed=True), fill=colour)


def _corners(shape: str, at: Point, radius: float) -> list[Point]:
    return [
        (at[0] + radius * reach * sin(turn * 2 * pi), at[1] - radius * reach * cos(turn * 2 * pi))
        for turn, reach in _SHAPES[shape]
    ]


def _regular(count: int, *, turned: float = 0.0, reach: float = 1.0) -> list[tuple[float, float]]:
    return [(number / count + turned, reach) for number in range(count)]


# Corners by their share of a full turn from the top, and their distance; areas are about equal.
_SHAPES = {
    "triangle": _regular(3, reach=1.25),
    "wedge": _regular(3, turned=0.5, reach=1.25),
    "square": _regular(4, turned=0.125, reach=1.15),
    "diamond": _regular(4, reach=1.2),
    "hexagon": _regular(6, reach=1.05),
    "star": [(number / 10, 0.6 if number % 2 else 1.35) for number in range(10)],
    "circle": _regular(24),
}
