"""Incidents gathered into theatres: what lies far apart gets maps of its own."""

from collections.abc import Sequence
from math import asin, cos, radians, sin, sqrt

from dateline.publish.sitrep.sorting import is_placed
from dateline.records import Incident, Place

_APART = 1200.0  # kilometres between neighbours: more is another theatre
_EARTH = 6371.0
MOST = 6  # maps; what is left over is in the table


def theatres(incidents: Sequence[Incident]) -> list[list[Incident]]:
    """Gather the placed incidents, the theatre of most incidents first."""
    groups: list[list[Incident]] = []
    for incident in incidents:
        if is_placed(incident):
            near = [group for group in groups if any(_near(incident, other) for other in group)]
            groups = [group for group in groups if group not in near]
            groups.append([one for group in near for one in group] + [incident])
    ids = {incident.id: number for number, incident in enumerate(incidents)}
    ordered = [sorted(group, key=lambda i: ids[i.id]) for group in groups]
    return sorted(ordered, key=lambda group: (-len(group), ids[group[0].id]))


def _near(one: Incident, other: Incident) -> bool:
    return bool(one.place and other.place and _km(one.place, other.place) <= _APART)


def _km(one: Place, other: Place) -> float:
    """Measure between two points along the surface of the earth (haversine)."""
    north, south = radians(one.lat or 0.0), radians(other.lat or 0.0)
    east = radians((one.lon or 0.0) - (other.lon or 0.0))
    half = sin((north - south) / 2) ** 2 + cos(north) * cos(south) * sin(east / 2) ** 2
    return 2 * _EARTH * asin(sqrt(min(1.0, half)))
