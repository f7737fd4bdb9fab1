"""A small map in a corner: where in the world the large one lies."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.publish.sitrep.geometry import Point
from dateline.publish.sitrep.ground import ground
from dateline.publish.sitrep.svg import element
from dateline.publish.sitrep.window import Window

_WIDTH, _HEIGHT, _GAP = 128.0, 96.0, 8.0
_UP_TO = 9.0  # degrees of latitude: a wider map shows by itself where it is
_WIDER = 34.0  # degrees of latitude that the small map shows


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A piece of drawing and the box it takes."""

    svg: str
    box: tuple[float, float, float, float]


def corner(window: Window, marks: Sequence[Point]) -> Point:
    """Find the corner, left and top, that hides the fewest marks; the right ones come first."""
    left, top, right, bottom = window.frame
    corners = [
        (x, y)
        for y in (top + _GAP, bottom - _HEIGHT - _GAP)
        for x in (right - _WIDTH - _GAP, left + _GAP)
    ][:3]  # the scale is at the bottom left
    return min(corners, key=lambda at: sum(_covers(at, point) for point in marks))


def inset(window: Window, at: Point, *, key: str) -> Iterator[Drawn]:
    """Draw it, unless the map is wide enough to need none; ``key`` names its frame on the page."""
    if window.box.north - window.box.south > _UP_TO:
        return
    small = replace(
        window, left=at[0], top=at[1], width=_WIDTH, height=_HEIGHT, scale=_HEIGHT / _WIDER
    )
    shape = {"x": at[0], "y": at[1], "width": _WIDTH, "height": _HEIGHT}
    drawn = element(
        "g",
        element("defs", element("clipPath", element("rect", **shape), id=key)),
        element("g", *ground(small, fine=False), _here(window, small), clip_path=f"url(#{key})"),
        element("rect", **shape, fill="none", stroke="#8a8a86"),
    )
    yield Drawn(svg=drawn, box=(at[0], at[1], at[0] + _WIDTH, at[1] + _HEIGHT))


def _here(window: Window, small: Window) -> str:
    left, top = small.place(window.box.west, window.box.north)
    right, bottom = small.place(window.box.east, window.box.south)
    return element(
        "rect",
        x=left,
        y=top,
        width=right - left,
        height=bottom - top,
        fill="#b3261e",
        fill_opacity="0.15",
        stroke="#b3261e",
    )


def _covers(at: Point, point: Point) -> bool:
    margin = 30
    return (
        at[0] - margin < point[0] < at[0] + _WIDTH + margin
        and at[1] - margin < point[1] < at[1] + _HEIGHT + margin
    )
