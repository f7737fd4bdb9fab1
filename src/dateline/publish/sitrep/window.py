"""The piece of the world that a map shows, and where a point of it is on the page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians

from dateline.publish.sitrep.geometry import Edges, Point
from dateline.records import Box

KM = 111.2  # of a degree of latitude
_LEAST = 3.2  # degrees of latitude: less than this has no town to go by
_MARGIN = 0.2  # of the span, on each side
_MOST = 84.0  # degrees: nobody needs the poles


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A stretch of the world around a centre; degrees of longitude shrink with its latitude."""

    lon: float
    lat: float
    scale: float  # points of the page for a degree of latitude
    width: float
    height: float
    left: float = 0.0
    top: float = 0.0

    @property
    def box(self) -> Box:
        """Give its edges in degrees."""
        half_lon = self.width / 2 / (self.scale * self.squeeze)
        half_lat = self.height / 2 / self.scale
        return Box(
            west=self.lon - half_lon,
            east=self.lon + half_lon,
            south=self.lat - half_lat,
            north=self.lat + half_lat,
        )

    @property
    def frame(self) -> Edges:
        """Give its edges on the page: left, top, right, bottom."""
        return self.left, self.top, self.left + self.width, self.top + self.height

    @property
    def squeeze(self) -> float:
        """Tell how much shorter a degree of longitude is than one of latitude."""
        return cos(radians(self.lat))

    def place(self, lon: float, lat: float) -> Point:
        """Find a point on the page."""
        x = self.left + self.width / 2 + (lon - self.lon) * self.scale * self.squeeze
        return x, self.top + self.height / 2 - (lat - self.lat) * self.scale

    def line(self, points: Iterable[Point]) -> list[Point]:
        """Find the points of a line on the page."""
        return [self.place(lon, lat) for lon, lat in points]

    def length(self, km: float) -> float:
        """Measure kilometres on the page."""
        return km / KM * self.scale


def around(spots: Sequence[tuple[float, float, float]], width: float, height: float) -> Window:
    """Make the window that shows spots: longitude, latitude and radius in kilometres of each."""
    south = max(-_MOST, min(lat - km / KM for _, lat, km in spots))
    north = min(_MOST, max(lat + km / KM for _, lat, km in spots))
    lat = (south + north) / 2
    squeeze = cos(radians(lat))
    west = min(lon - km / KM / squeeze for lon, _, km in spots)
    east = max(lon + km / KM / squeeze for lon, _, km in spots)
    room = 1 + 2 * _MARGIN
    tall = max((north - south) * room, (east - west) * squeeze * room * height / width, _LEAST)
    return Window(lon=(west + east) / 2, lat=lat, scale=height / tall, width=width, height=height)
