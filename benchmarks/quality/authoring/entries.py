"""Read the one-line entries of the notation: figures and claims."""

from typing import Any

from msgspec import UNSET, UnsetType

from benchmarks.quality.authoring.codebook import codebook
from benchmarks.quality.authoring.faults import SourceError
from benchmarks.quality.authoring.gold import Claim, Figure
from benchmarks.quality.authoring.quotes import find_quote
from benchmarks.quality.authoring.values import read_bounds

DIRECT = {"says": False, "quotes": True}
CLAIM_PARTS = 4  # speaker, cue, medium, words
FIGURE_PARTS = 3  # measure, number, population; flags may follow


def is_figure(words: str) -> bool:
    """Tell whether a line is a figure: it begins with a measure, after its marks."""
    return words.lstrip("-? ").split()[0] in codebook().measures


def is_sub_count(words: str) -> bool:
    """Tell whether a figure is a part of the last one above it that is not."""
    return words.startswith("-")


def marked(words: str) -> bool | UnsetType:
    """Tell whether a coding is marked optional."""
    return True if words.startswith("?") else UNSET


def read_figure(
    text: str, words: str, name: str, *, event: str | None, whole: str | None
) -> Figure:
    """Read ``killed >=4 civilian total : words / giver``; ``whole`` is what a sub-count is of."""
    opening, colon, content = words.partition(" : ")
    parts = opening.lstrip("-? ").split()
    if not colon or len(parts) < FIGURE_PARTS:
        message = f"a figure needs 'measure number population : words': {words!r}"
        raise SourceError(message)
    measure, number, population, *flags = parts
    low, high, qualifier = read_bounds(number)
    quoted, _, giver = content.partition(" / ")
    return Figure(
        id=name,
        measure=measure,
        low=low,
        high=high,
        qualifier=qualifier,
        population=None if population == "-" else population,
        event=event,
        by=giver.strip() or None,
        quote=find_quote(text, quoted),
        of=_whole(whole) if is_sub_count(words) else UNSET,
        optional=marked(words.lstrip("- ")),
        **_figure_flags(flags),
    )


def _whole(name: str | None) -> str:
    if name is None:
        message = "a sub-count without a figure above it"
        raise SourceError(message)
    return name


def _figure_flags(flags: list[str]) -> dict[str, Any]:
    """Read ``total``, ``withdrawn`` and ``unit=km``."""
    found: dict[str, Any] = {"scope": "event"}
    for flag in flags:
        if flag == "total":
            found["scope"] = flag
        elif flag == "withdrawn":
            found["withdrawn"] = True
        elif flag.startswith("unit="):
            found["unit"] = flag.removeprefix("unit=")
        else:
            message = f"unknown word after the population: {flag!r}"
            raise SourceError(message)
    return found


def read_claim(text: str, words: str, name: str) -> Claim:
    """Read ``says asserts e1 e2 : speaker | cue | medium | words``."""
    opening, _, content = words.partition(" : ")
    keyword, stance, *events = opening.lstrip("?").split()
    parts = [part.strip() for part in content.split("|")]
    if len(parts) != CLAIM_PARTS:
        message = "a claim needs speaker | cue | medium | words"
        raise SourceError(message)
    speaker, cue, medium, quoted = parts
    return Claim(
        id=name,
        speaker=speaker,
        cue=None if cue == "-" else cue,
        medium=None if medium == "-" else medium,
        stance=stance,
        quote=find_quote(text, quoted),
        direct=DIRECT[keyword],
        events=tuple(events),
        optional=marked(words),
    )
