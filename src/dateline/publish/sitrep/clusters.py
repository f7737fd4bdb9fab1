"""Incidents of a map gathered by place: marks side by side, and areas with a soft edge."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.publish.columns import RADIUS_KM
from dateline.publish.sitrep.frame import Frame
from dateline.publish.sitrep.geometry import Edges, Point
from dateline.publish.sitrep.packing import REACH, Mark, apart, spread
from dateline.publish.sitrep.sorting import is_placed
from dateline.publish.sitrep.window import Window
from dateline.publish.sitrep.wordings import named
from dateline.records import Incident

_EXACT = ("site", "settlement")
_TOGETHER = 15.0  # points of the page: nearer places share one cluster


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Incidents near one point of the page; the first name is that of most of them."""

    at: Point
    names: tuple[str, ...]
    incidents: tuple[Incident, ...]
    marks: tuple[Mark, ...]

    @property
    def extent(self) -> Edges:
        """Give the box that its marks fill."""
        boxes = [(mark.at, mark.radius * REACH) for mark in self.marks]
        return (
            min(at[0] - reach for at, reach in boxes),
            min(at[1] - reach for at, reach in boxes),
            max(at[0] + reach for at, reach in boxes),
            max(at[1] + reach for at, reach in boxes),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """Incidents of which only a district, province or country is known."""

    at: Point
    radius: float
    name: str
    incidents: tuple[Incident, ...]


def spots(incidents: Iterable[Incident]) -> list[tuple[float, float, float]]:
    """List what a map must show: longitude, latitude and how far around, in kilometres.

    A country or sea is shown by its middle alone where anything is known better.
    """
    placed = [i.place for i in incidents if i.place and is_placed(i)]
    near = [p for p in placed if p.precision in (*_EXACT, "admin1", "admin2")] or placed
    return [
        (p.lon or 0.0, p.lat or 0.0, 0.0 if p.precision in _EXACT else _km(p.precision))
        for p in near
    ]


def clusters(incidents: Iterable[Incident], window: Window, frame: Frame) -> list[Cluster]:
    """Gather exact places, those with most incidents first; near ones join them."""
    groups = _by_point([i for i in incidents if i.place and i.place.precision in _EXACT], window)
    out: list[tuple[Point, list[Incident]]] = []
    for at, group in groups:
        near = next((known for known in out if apart(known[0], at) < _TOGETHER), None)
        if near:
            near[1].extend(group)
        else:
            out.append((at, list(group)))
    return [
        Cluster(
            at=at,
            names=_names(group, frame),
            incidents=tuple(group),
            marks=spread(group, at),
        )
        for at, group in out
    ]


def areas(incidents: Iterable[Incident], window: Window, frame: Frame) -> list[Area]:
    """Gather the places that are no spot, the widest first."""
    vague = [i for i in incidents if i.place and i.place.precision not in _EXACT]
    found: dict[tuple[Point, str], list[Incident]] = {}
    for at, group in _by_point(vague, window):
        for incident in group:
            precision = incident.place.precision if incident.place else ""
            found.setdefault((at, precision), []).append(incident)
    drawn = [
        Area(
            at=at,
            radius=window.length(_km(precision)),
            name=_names(group, frame)[0],
            incidents=tuple(group),
        )
        for (at, precision), group in found.items()
    ]
    return sorted(drawn, key=lambda area: (-area.radius, area.at))


def _by_point(incidents: Sequence[Incident], window: Window) -> list[tuple[Point, list[Incident]]]:
    found: dict[Point, list[Incident]] = {}
    for incident in incidents:
        place = incident.place
        if place and place.lat is not None and place.lon is not None:
            found.setdefault(window.place(place.lon, place.lat), []).append(incident)
    return sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0]))


def _names(group: Sequence[Incident], frame: Frame) -> tuple[str, ...]:
    """Name the places of a group, that of most incidents first."""
    told = Counter(named(i.place, frame.names).name for i in group if i.place)
    return tuple(sorted(told, key=lambda name: (-told[name], name)))


def _km(precision: str) -> float:
    return float(RADIUS_KM.get(precision, RADIUS_KM["country"]))
