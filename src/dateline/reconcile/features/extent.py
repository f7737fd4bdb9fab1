"""How much of it: a wider happening is no part of itself."""

from dateline.reconcile.feature import Feature, Likeness
from dateline.reconcile.sketch import Sketch

_POINTS = frozenset(("site", "settlement", "admin2"))


def compare(left: Sketch, right: Sketch) -> Likeness | None:
    """How much of it: a wider happening is not one of its parts."""
    if left.whole and right.whole:
        return Likeness(0.8, "both sum up others")
    if (left.whole and _is_one(right)) or (right.whole and _is_one(left)):
        return Likeness(-3.0, "one sums up several, the other is one of them or stands alone")
    return None


def _is_one(sketch: Sketch) -> bool:
    return sketch.part or sketch.precision in _POINTS


FEATURE = Feature(title="extent", measure=compare)
