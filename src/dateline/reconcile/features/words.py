"""In which words: the same sentence, or words in common."""

from dateline.reconcile.feature import Feature, Likeness
from dateline.reconcile.sketch import Sketch

_MANY, _SOME = 0.6, 0.3  # shares of the shorter side's words
_ENOUGH = 3  # words in common; two may be by chance


def compare(left: Sketch, right: Sketch) -> Likeness | None:
    """In which words: the same sentence, or words in common."""
    if set(left.quotes) & set(right.quotes):
        return Likeness(5.0, "told in the same sentence")
    shared = set(left.words) & set(right.words)
    least = min(len(left.words), len(right.words))
    if not least:
        return None
    share = len(shared) / least
    if share >= _MANY and len(shared) > _ENOUGH:
        return Likeness(2.2, f"{share:.0%} of the words are the same")
    if share >= _SOME and len(shared) >= _ENOUGH:
        return Likeness(0.9, f"words in common: {' '.join(sorted(shared)[:5])}")
    return None if shared else Likeness(-0.7, "no word in common")


FEATURE = Feature(title="words", measure=compare)
