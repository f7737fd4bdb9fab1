"""What a language model is asked to give: words of the report, and codes of the codebook.

It gives no offsets, no coordinates and no bounds: those are found in the words it quotes.
"""

from typing import Any

import msgspec


class SaidParty(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who acts or is acted on, in the report's words."""

    words: str
    country: str | None  # ISO 3166-1 alpha-3
    role: str


class SaidEvent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One happening; ``weapon``, ``place`` and ``date`` are words of the report."""

    quote: str
    kind: str
    factuality: str
    background: bool
    actors: list[SaidParty]
    targets: list[SaidParty]
    weapon: str | None
    place: str | None
    date: str | None


class SaidFigure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A number with what it counts; ``event`` is a place in the list of events."""

    quote: str
    event: int | None
    by: str | None


class SaidClaim(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a speaker says; ``quote`` is the content alone."""

    quote: str
    speaker: str
    stance: str
    direct: bool


class Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that is told."""

    events: list[SaidEvent]
    figures: list[SaidFigure]
    claims: list[SaidClaim]


def schema() -> dict[str, Any]:
    """Give the form of an answer as a JSON schema."""
    return msgspec.json.schema(Answer)
