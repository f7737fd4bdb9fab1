"""Whether a region holds the place of a happening: wholly, in part or perhaps, or not at all."""

from collections.abc import Iterator
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt
from typing import Literal

from dateline.knowledge.siren_regions import level_told, own_city, region_key
from dateline.reconcile.warned.happening import Happening
from dateline.records.warning import Ring, WarningInterval

Cover = Literal["whole", "part", "no"]
_DEPTHS = ("oblast", "raion", "hromada")  # of the regions around one, the widest first
_EXACT = ("site", "settlement")
_REACH_KM = {"admin2": 32.0, "admin1": 110.0, "country": 435.0, "region": 600.0, "sea": 300.0}
_EARTH_KM = 6371.0


def cover(region: WarningInterval, happening: Happening) -> Cover:
    """Tell how much of the happening's place a region holds."""
    if region.country and happening.country and region.country != happening.country:
        return "no"
    if happening.lat is not None and (region.polygons or region.circles):
        return _by_shape(region, happening)
    return _by_name(region, happening)


def _by_name(region: WarningInterval, happening: Happening) -> Cover:
    theirs, ours = _keys(region), dict(_own_keys(happening))
    shared = [level for level in ("oblast", "raion") if level in theirs and level in ours]
    if any(theirs[level] != ours[level] for level in shared):
        return "no"
    level = _level(region)
    if level in shared:
        return "whole"
    place = ours.get("place")
    if place and level != "oblast" and theirs.get(level) == place:
        return "whole"
    if happening.place and not ours:  # a country, a sea: its parts are in it
        return "part" if region.country and region.country == happening.country else "no"
    return "part" if shared else "no"


def _keys(region: WarningInterval) -> dict[str, str]:
    """Key the region and those around it by their levels."""
    named = [uid.rpartition("/")[2] for uid in region.within if "/" in uid]
    found = {level: region_key(name, level) for level, name in zip(_DEPTHS, named, strict=False)}
    level = _level(region)
    found[level] = region_key(region.region_name, level)
    return found


def _level(region: WarningInterval) -> str:
    level = level_told(region.region_name) if region.level == "area" else region.level
    city = own_city(region.region_name) if level in ("city", "oblast") else None
    return (
        "oblast" if city and region_key(region.region_name, "oblast") == city else level or "area"
    )


def _own_keys(happening: Happening) -> Iterator[tuple[str, str]]:
    exact = happening.precision in _EXACT
    city = own_city(happening.place) if happening.place and exact else None
    if happening.admin1 and not city:
        yield "oblast", region_key(happening.admin1, "oblast")
    if happening.admin2:
        yield "raion", region_key(happening.admin2, "raion")
    if city:
        yield "oblast", city
    if happening.place and exact:
        yield "place", region_key(happening.place, "place")
    elif happening.place and happening.precision == "admin2":
        yield "raion", region_key(happening.place, "raion")
    elif happening.place and happening.precision == "admin1":
        yield "oblast", region_key(happening.place, "oblast")


def _by_shape(region: WarningInterval, happening: Happening) -> Cover:
    at = (happening.lat or 0.0, happening.lon or 0.0)
    reach = 0.0 if happening.precision in _EXACT else _REACH_KM.get(happening.precision, 0.0)
    gaps = [max(0.0, _km(at, (c.lat, c.lon)) - c.km) for c in region.circles]
    gaps += [_gap(at, ring) for ring in region.polygons]
    nearest = min(gaps)
    if nearest == 0:
        return "part" if reach else "whole"
    return "part" if nearest <= reach else "no"


def _gap(at: tuple[float, float], ring: Ring) -> float:
    return 0.0 if _inside(at, ring) else min(_km(at, point) for point in ring)


def _inside(at: tuple[float, float], ring: Ring) -> bool:
    """Count how often a line to the east crosses the ring."""
    lat, lon = at
    inside = False
    for (lat1, lon1), (lat2, lon2) in pairwise(ring):
        if (lat1 > lat) != (lat2 > lat):
            crossing = lon1 + (lat - lat1) / (lat2 - lat1) * (lon2 - lon1)
            inside ^= lon < crossing
    return inside


def _km(one: tuple[float, float], other: tuple[float, float]) -> float:
    lat1, lon1, lat2, lon2 = map(radians, (*one, *other))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(half)))
