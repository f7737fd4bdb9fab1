"""When two coded values count as the same: the codebook's tolerances."""

import math
import re
import unicodedata
from collections.abc import Iterable
from typing import Any

Coded = dict[str, Any]
Spot = tuple[int, int]

_REACH_KM = {"site": 30, "settlement": 30, "admin2": 60, "admin1": 150, "sea": 500, "region": 500}
_NAMED = {"admin2", "admin1", "sea", "region"}
_EARTH_KM = 6371
_EMPTY = {"the", "a", "an", "of", "and", "in", "for", "on", "at", "to", "its", "their", "his", "by"}
_LONG_WORD = 6


def same_party(gold: Coded, found: Coded) -> bool:
    """Tell whether two parties share country and role, or the last word of a name."""
    if gold["country"] and gold["country"] == found["country"]:
        if gold["role"] == found["role"] != "UNK":
            return True
    elif gold["country"] and found["country"]:
        return False
    return same_name(gold["name"], found["name"])


def same_name(gold: str, found: str) -> bool:
    """Tell whether the last word of one name stands in the other."""
    mine, theirs = words(gold), words(found)
    if not mine or not theirs:
        return False
    return any(_alike(mine[-1], w) for w in theirs) or any(_alike(theirs[-1], w) for w in mine)


def share_speaker(gold: Coded, found: Coded) -> bool:
    """Tell whether two claims have one speaker."""
    return same_name(gold["speaker"] or "", found["speaker"] or "")


def same_place(gold: Coded, found: Coded) -> bool:
    """Tell whether a place lies within the reach of the gold precision."""
    if gold["precision"] == "country":
        return bool(gold["country"] == found["country"])
    if gold["precision"] in _NAMED and words(gold["name"]) == words(found["name"]):
        return True
    return kilometres(gold, found) <= _REACH_KM[gold["precision"]]


def kilometres(one: Coded, other: Coded) -> float:
    """Measure the great circle between two places; infinite where one has no point."""
    if None in (one["lat"], other["lat"]):
        return math.inf
    a, b = math.radians(one["lat"]), math.radians(other["lat"])
    half = math.sin((b - a) / 2) ** 2
    half += math.cos(a) * math.cos(b) * math.sin(math.radians(other["lon"] - one["lon"]) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def same_day(gold: Coded, found: Coded) -> bool:
    """Tell whether two dates begin and end on the same days."""
    return bool(gold["start"] == found["start"] and gold["end"] == found["end"])


def same_words(one: str, other: str) -> float:
    """Give the share of words that two texts have in common."""
    mine, theirs = set(_plain(one)), set(_plain(other))
    return len(mine & theirs) / len(mine | theirs) if mine | theirs else 0.0


def spots(text: str, quotes: Iterable[str | Coded]) -> list[Spot]:
    """Find where quotes stand, by their offsets or by their words."""
    out = []
    for quote in quotes:
        if isinstance(quote, dict):
            out.append((quote["start"], quote["end"]))
        elif (at := text.find(quote)) >= 0:
            out.append((at, at + len(quote)))
    return out


def covered(text: str, mine: list[Spot], theirs: list[Spot]) -> float:
    """Give the harmonic share of characters in common; a little for the same line of text."""
    one = {i for a, b in mine for i in range(a, b)}
    other = {i for a, b in theirs for i in range(a, b)}
    if not one or not other:
        return 0.0
    if one & other:
        return 2 * len(one & other) / (len(one) + len(other))
    first, end = sorted((min(one), min(other)))
    return 0.05 if not re.search(r"[.!?]\s|\n", text[first:end]) else 0.0


def words(name: str) -> list[str]:
    """Split a name into plain words, without the empty ones."""
    return [word for word in _plain(name) if word not in _EMPTY]


def _plain(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKD", text.lower().replace("’s", "").replace("'s", ""))
    folded = "".join(c for c in folded if not unicodedata.combining(c))
    return re.findall(r"[a-z0-9]+", folded)


def _alike(one: str, other: str) -> bool:
    """Tell whether two words are one but for an ending."""
    if one == other or one + "s" == other or other + "s" == one:
        return True
    shorter = min(len(one), len(other))
    return shorter >= _LONG_WORD and one[: shorter - 1] == other[: shorter - 1]
