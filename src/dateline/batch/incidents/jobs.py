"""What workers are told to do on the way from events to incidents; each job writes one file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from dateline.reconcile.clustering import Ends

Rows: TypeAlias = tuple[tuple[str, Mapping[int, str]], ...]  # shards, their rows with report ids


@dataclass(frozen=True, slots=True, kw_only=True)
class Draw:
    """Sketch the events of some shards, each into its blocks."""

    folder: Path
    name: str
    rows: Rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Compare:
    """Find the pairs of a block that are alike."""

    folder: Path
    name: str
    block: str
    drawn: tuple[str, ...]  # the jobs that drew events of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Group events that are connected by pairs."""

    folder: Path
    name: str
    events: Sequence[Mapping[str, str]]  # of each island, with their reports
    pairs: Sequence[Mapping[Ends, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """Send the reports of some shards to the blocks that their events are merged in."""

    folder: Path
    name: str
    rows: Rows
    blocks: Mapping[str, str]  # of events


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """An incident by its events, with the wider ones and its parts."""

    id: str
    refs: tuple[str, ...]
    part_of: tuple[str, ...]
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Make the incidents of a block."""

    folder: Path
    name: str
    groups: tuple[Group, ...]
    spread: tuple[str, ...]  # the jobs that sent reports to it
