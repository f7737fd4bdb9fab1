"""What a report tells, in the words of the codebook."""

from dataclasses import dataclass, field
from datetime import date

from dateline.records.report import Block, Report
from dateline.records.span import Basis, Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who acts or is acted on; ``country`` is ISO 3166-1 alpha-3, ``role`` a codebook role."""

    name: str
    country: str | None = None
    role: str = "UNK"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where it happened: WGS 84 degrees, and a precision of the codebook."""

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str = "settlement"


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """Days from ``start`` to ``end``, both included; None where ``precision`` is unknown."""

    start: date | None = None
    end: date | None = None
    precision: str = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One report's telling of one happening; the first quote of ``evidence`` holds its trigger."""

    id: str
    type: str
    kind: str
    acled: str
    cameo: str
    factuality: str = "occurred"
    background: bool = False
    part_of: str | None = None
    actors: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    weapon: str | None = None
    place: Place | None = None
    date: When = field(default_factory=When)
    attribution: tuple[str, ...] = ()
    evidence: tuple[Quote, ...] = ()
    basis: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number of people or things; ``low`` or ``high`` is None where that bound is open."""

    id: str
    measure: str
    low: float | None
    high: float | None
    qualifier: str
    quote: str
    start: int
    end: int
    population: str | None = None
    event: str | None = None
    by: str | None = None
    scope: str = "event"
    of: str | None = None
    unit: str | None = None
    withdrawn: bool = False  # the report takes it back: "up from the nine reported earlier"
    basis: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A statement that the report attributes to a speaker; ``quote`` is its content alone."""

    id: str
    speaker: str
    cue: str | None
    medium: str | None
    stance: str
    quote: str
    start: int
    end: int
    direct: bool
    events: tuple[str, ...] = ()
    basis: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """All that one report yields."""

    report: Report
    blocks: tuple[Block, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    claims: tuple[Claim, ...] = ()
