"""Names of places: missed, false, cut otherwise, or put elsewhere."""

from collections import Counter
from types import ModuleType

from benchmarks.quality.corpus import Row
from benchmarks.quality.error_classes import ErrorClasses, Found, Pairs

_NEAR_KM = 161
_SORTS = {
    "A": "countries and their parts",
    "P": "towns",
    "H": "waters",
    "L": "regions and parks",
    "T": "mountains and islands",
}


def count(scorer: ModuleType, pairs: Pairs) -> Found:
    """Count by what the gold says that the place is."""
    found: Found = Counter()
    for gold, answer in pairs:
        wanted, told = (scorer.unique_spans(rows.get("toponyms", [])) for rows in (gold, answer))
        exact = dict(scorer.pair_spans(wanted, told, exact=True))
        loose = dict(scorer.pair_spans(wanted, told, exact=False))
        for at, place in enumerate(wanted):
            if at not in loose:
                found["name missed", _sort(place)] += 1
            elif at not in exact:
                found["name cut otherwise", _sort(place)] += 1
            elif place.get("lat") is not None:
                _resolved(found, scorer, place, told[exact[at]])
        _false(found, gold, [one for at, one in enumerate(told) if at not in loose.values()])
    return found


def _resolved(found: Found, scorer: ModuleType, place: Row, told: Row) -> None:
    if told.get("lat") is None:
        found["no point given", _sort(place)] += 1
        return
    km = scorer.distance_km(place["lat"], place["lon"], told["lat"], told["lon"])
    if km > _NEAR_KM:
        found[f"put over {_NEAR_KM} km away", _sort(place)] += 1


def _false(found: Found, gold: Row, told: list[Row]) -> None:
    names = {one["text"] for one in gold["toponyms"]}
    for one in told:
        marked = gold["text"][one["start"] : one["end"]] in names
        sort = "a name that is marked elsewhere in the text" if marked else "a name marked nowhere"
        found["name false", sort] += 1


def _sort(place: Row) -> str:
    kind = place.get("kind")
    if kind is None:
        return "places without a point" if place.get("lat") is None else "places of no stated kind"
    return _SORTS.get(str(kind).split(".")[0], f"{kind}s")


ERRORS = ErrorClasses(count=count)
