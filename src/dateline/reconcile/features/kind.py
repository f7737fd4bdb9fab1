"""What happened: the same kind, one that is told in like words, or another."""

from functools import cache

from dateline.knowledge.likeness import likeness_words
from dateline.knowledge.ontology import kinds
from dateline.reconcile.feature import Feature, Likeness
from dateline.reconcile.sketch import Sketch


def compare(left: Sketch, right: Sketch) -> Likeness:
    """Kinds that are the same, that are told in like words, or that are others."""
    return _of_kinds(left.kind, right.kind)


@cache
def _of_kinds(left: str, right: str) -> Likeness:
    first, second = _label(left), _label(right)
    if left == right:
        return Likeness(1.5, f"both are told as {first}")
    both = f"told as {first} and as {second}"
    if likeness_words().same_family(left, right):
        return Likeness(0.5, f"{both}, which are often the same")
    if _type(left) == _type(right):
        return Likeness(-1.0, both)
    return Likeness(-3.0, both)


def _label(kind: str) -> str:
    return kinds()[kind].label if kind in kinds() else kind


def _type(kind: str) -> str:
    return kinds()[kind].type if kind in kinds() else kind


FEATURE = Feature(title="kind", measure=compare)
