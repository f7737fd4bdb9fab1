"""Words and distances, reckoned alike for both databases."""

import re
from math import asin, cos, radians, sin, sqrt

from dateline.knowledge.gazetteer.folding import fold

_WORD = re.compile(r"[^\W_]+")
EARTH = 6371.0088  # kilometres, the mean radius


def folded(words: str) -> str:
    """Write words as they are kept to be found: folded, with a blank around each."""
    return f" {' '.join(split(words))} "


def split(words: str) -> list[str]:
    """Split into folded words; signs are none, so nobody's query is a command."""
    return _WORD.findall(fold(words))


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Measure the great circle between two points, in degrees."""
    north, other = radians(lat), radians(other_lat)
    half = sin((north - other) / 2) ** 2
    half += cos(north) * cos(other) * sin(radians(lon - other_lon) / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(half)))
