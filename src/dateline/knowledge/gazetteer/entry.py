"""One place of the gazetteer, and how exact a place of its kind is."""

from dataclasses import dataclass, replace
from math import log10
from typing import Self

from dateline.knowledge.gazetteer.folding import fold

# How likely a name means a place of the kind, on a scale where a city of a million has 48.
_PRIOR = {"country": 80.0, "admin1": 47.0, "admin2": 22.0, "settlement": 0.0}
_PRIOR_BY_HAND = 62.0  # regions of war and seas beat the villages that bear their names
_UNCOUNTED = 3000  # a place of unknown size: in cities500 mostly the seat of a district
_OWN_NAME = 8.0  # a place's own name against one of its other names
# UCDP's where_prec for each precision; a place told as near a settlement is 2.
WHERE_PREC = {
    "site": 1,
    "settlement": 1,
    "admin2": 3,
    "admin1": 4,
    "region": 5,
    "country": 6,
    "sea": 7,
}
NEAR_SETTLEMENT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A place: ``id`` is its GeoNames id, or negative where GeoNames' files have none.

    ``country`` is alpha-3, ``admin1`` the GeoNames code within the country, ``names`` the
    other names (kept while the file is built, left out of what a look-up returns).
    """

    id: int
    name: str
    kind: str
    precision: str
    lat: float
    lon: float
    country: str | None = None
    admin1: str = ""
    population: int = 0
    names: tuple[str, ...] = ()

    def joined(self, other: Self) -> Self:
        """Take over the names of the same place in another source."""
        extra = [n for n in (other.name, *other.names) if n not in (self.name, *self.names)]
        return replace(
            self,
            names=(*self.names, *extra),
            population=max(self.population, other.population),
        )


def where_prec(precision: str, *, near: bool = False) -> int:
    """Return UCDP's code for a precision; ``near`` for "outside X" and "20 km from X"."""
    code = WHERE_PREC[precision]
    return NEAR_SETTLEMENT if near and code == 1 else code


def prior(entry: Entry, key: str) -> float:
    """Tell how likely a folded name means this place, before anything is read."""
    score = _PRIOR.get(entry.kind, _PRIOR_BY_HAND)
    if entry.kind == "settlement" or entry.kind.startswith("admin"):
        weight = 8.0 if entry.kind == "settlement" else 1.0
        score += weight * log10((entry.population or _UNCOUNTED) + 1)
    return score + (_OWN_NAME if key == fold(entry.name) else 0.0)
