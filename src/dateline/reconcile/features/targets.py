"""To whom or what: the same thing, whatever the words, or another."""

from dateline.reconcile.feature import Feature, Likeness
from dateline.reconcile.sketch import Sketch


def compare(left: Sketch, right: Sketch) -> Likeness | None:
    """To whom or what: the same thing, whatever the words, or another."""
    if words := set(left.targets) & set(right.targets):
        return Likeness(1.2, f"same target: {' '.join(sorted(words))}")
    if things := set(left.things) & set(right.things):
        return Likeness(0.9, f"same sort of target: {' '.join(sorted(things))}")
    if left.things and right.things:
        both = f"{' '.join(left.things)} and {' '.join(right.things)}"
        return Likeness(-2.5, f"other targets: {both}")
    return Likeness(-0.2, "other targets") if left.targets and right.targets else None


FEATURE = Feature(title="targets", measure=compare)
