"""Dateline reads news reports of armed conflict into a record that can be checked.

>>> import dateline
>>> record = dateline.read("Rebels shelled Goma on Monday.", published="2025-01-28")
>>> [(event.kind, event.place.name) for event in record.events]
[('shelling', 'Goma')]
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from dateline.errors import DatelineError
from dateline.records import (
    Claim,
    Event,
    Figure,
    Party,
    Place,
    Quote,
    Record,
    Rejection,
    Report,
    When,
)

if TYPE_CHECKING:
    from dateline.pipeline import Reader, read

__all__ = [
    "Claim",
    "DatelineError",
    "Event",
    "Figure",
    "Party",
    "Place",
    "Quote",
    "Reader",
    "Record",
    "Rejection",
    "Report",
    "When",
    "read",
    "version",
]


def version() -> str:
    """Name the version of the program, which is kept with all that it codes."""
    from importlib.metadata import version as installed

    return installed("dateline")


def __getattr__(name: str) -> Any:
    """Load the language side only when it is asked for: it takes a second."""
    if name in {"Reader", "read"}:
        return getattr(import_module("dateline.pipeline"), name)
    message = f"module 'dateline' has no attribute {name!r}"
    raise AttributeError(message)
