"""How alike two events are, and why: the sum of what the features say."""

from functools import cache

from dateline.folder import Folder
from dateline.reconcile import features
from dateline.reconcile.feature import Feature, Measure
from dateline.reconcile.sketch import Sketch
from dateline.records import Pair, Reason

FEATURES: Folder[Feature] = Folder(features, "FEATURE", Feature)

# What the features must outweigh: of two events with a key in common most are not one. Set on the
# scenarios of `make quality`.
PRIOR = -2.6


def score(left: Sketch, right: Sketch) -> float:
    """Sum the points; above 0 two events are held the same."""
    points = PRIOR
    for measure in _measures():
        found = measure(left, right)
        if found is not None:
            points += found.points
    return round(points, 3)


def explain(left: Sketch, right: Sketch) -> Pair:
    """Give the points with the sentences behind them, the weightiest first."""
    left, right = sorted((left, right), key=lambda sketch: sketch.ref)
    found = ((feature.title, feature.measure(left, right)) for feature in _features())
    reasons = [Reason(feature=title, points=f.points, words=f.words) for title, f in found if f]
    reasons.sort(key=lambda reason: (-abs(reason.points), reason.feature))
    points = score(left, right)
    return Pair(left=left.ref, right=right.ref, points=points, reasons=tuple(reasons))


@cache
def _features() -> tuple[Feature, ...]:
    return tuple(feature for _, feature in FEATURES.items())


@cache
def _measures() -> tuple[Measure, ...]:
    return tuple(feature.measure for feature in _features())
