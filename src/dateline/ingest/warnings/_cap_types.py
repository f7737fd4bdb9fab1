"""What a CAP alert warns of, by its codes, its category and its words."""

import re
from typing import Any

from dateline.ingest.warning_format import warning_type

_BY_WORDS = (
    ("air", re.compile(r"air.?raid|air.?alert|air.?alarm|missile|rocket|drone|aerial|siren"
                       r"|повітрян", re.IGNORECASE)),
    ("artillery", re.compile(r"artiller|shelling|артилер|обстріл", re.IGNORECASE)),
    ("urban", re.compile(r"urban|street fight|вуличн", re.IGNORECASE)),
    ("chemical", re.compile(r"chemical|хімічн", re.IGNORECASE)),
    ("radiation", re.compile(r"radiat|radiolog|nuclear|радіац", re.IGNORECASE)),
)  # fmt: skip


def cap_type(info: Any) -> str:
    """Bring an alert to one of the kinds of warning; weather and the like are ``other``."""
    for code in info.iterchildren("{*}eventCode"):
        for value in code.iterchildren("{*}value"):
            if (found := warning_type(value.text)) != "other":
                return found
    event = next((node.text or "" for node in info.iterchildren("{*}event")), "")
    return next((kind for kind, pattern in _BY_WORDS if pattern.search(event[:300])), "other")
