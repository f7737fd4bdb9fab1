"""Single sentences: which type was told, and which one was found first."""

from collections import Counter
from types import ModuleType

from benchmarks.quality.error_classes import ErrorClasses, Found, Pairs


def count(scorer: ModuleType, pairs: Pairs) -> Found:
    """Count sentences whose first type is another, by the type they tell."""
    found: Found = Counter()
    for gold, answer in pairs:
        wanted = scorer.NEW_NAME.get(gold["type"], gold["type"])
        types = answer.get("types", [])
        if not types:
            found[wanted, "nothing found"] += 1
        elif types[0] != wanted:
            later = ", the right one later" if wanted in types else ""
            found[wanted, f"{types[0]} first{later}"] += 1
    return found


ERRORS = ErrorClasses(count=count)
