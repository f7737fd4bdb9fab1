"""Sentences on the police: wrong by label."""

from collections import Counter
from types import ModuleType

from benchmarks.quality.error_classes import ErrorClasses, Found, Pairs


def count(scorer: ModuleType, pairs: Pairs) -> Found:
    """Count labels that are missed and labels that are false, sentence by sentence."""
    found: Found = Counter()
    for gold, answer in pairs:
        wanted, told = set(gold["labels"]), set(answer.get("labels", []))
        for label in scorer.LABELS:
            if label in wanted - told:
                found[label, "missed where others were found" if told else "missed"] += 1
            elif label in told - wanted:
                found[label, "false where others are" if wanted else "false"] += 1
    return found


ERRORS = ErrorClasses(count=count)
