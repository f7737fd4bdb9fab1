"""Where: names in any spelling, and kilometres between the points."""

from difflib import SequenceMatcher
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from dateline.knowledge.gazetteer.folding import fold, skeleton, without_article
from dateline.reconcile.feature import Feature, Likeness
from dateline.reconcile.sketch import Sketch

_WIDE = {"admin1": 150.0, "country": 900.0, "region": 900.0, "sea": 500.0}
_EARTH = 6371.0
_SHORT, _LIKE = 3, 0.84  # letters that say little; a spelling or two apart
_SAME, _NEAR, _FAR = 3.0, 12.0, 40.0  # kilometres: a town's width, a neighbouring one, another
_ELSEWHERE = -15.0  # whatever else is alike: bulletins tell of many towns in the same words
_AROUND = 60.0  # kilometres in which a place may lie from the one that lent it its point


def compare(left: Sketch, right: Sketch) -> Likeness | None:
    """Places by the same name, or how far they lie apart."""
    if left.lat is None or right.lat is None or left.place is None or right.place is None:
        return _unplaced(left, right)
    named = same_name(left.place, right.place)
    apart = km(left, right)
    if left.lent or right.lent:
        return _lent(left, right, apart=apart, named=named)
    wide = max(_WIDE.get(left.precision or "", 0.0), _WIDE.get(right.precision or "", 0.0))
    if wide:
        return _within(left, right, apart=apart, wide=wide, named=named)
    if named and apart <= _FAR:
        return Likeness(3.0, f"same place: {left.place}")
    if named and set(left.home) & set(right.home):
        words = f"same name {left.place}, taken for places {apart:,.0f} km apart"
        return Likeness(0.5, words)
    site = "site" in (left.precision, right.precision)
    return _apart(f"{left.place} and {right.place}", apart, site=site)


def _apart(both: str, apart: float, *, site: bool) -> Likeness:
    """Compare points under other names: a site may lie in the town, a town in no other town."""
    if apart <= _SAME:
        return Likeness(1.6, f"{both} are at the same point")
    near = -0.3 if site else -3.0
    points = near if apart <= _NEAR else -4.0 if apart <= _FAR else _ELSEWHERE
    return Likeness(points, f"{both} are {apart:,.0f} km apart")


def _lent(left: Sketch, right: Sketch, *, apart: float, named: bool) -> Likeness:
    """Compare where a point is another place's: the name says more than the kilometres."""
    both = f"{left.place} and {right.place}"
    if named:
        return Likeness(
            2.5, f"same place: {both}" if left.place != right.place else f"same place: {left.place}"
        )
    if apart <= _AROUND:
        return Likeness(-0.5, f"{both} are somewhere near each other")
    return Likeness(-4.0, f"{both} are {apart:,.0f} km apart")


def _unplaced(left: Sketch, right: Sketch) -> Likeness | None:
    if left.place and right.place and same_name(left.place, right.place):
        return Likeness(2.5, f"same place: {left.place}")
    if left.home and right.home and not set(left.home) & set(right.home):
        return Likeness(-1.5, "in other countries")
    return None


def _within(left: Sketch, right: Sketch, *, apart: float, wide: float, named: bool) -> Likeness:
    both = f"{left.place} and {right.place}"
    if named:
        return Likeness(2.0, f"same place: {left.place}")
    if apart > wide or (left.home and right.home and not set(left.home) & set(right.home)):
        return Likeness(-5.0, f"{both} are {apart:,.0f} km apart")
    return Likeness(0.2, f"{both} may be the same, as one of them is not exact")


def km(left: Sketch, right: Sketch) -> float:
    """Measure the great circle between the points."""
    lat1, lat2 = radians(left.lat or 0), radians(right.lat or 0)
    lon = radians((left.lon or 0) - (right.lon or 0))
    half = sin((lat1 - lat2) / 2) ** 2 + cos(lat1) * cos(lat2) * sin(lon / 2) ** 2
    return 2 * _EARTH * asin(min(1.0, sqrt(half)))


@lru_cache(maxsize=50_000)
def _forms(name: str) -> frozenset[str]:
    folded = fold(name)
    bare = without_article(folded) or folded
    return frozenset(form for form in (folded, bare, skeleton(bare)) if form)


@lru_cache(maxsize=50_000)
def same_name(left: str, right: str) -> bool:
    """Tell whether two names are one, in any spelling, or one holds the other."""
    mine, theirs = _forms(left), _forms(right)
    if mine & theirs:
        return True
    words, others = set(fold(left).split()), set(fold(right).split())
    if min(len(left), len(right)) > _SHORT and (words <= others or others <= words):
        return True
    return SequenceMatcher(None, fold(left), fold(right)).ratio() >= _LIKE


FEATURE = Feature(title="place", measure=compare)
