"""Is what was found what was coded: the codebook's tolerances, for labelling examples."""

import math
import re
import unicodedata

from dateline.records import Party, Place, When

_REACH = {"site": 30, "settlement": 30, "admin2": 60, "admin1": 150, "sea": 500, "region": 500}
_EARTH_KM = 6371
_EMPTY = {"the", "a", "an", "of", "and", "in", "for", "on", "at", "to", "its", "their", "his", "s"}


def same_party(coded: dict, found: Party) -> int:  # type: ignore[type-arg]
    """Grade two parties: 2 for a shared last word, 1 for the same country and role, else 0."""
    mine, other = _words(coded["name"]), _words(found.name)
    if mine and other and (mine[-1] in other or other[-1] in mine):
        return 2 + (mine == other)
    alike = coded["country"] and coded["country"] == found.country and coded["role"] == found.role
    return int(bool(alike) and coded["role"] != "UNK")


def same_place(coded: dict, found: Place) -> bool:  # type: ignore[type-arg]
    """Tell whether a place lies within the reach of the coded precision."""
    if coded["precision"] == "country":
        return bool(coded["country"]) and coded["country"] == found.country
    if _words(coded["name"]) == _words(found.name):
        return True
    return _kilometres(coded, found) <= _REACH[coded["precision"]]


def same_date(coded: dict, found: When) -> bool:  # type: ignore[type-arg]
    """Tell whether the days are the coded ones."""
    if coded["start"] is None or found.start is None or found.end is None:
        return False
    return bool(coded["start"] == found.start.isoformat() and coded["end"] == found.end.isoformat())


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name.lower().replace("’", "'"))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return [w for w in re.findall(r"[a-z0-9]+", plain) if w not in _EMPTY]


def _kilometres(coded: dict, found: Place) -> float:  # type: ignore[type-arg]
    if found.lat is None or found.lon is None:
        return math.inf
    a, b = math.radians(coded["lat"]), math.radians(found.lat)
    half = math.sin((b - a) / 2) ** 2
    half += math.cos(a) * math.cos(b) * math.sin(math.radians(found.lon - coded["lon"]) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
