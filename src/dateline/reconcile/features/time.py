"""When: days that overlap, or how many lie between."""

from datetime import date

from dateline.reconcile.feature import Feature, Likeness
from dateline.reconcile.sketch import Sketch

_WRONG_WEEKDAY = 1  # days: an overnight attack, a time zone, a slip
_SLIP = 2
_STALE = 4  # days between publications after which an undated event is hardly the same
_LATEST = 10


def compare(left: Sketch, right: Sketch) -> Likeness | None:
    """Days that overlap, or how many lie between."""
    if left.start is None or right.start is None:
        return _undated(left, right)
    gap = max(left.start - (right.end or right.start), right.start - (left.end or left.start), 0)
    if not (left.exact and right.exact):
        return _inexact(gap)
    if gap == 0:
        one = left.start == right.start and left.end == right.end
        days = date.fromordinal(max(left.start, right.start))
        return Likeness(2.2 if one else 1.8, f"same day: {days.day} {days:%B %Y}")
    if gap <= _WRONG_WEEKDAY:
        return Likeness(0.2, "one day apart")
    if gap <= _SLIP:
        return Likeness(-1.5, f"{gap} days apart")
    return Likeness(-6.0, f"{gap} days apart")


def _inexact(gap: int) -> Likeness:
    if gap:
        return Likeness(-4.0, f"the days do not meet: {gap} between")
    return Likeness(0.3, "the days may be the same, as one is not exact")


def _undated(left: Sketch, right: Sketch) -> Likeness | None:
    if left.told is None or right.told is None:
        return None
    apart = abs(left.told - right.told)
    if apart <= _STALE:
        return Likeness(0.4, f"published within {apart} days, one without a day of its own")
    if apart <= _LATEST:
        return Likeness(-1.5, f"published {apart} days apart")
    return Likeness(-5.0, f"published {apart} days apart")


FEATURE = Feature(title="time", measure=compare)
