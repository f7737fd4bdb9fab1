"""Gold records: a report with its full coding, in the form of the codebook.

Fields that are ``UNSET`` are left out of the JSON; those that are ``None`` are written as null.
"""

from datetime import date

import msgspec
from msgspec import UNSET, UnsetType


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a report besides its text."""

    id: str
    title: str | None
    publisher: str
    published: date
    credits: tuple[str, ...]
    language: str = "en"
    synthetic: bool = True
    genre: str
    region: str


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """Who acts or is acted on."""

    name: str
    country: str | None
    role: str


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where it happened."""

    name: str
    country: str | None
    lat: float
    lon: float
    precision: str


class When(msgspec.Struct, frozen=True, kw_only=True):
    """The days on which it happened, both ends included."""

    start: date | None = None
    end: date | None = None
    precision: str = "unknown"


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One happening as the report tells it."""

    id: str
    type: str
    kind: str
    acled: str
    factuality: str = "occurred"
    background: bool = False
    part_of: str | None = None
    actors: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    weapon: str | None = None
    place: Place | None = None
    date: When = When()
    attribution: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    optional: bool | UnsetType = UNSET
    note: str | UnsetType = UNSET


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A number of people or things with its bounds."""

    id: str
    measure: str
    low: float | int | None
    high: float | int | None
    qualifier: str
    population: str | None
    event: str | None
    by: str | None
    scope: str
    quote: str
    of: str | UnsetType = UNSET
    unit: str | UnsetType = UNSET
    withdrawn: bool | UnsetType = UNSET
    optional: bool | UnsetType = UNSET


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """A statement that the report attributes to a speaker."""

    id: str
    speaker: str
    cue: str | None
    medium: str | None
    stance: str
    quote: str
    direct: bool
    events: tuple[str, ...]
    optional: bool | UnsetType = UNSET


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """One line of ``gold.jsonl``."""

    report: Head
    text: str
    events: tuple[Event, ...]
    figures: tuple[Figure, ...]
    claims: tuple[Claim, ...]
