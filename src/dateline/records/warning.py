"""Warnings that came in, what was heard when, and the items of a feed."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias

from dateline.records.query import Circle

Ring: TypeAlias = tuple[
    tuple[float, float], ...
]  # of degrees north and east; the last is the first

ACTUAL = "Actual"  # CAP's word for what is meant; all else is practice or made for machines


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningInterval:
    """A warning for one region, from its start to its end; moments are UTC.

    ``key`` is stable within its feed. ``type`` is air, artillery, urban, chemical, radiation or
    other; ``level`` says how large the region is: oblast, raion, hromada, city or area.
    ``within`` names the regions around it by their ``region``, the widest first.
    """

    key: str
    region: str
    region_name: str
    country: str | None = None  # ISO 3166-1 alpha-3
    level: str = "area"
    type: str = "air"
    start: datetime
    end: datetime | None = None
    headline: str | None = None
    sender: str | None = None
    status: str = ACTUAL  # CAP: Actual, Exercise, System, Test, Draft
    scope: str = "Public"  # CAP: Public, Restricted, Private
    closed: bool = False  # ended by a later message or by its absence, not by its own word
    cancelled: bool = False  # withdrawn by its sender; it was heard all the same
    within: tuple[str, ...] = ()
    polygons: tuple[Ring, ...] = ()
    circles: tuple[Circle, ...] = ()

    @property
    def actual(self) -> bool:
        """Tell whether it is meant: an exercise, a test or a draft warns nobody."""
        return self.status == ACTUAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """A message ends or withdraws an earlier one; ``message`` begins the keys of its intervals."""

    message: str
    at: datetime
    cancelled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningReading:
    """What one answer of a feed says.

    Of a ``snapshot``, whatever is not in it has ended; a log adds to what is known. ``at`` is the
    moment up to which it speaks, where it says so. ``faults`` are what was passed over.
    """

    intervals: tuple[WarningInterval, ...] = ()
    snapshot: bool = False
    closings: tuple[Closing, ...] = ()
    at: datetime | None = None
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A stretch in which a feed was heard without a longer break."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A stretch in which nothing is known of a feed's regions.

    ``start`` is None for the time before it was first heard, ``end`` while it is still silent.
    """

    start: datetime | None
    end: datetime | None
    feed: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItem:
    """An entry of a feed; ``key`` is stable, ``link`` is absolute and http or https."""

    key: str
    link: str | None = None
    title: str | None = None
    published: datetime | None = None
    text: str | None = field(default=None, repr=False)
