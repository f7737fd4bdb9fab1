"""With what: the same weapon, one that is taken for it, or another."""

from dateline.knowledge.likeness import likeness_words
from dateline.reconcile.feature import Feature, Likeness
from dateline.reconcile.sketch import Sketch


def compare(left: Sketch, right: Sketch) -> Likeness | None:
    """With what: the same weapon, one that is taken for it, or another."""
    one, other = left.weapon, right.weapon
    if not one or not other or "mixed" in (one, other):
        return None
    if one == other:
        return Likeness(0.7, f"same weapon: {one}")
    if likeness_words().same_means(one, other):
        return Likeness(-0.3, f"{one} and {other}")
    return Likeness(-1.2, f"{one} and {other}")


FEATURE = Feature(title="weapon", measure=compare)
