"""What a format of warnings is, and the small things that all of them need."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import msgspec

from dateline.errors import UnreadableReportError
from dateline.records.warning import WarningReading

# What the feeds call a kind of warning, in small letters without marks between the words.
_TYPES = {
    "air": "air", "airraid": "air", "artillery": "artillery", "artilleryshelling": "artillery",
    "urbanfights": "urban", "urbanfight": "urban", "chemical": "chemical",
    "nuclear": "radiation", "radiation": "radiation",
}  # fmt: skip
_LEVELS = {
    "state": "oblast", "oblast": "oblast", "область": "oblast",
    "district": "raion", "raion": "raion", "район": "raion",
    "community": "hromada", "hromada": "hromada", "громада": "hromada",
    "city": "city", "місто": "city",
}  # fmt: skip
_FRACTION = re.compile(r"(\.\d{1,6})\d*")


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningFormat:
    """A format of warnings; ``read`` takes an answer or a file whole."""

    name: str
    description: str
    read: Callable[[bytes], WarningReading]


def warning_type(words: object) -> str:
    """Bring a feed's word for a kind of warning to ours; what is not known is ``other``."""
    return _TYPES.get(re.sub(r"[^a-z]", "", str(words or "").lower()), "other")


def level(words: object) -> str:
    """Bring a feed's word for the size of a region to ours."""
    return _LEVELS.get(str(words or "").strip().lower(), "area")


def moment(words: object) -> datetime | None:
    """Read a moment of ISO 8601; one without an offset is UTC, nonsense is none."""
    text = _FRACTION.sub(r"\1", str(words or "").strip())
    try:
        found = datetime.fromisoformat(text)
        found = found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return found.replace(microsecond=0)


def path(country: str, *names: str | None) -> tuple[str, tuple[str, ...]]:
    """Name a region by the names of those around it, the widest first; and those likewise."""
    parts = [country]
    for name in names:
        if name and name != parts[-1]:
            parts.append(name.replace("/", "-"))
    around = ["/".join(parts[: count + 1]) for count in range(1, len(parts) - 1)]
    return "/".join(parts), tuple(around)


def json_of(body: bytes) -> Any:
    """Decode JSON; what is broken says so."""
    try:
        return msgspec.json.decode(body)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        message = f"is broken JSON: {error}"
        raise UnreadableReportError(message) from error


def text_of(value: object) -> str | None:
    """Put words on one line; anything but words and whole numbers is none."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return " ".join(str(value).split())[:300] or None
