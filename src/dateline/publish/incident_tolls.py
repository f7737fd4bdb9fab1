"""The dead and hurt of an incident, by the rules by which other data sets count them."""

from collections.abc import Iterator

from dateline.knowledge.crosswalk import crosswalk
from dateline.publish.tabular import number
from dateline.records import Incident, Value

_CIVILIANS = frozenset(("civilian", "aid-worker", "journalist"))


def low(incident: Incident, measure: str) -> float | None:
    """Give the least number that any origin stands by."""
    toll = incident.toll(measure)
    return number(toll.low) if toll else None


def best(incident: Incident, measure: str) -> float | None:
    """Give the number that most origins stand by."""
    toll = incident.toll(measure)
    return number(toll.best) if toll else None


def high(incident: Incident, measure: str) -> float | None:
    """Give the greatest number that any origin stands by; None where it is left open."""
    toll = incident.toll(measure)
    return number(toll.high) if toll else None


def told(incident: Incident, measure: str) -> float | None:
    """Give the best number, unless it is only a bound: "at least 4" says no number."""
    number_ = best(incident, measure)
    values = _standing(incident, measure)
    return number_ if any(v.low == v.high == number_ for v in values) else None


def of_population(incident: Incident, measure: str, population: str) -> float | None:
    """Give how many of a population are counted, where all counts that stand agree."""
    toll = incident.toll(measure)
    values = [v for v in (toll.values if toll else ()) if v.standing and v.population == population]
    counts = {(value.low, value.high) for value in values}
    low_, high_ = next(iter(counts), (None, None))
    return number(low_) if len(counts) == 1 and low_ == high_ else None


def highest(incident: Incident, measure: str) -> float | None:
    """Give the greatest number, and where "at least" leaves it open, the greatest that is given."""
    bound = high(incident, measure)
    given = [n for v in _standing(incident, measure) for n in (v.low, v.high) if n is not None]
    return bound if bound is not None else number(max(given, default=None))


def fatalities(incident: Incident) -> int:
    """Count the dead as ACLED does: the lowest number given; 0 where none is."""
    counts = [_counted(value) for value in _standing(incident, "killed")]
    return min((count for count in counts if count is not None), default=0)


def are_civilians(incident: Incident) -> bool:
    """Tell whether every count of the dead is of civilians."""
    values = list(_standing(incident, "killed"))
    return bool(values) and all(value.population in _CIVILIANS for value in values)


def _standing(incident: Incident, measure: str) -> Iterator[Value]:
    """Give the counts of the whole that somebody stands by."""
    toll = incident.toll(measure)
    yield from (v for v in (toll.values if toll else ()) if v.standing and v.of is None)


def _counted(value: Value) -> int | None:
    """Give what a value counts; a number word has a fixed count, a bound from above has none."""
    for word in crosswalk().acled.vague:
        if value.low != value.high and (value.low, value.high) == (word.low, word.high):
            return word.count
    if value.low is None or value.qualifier == "at-most":
        return None
    return int(value.low)
