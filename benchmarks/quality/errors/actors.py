"""Phrases for parties: wrong by part."""

from collections import Counter
from types import ModuleType

from benchmarks.quality.error_classes import ErrorClasses, Found, Pairs


def count(scorer: ModuleType, pairs: Pairs) -> Found:
    """Count countries and roles that are not given or are others."""
    found: Found = Counter()
    for gold, answer in pairs:
        wanted, country, role = gold["expected"], answer.get("country"), answer.get("role")
        if wanted.get("no_actor") and (country or role):
            found["nobody", "somebody was seen where nobody is meant"] += 1
        if wanted.get("country") and country != wanted["country"]:
            found["country", "another" if country else "none given"] += 1
        roles = scorer.ROLE_OF_CODE1.get(wanted.get("code1"))
        if roles and role not in roles:
            told = f"{_written(roles)} given as {role}" if role else f"{_written(roles)} not given"
            found["role", told] += 1
    return found


def _written(roles: set[str]) -> str:
    return " or ".join(sorted(roles))


ERRORS = ErrorClasses(count=count)
