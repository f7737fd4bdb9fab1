"""Measure a stretch of a report: how dense the words of each genre are, and how it is told."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log1p

from dateline.extract.genre_words import Sign
from dateline.knowledge.genres import load_genres

# Words that a stretch is thought to have on top of its own, so that one sign in a short line
# does not pass for a dense text.
PARAGRAPH_FLOOR, REPORT_FLOOR = 25, 40
_REPEAT = 0.5  # each repeat of a word counts half as much as the one before
_STRENGTH_NAMES = ((3.0, "sure"), (2.0, "typical"), (1.0, "weak"))
_PRESENT = ("VBZ", "VBP")
_USUAL_PRESENT = 0.4  # the share of finite verbs in the present tense that says nothing


@dataclass(frozen=True, slots=True)
class Measures:
    """The measures of one stretch, by name, and the quiet and the loud genre densest in it."""

    values: dict[str, float]
    quiet: str
    loud: str


def measure(signs: Sequence[Sign], tags: Iterable[str], floor: int) -> Measures:
    """Measure a stretch by its signs and the tags of its tokens."""
    genres = load_genres()
    masses, strengths = _weigh(signs)
    counts = Counter(tags)
    scale = 100 / (counts.total() + floor)
    quiet = sorted((-mass, name) for name, mass in masses.items() if name not in genres.loud)
    present = _present_share(counts) - _USUAL_PRESENT
    retold = log1p(scale * max((masses[name] for name in genres.retold), default=0))
    values = {
        "topic": log1p(-scale * sum(mass for mass, _ in quiet[:1])),
        "others": log1p(-scale * sum(mass for mass, _ in quiet[1:3])),
        **{name: log1p(scale * strengths[strength]) for strength, name in _STRENGTH_NAMES},
        "crime": log1p(scale * masses["crime"]),
        "retold": retold,
        "present": present,
        "retold in the present": retold * present,
    }
    loudest = max(sorted(genres.loud), key=lambda name: masses[name])
    return Measures(values, quiet[0][1] if quiet else "", loudest)


def _weigh(signs: Sequence[Sign]) -> tuple[Counter[str], Counter[float]]:
    """Add up the weights of each genre, and those of conflict by their strength."""
    seen: Counter[str] = Counter()
    masses: Counter[str] = Counter()
    strengths: Counter[float] = Counter()
    for sign in signs:
        share = _REPEAT ** seen[sign.key]
        seen[sign.key] += 1
        for genre, weight in sign.weights:
            masses[genre] += weight * share  # type: ignore[assignment]
            if genre == "conflict":
                strengths[weight] += weight * share  # type: ignore[assignment]
    return masses, strengths


def _present_share(counts: Counter[str]) -> float:
    present = sum(counts[tag] for tag in _PRESENT)
    return (present + 1) / (present + counts["VBD"] + 2)
