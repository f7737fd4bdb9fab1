"""Warnings and what they were worth: what is known, since when, and whether it came in time."""

from dateline.reconcile.warned.happening import Happening
from dateline.reconcile.warned.hearing import hear, silences
from dateline.reconcile.warned.joining import JUST_AFTER, Joined, best, joined
from dateline.reconcile.warned.states import Region, RegionState, combined, regions, states
from dateline.reconcile.warned.unknown import Ear, unknown
from dateline.reconcile.warned.updating import SILENT_AFTER, update

__all__ = [
    "JUST_AFTER",
    "SILENT_AFTER",
    "Ear",
    "Happening",
    "Joined",
    "Region",
    "RegionState",
    "best",
    "combined",
    "hear",
    "joined",
    "regions",
    "silences",
    "states",
    "unknown",
    "update",
]
