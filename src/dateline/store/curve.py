"""Places in the order of a curve: what lies near on a map lies near in a list, at every zoom.

The square of a web map is halved both ways again and again; the numbers of the halves, taken in
turn, are a place's number (G. M. Morton, 1966). All places of a cell have numbers in one span.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import cos, log, pi, radians, tan
from typing import Any, TypeAlias

import numpy as np

from dateline.records import Box

Floats: TypeAlias = np.ndarray[Any, np.dtype[np.float64]]
Ints: TypeAlias = np.ndarray[Any, np.dtype[np.int64]]
Span: TypeAlias = tuple[int, int]
DEPTH = 24  # halvings; the last cells are some two metres wide
NOWHERE = np.iinfo(np.int64).max  # the number of what has no place
_FARTHEST = 85.051129  # degrees north or south; there a web map ends
_MOST = 64  # cells that a window may be wide; a wider one has larger cells
_SPREAD = (
    (16, 0x0000FFFF0000FFFF),
    (8, 0x00FF00FF00FF00FF),
    (4, 0x0F0F0F0F0F0F0F0F),
    (2, 0x3333333333333333),
    (1, 0x5555555555555555),
)


@dataclass(frozen=True, slots=True)
class Window:
    """Whole cells of a depth that cover an area, as spans ``[first, behind)`` of numbers."""

    depth: int
    spans: tuple[Span, ...]


def numbers_of(lon: Floats, lat: Floats) -> Ints:
    """Give the numbers of places in degrees along the curve; NaN is nowhere."""
    known = ~(np.isnan(lon) | np.isnan(lat))
    north = np.radians(np.clip(np.where(known, lat, 0), -_FARTHEST, _FARTHEST))
    y = (1 - np.log(np.tan(north) + 1 / np.cos(north)) / np.pi) / 2
    x = (np.where(known, lon, 0) + 180) / 360
    return np.where(known, _woven(_cells(x), _cells(y)), NOWHERE)


def cells_of(numbers: Ints, depth: int) -> Ints:
    """Give the numbers of the cells of a depth that places are in."""
    return numbers >> (2 * (DEPTH - depth))


def window(box: Box, depth: int = DEPTH) -> Window:
    """Cover a box in degrees with cells, of a depth unless they would be too many."""
    if box.west <= box.east:
        return _window((box,), depth)
    west = Box(west=box.west, south=box.south, east=180, north=box.north)
    return _window((west, Box(west=-180, south=box.south, east=box.east, north=box.north)), depth)


@lru_cache(maxsize=1000)
def _window(boxes: tuple[Box, ...], depth: int) -> Window:
    corners = [_corners(box) for box in boxes]
    widest = max(max(east - west, south - north) for west, north, east, south in corners)
    depth = min(depth, DEPTH - max(0, (widest // _MOST).bit_length()))
    up = DEPTH - depth
    covered = [
        _woven(*(side.ravel() for side in np.meshgrid(*_sides(each, up)))) for each in corners
    ]
    cells = np.unique(np.concatenate(covered))
    breaks = np.flatnonzero(np.diff(cells) != 1) + 1
    firsts, lasts = cells[np.r_[0, breaks]], cells[np.r_[breaks - 1, len(cells) - 1]]
    spans = zip((firsts << 2 * up).tolist(), ((lasts + 1) << 2 * up).tolist(), strict=True)
    return Window(depth, tuple(spans))


def _sides(corners: tuple[int, int, int, int], up: int) -> tuple[Ints, Ints]:
    west, north, east, south = (side >> up for side in corners)
    return np.arange(west, east + 1), np.arange(north, south + 1)


def _corners(box: Box) -> tuple[int, int, int, int]:
    """Give the westmost and northmost column and row of a box, and the eastmost and southmost."""
    return _column(box.west), _row(box.north), _column(box.east), _row(box.south)


def _column(lon: float) -> int:
    return _whole((lon + 180) / 360)


def _row(lat: float) -> int:
    north = radians(max(-_FARTHEST, min(_FARTHEST, lat)))
    return _whole((1 - log(tan(north) + 1 / cos(north)) / pi) / 2)


def _whole(part: float) -> int:
    return max(0, min((1 << DEPTH) - 1, int(part * (1 << DEPTH))))


def _cells(part: Floats) -> Ints:
    return np.clip((part * (1 << DEPTH)).astype(np.int64), 0, (1 << DEPTH) - 1)


def _woven(column: Ints, row: Ints) -> Ints:
    return _spread(column) | _spread(row) << 1


def _spread(part: Ints) -> Ints:
    """Put a nought between all binary digits."""
    for shift, mask in _SPREAD:
        part = (part | part << shift) & mask
    return part
