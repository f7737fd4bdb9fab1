"""What is asked of a record, the same at every door."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A bounding box in WGS 84 degrees; one whose west is greater than its east spans 180°."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """A place with a radius in kilometres."""

    lat: float
    lon: float
    km: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """The last incident of a page, by its first day and id; the next page begins behind it."""

    start: date | None
    id: str
    doubt: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Conditions that all hold; None asks for nothing. Days and origins include their bounds.

    An incident fits ``since`` and ``until`` where its days overlap them, ``actor`` where one of its
    actors' or targets' names holds all the words, ``text`` where its title, places, parties or
    quotes do. Undated incidents fit no days and unplaced ones no area. ``kinds`` asks for any of
    several, ``protected`` for a class of sites or ``any``, ``changed`` for what was changed since
    a revision. ``order`` is ``latest`` or ``doubt``, the most doubtful first.
    """

    box: Box | None = None
    near: Circle | None = None
    country: str | None = None  # ISO 3166-1 alpha-3
    since: date | None = None
    until: date | None = None
    type: str | None = None
    kind: str | None = None
    kinds: tuple[str, ...] = ()
    actor: str | None = None
    weapon: str | None = None
    grade: str | None = None
    origins: int | None = None  # at least
    text: str | None = None
    placed: bool | None = None
    dated: bool | None = None
    protected: str | None = None
    sensitive: bool | None = None
    changed: int | None = None
    order: str = "latest"
    after: Position | None = None
    limit: int | None = 50
    offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An incident as a list shows it and a store finds it; ``tolls`` holds low, best and high."""

    id: str
    title: str
    type: str
    kind: str
    factuality: str = "occurred"
    weapon: str | None = None
    place: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str | None = None
    start: date | None = None
    end: date | None = None
    date_precision: str = "unknown"
    parties: tuple[str, ...] = ()  # names of actors and targets
    words: str = ""  # all that a search for text looks in
    reports: int = 1
    origins: int = 1
    grade: str = "weak"
    protected: tuple[str, ...] = ()
    tolls: tuple[tuple[str, float | None, float | None, float | None], ...] = ()
    part_of: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    sensitive: bool = False
    doubts: tuple[str, ...] = ()  # why a person should look at it
    doubt: float = 0.0  # how much so; 0 where nothing is in doubt, or a person has looked
    revision: int = 0  # of the record, in which it was last changed
