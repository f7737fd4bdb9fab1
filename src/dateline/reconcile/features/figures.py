"""How many: equal numbers of the same measure, and numbers that can hardly be the same."""

from math import log10

from dateline.reconcile.feature import Feature, Likeness
from dateline.reconcile.sketch import Sketch

_SKIPPED = frozenset(("distance", "other"))
_FACTOR = 4.0  # a toll rarely grows more than this from one report to another


def compare(left: Sketch, right: Sketch) -> Likeness | None:
    """How many: the same numbers, or numbers far apart."""
    points, words = 0.0, []
    theirs = _by_measure(right)
    for measure, values in _by_measure(left).items():
        others = theirs.get(measure)
        if not others:
            continue
        if shared := values & others:
            highest = max(shared)
            points += 0.6 + min(1.2, log10(highest + 1))
            words.append(f"both give {highest:,.0f} {measure}")
        elif _far(max(values), max(others)):
            points -= 0.8
            words.append(f"{max(values):,.0f} and {max(others):,.0f} {measure} are far apart")
    return Likeness(max(-1.6, min(2.5, points)), "; ".join(words)) if words else None


def _by_measure(sketch: Sketch) -> dict[str, set[float]]:
    table: dict[str, set[float]] = {}
    for measure, low, high in sketch.figures:
        number = low if low is not None else high
        if number is not None and measure not in _SKIPPED:
            table.setdefault(measure, set()).add(number)
    return table


def _far(left: float, right: float) -> bool:
    """Tell whether two tolls can hardly be the same; a denial's 0 is no toll."""
    if not left or not right:
        return False
    return max(left, right) / min(left, right) >= _FACTOR and abs(left - right) > _FACTOR


FEATURE = Feature(title="figures", measure=compare)
