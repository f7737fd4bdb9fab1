"""What a store keeps beside reports: rows to find things by, versions, tombstones."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """An event as reconciling needs it: ``keys`` are signed 64-bit, ``sketch`` is opaque bytes.

    Two events that may be one share a key. ``own_id`` is the id of the incident that the event
    would found.
    """

    ref: str
    report: str
    own_id: str
    keys: tuple[int, ...]
    sketch: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One text of a report as it was added; ``digest`` is the SHA-256 of what was read."""

    report: str
    number: int
    digest: str
    program: str  # the version of Dateline that coded it
    added: str  # ISO 8601, UTC


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """Where to look for what an id that is no more stood for, and why it is no more."""

    id: str
    successors: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something in a record that does not hold together."""

    subject: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """That an incident was written in a revision of the record, or is no more since then."""

    id: str
    revision: int
    removed: bool = False
