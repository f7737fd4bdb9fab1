"""What lies under the incidents of a map: land, borders, and the names to find one's way."""

from collections.abc import Iterable, Iterator

from dateline.knowledge.outlines import Line, outlines
from dateline.knowledge.outlines.towns import towns
from dateline.publish.sitrep.geometry import Edges, clipped, middle, pieces, thinned
from dateline.publish.sitrep.labels import Labels, Style
from dateline.publish.sitrep.svg import element, path
from dateline.publish.sitrep.window import Window
from dateline.records import Box

SEA, LAND = "#e9eef2", "#fbfaf6"
_COUNTRY = Style(size=11, colour="#5a5a5a", weight="bold", spacing=1.6)
_UNIT = Style(size=8.5, colour="#6b6a60", slant="italic", spacing=0.4, air=9)
_TOWN = Style(size=8.5, colour="#575c63")
_UNITS_TO, _UNIT_NAMES_TO = 16.0, 8.0  # degrees of latitude: wider, provinces are a tangle
_TOWNS = 26
_LEAST_LAND = 900.0  # square points: smaller lands have no room for their name
_NEAR = 0.5  # points of the page


def ground(window: Window, *, fine: bool = True) -> list[str]:
    """Draw land and borders; ``fine`` with those of provinces."""
    known = outlines()
    lands = [path(ring, closed=True) for land in known.lands for ring in _areas(land.rings, window)]
    sea = element(
        "rect", x=window.left, y=window.top, width=window.width, height=window.height, fill=SEA
    )
    drawn = [sea, element("path", d=" ".join(lands), fill=LAND, fill_rule="evenodd")]
    if fine and _tall(window.box) <= _UNITS_TO:
        drawn.append(_lines(known.units, window, stroke="#d3cfc4", stroke_width=0.6))
    drawn.append(_lines(known.coasts, window, stroke="#9fb0bc", stroke_width=0.6))
    drawn.append(_lines(known.borders, window, stroke="#8a8a86", stroke_width=0.9))
    dashed = _lines(
        known.disputed, window, stroke="#8a8a86", stroke_width=0.9, stroke_dasharray="4 3"
    )
    return [*drawn, dashed]


def name(window: Window, labels: Labels) -> None:
    """Write the names of countries, then of towns, then of provinces, where there is room."""
    for said, x, y in _countries(window):
        labels.on(said, (x, y), _COUNTRY)
    for town in towns(_whole(window.box), most=_TOWNS):
        at = window.place(town.lon, town.lat)
        spot = (at[0] - 1.5, at[1] - 1.5, at[0] + 1.5, at[1] + 1.5)
        if labels.beside(town.name, spot, _TOWN):
            labels.drawn.append(element("circle", cx=at[0], cy=at[1], r=1.5, fill=_TOWN.colour))
    if _tall(window.box) <= _UNIT_NAMES_TO:
        for said, lon, lat in outlines().unit_names:
            labels.on(said, window.place(lon, lat), _UNIT)  # outside the frame there is no room


def _countries(window: Window) -> Iterator[tuple[str, float, float]]:
    """Find the middle of what is seen of each country."""
    for land in outlines().lands:
        seen = [middle(ring) for ring in _areas(land.rings, window)]
        size, (x, y) = max(seen, default=(0.0, (0.0, 0.0)))
        if size >= _LEAST_LAND:
            yield land.name.upper(), x, y


def _areas(rings: Iterable[Line], window: Window) -> Iterator[list[tuple[float, float]]]:
    box = _padded(window.box)
    for ring in rings:
        if _touches(ring, box):
            cut = clipped(window.line(ring), _beyond(window))
            if len(cut) > 2:  # noqa: PLR2004 - two points are no area
                yield thinned(cut, _NEAR)


def _lines(lines: Iterable[Line], window: Window, **style: str | float) -> str:
    box = _padded(window.box)
    near = (line for line in lines if _touches(line, box))
    data = [
        path(thinned(run, _NEAR))
        for line in near
        for run in pieces(window.line(line), _beyond(window))
    ]
    return element("path", d=" ".join(data), fill="none", stroke_linejoin="round", **style)


def _touches(line: Line, box: Box) -> bool:
    """Tell whether a line may be seen, by the box around it."""
    lons, lats = [lon for lon, _ in line], [lat for _, lat in line]
    return (
        max(lons) >= box.west
        and min(lons) <= box.east
        and max(lats) >= box.south
        and min(lats) <= box.north
    )


def _padded(box: Box) -> Box:
    return Box(west=box.west - 1, south=box.south - 1, east=box.east + 1, north=box.north + 1)


def _whole(box: Box) -> Box:
    return Box(
        west=max(-180.0, box.west),
        south=max(-90.0, box.south),
        east=min(180.0, box.east),
        north=min(90.0, box.north),
    )


def _beyond(window: Window) -> Edges:
    """Give the frame with a little over, so that cut edges lie outside it."""
    left, top, right, bottom = window.frame
    return left - 2, top - 2, right + 2, bottom + 2


def _tall(box: Box) -> float:
    return box.north - box.south
