"""Measure a stretch of a report: how dense the words of each genre are, and how it is told."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p

from dateline.extract.genre_words import Sign
from dateline.extract.parse import Parse
from dateline.knowledge.genres import CONFLICT, load_genres

# Words that a stretch is thought to have on top of its own, so that one sign in a short line
# does not pass for a dense text.
PARAGRAPH_FLOOR, REPORT_FLOOR = 25, 40
_REPEAT = 0.5  # each repeat of a word counts half as much as the one before
_STRENGTHS = {"sure": 3.0, "typical": 2.0, "weak": 1.0}
# The share of finite verbs in the present tense, and the density of reporting words, that say
# nothing either way; and the densities above which a genre is beyond doubt.
_USUAL_PRESENT, _USUAL_REPORTED = 0.4, 1.0
_DENSE_TOPIC, _DENSE_RETOLD = 2.2, 2.0


@dataclass(frozen=True, slots=True)
class Manner:
    """How a stretch is told: its tokens, its finite verbs by tense, its words of reporting."""

    tokens: int
    present: int
    past: int
    reported: int

    @classmethod
    def of(cls, parse: Parse, first: int, end: int) -> "Manner":
        """Count over a token range."""
        tags = parse.tags[first:end]
        return cls(
            tokens=end - first,
            present=tags.count("VBZ") + tags.count("VBP"),
            past=tags.count("VBD"),
            reported=sum(map(load_genres().reporting.__contains__, parse.lowers[first:end])),
        )

    def __add__(self, other: "Manner") -> "Manner":
        """Take two stretches together."""
        return Manner(
            self.tokens + other.tokens,
            self.present + other.present,
            self.past + other.past,
            self.reported + other.reported,
        )


@dataclass(frozen=True, slots=True)
class Measures:
    """The measures of one stretch by name, and its densest quiet and loud genre."""

    values: dict[str, float]
    quiet: str
    loud: str


def measure(signs: Sequence[Sign], manner: Manner, floor: int) -> Measures:
    """Measure a stretch by its signs and the manner of its telling."""
    genres = load_genres()
    masses, strengths = _weigh(signs)
    scale = 100 / (manner.tokens + floor)
    ranked = sorted((-mass, name) for name, mass in masses.items() if name not in genres.loud)
    densities = {
        "topic": log1p(-scale * sum(mass for mass, _ in ranked[:1])),
        "others": log1p(-scale * sum(mass for mass, _ in ranked[1:3])),
        **{name: log1p(scale * strengths.get(at, 0)) for name, at in _STRENGTHS.items()},
        "crime": log1p(scale * masses.get("crime", 0)),
        "retold": log1p(scale * max(masses.get(name, 0) for name in sorted(genres.retold))),
        "reported": log1p(scale * manner.reported),
    }
    loudest = max(sorted(genres.loud), key=lambda name: masses.get(name, 0))
    values = {**densities, **_combine(densities, manner)}
    return Measures(values, ranked[0][1] if ranked else "", loudest)


def _combine(densities: dict[str, float], manner: Manner) -> dict[str, float]:
    """Measure what counts together: a plot is told in the present, and nobody reports it."""
    retold = densities["retold"]
    share = (manner.present + 1) / (manner.present + manner.past + 2)
    present = share - _USUAL_PRESENT
    return {
        "present": present,
        "retold in the present": retold * present,
        "retold and reported": retold * (densities["reported"] - _USUAL_REPORTED),
        "dense topic": max(0.0, densities["topic"] - _DENSE_TOPIC),
        "dense retold": max(0.0, retold - _DENSE_RETOLD),
    }


def _weigh(signs: Sequence[Sign]) -> tuple[dict[str, float], dict[float, float]]:
    """Add up the weights of each genre, and those of conflict by their strength."""
    seen: Counter[str] = Counter()
    masses: dict[str, float] = {}
    strengths: dict[float, float] = {}
    for sign in signs:
        share = _REPEAT ** seen[sign.key]
        seen[sign.key] += 1
        for genre, weight in sign.weights:
            masses[genre] = masses.get(genre, 0) + weight * share
            if genre == CONFLICT:
                strengths[weight] = strengths.get(weight, 0) + weight * share
    return masses, strengths
