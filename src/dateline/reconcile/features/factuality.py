"""Whether it happened: what is planned or threatened is another matter than what occurred."""

from dateline.reconcile.feature import Feature, Likeness
from dateline.reconcile.sketch import Sketch

_AHEAD = frozenset(("planned", "conditional"))


def compare(left: Sketch, right: Sketch) -> Likeness | None:
    """Whether it happened: what is planned or threatened is another matter than what occurred."""
    if (left.factuality in _AHEAD) != (right.factuality in _AHEAD):
        return Likeness(-2.0, f"one {left.factuality}, the other {right.factuality}")
    if left.background != right.background:
        return Likeness(-1.0, "one is told as history")
    return None


FEATURE = Feature(title="factuality", measure=compare)
