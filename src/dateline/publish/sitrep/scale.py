"""The days of a timeline, and where each is on the page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.publish import days
from dateline.publish.sitrep.contents import Scope
from dateline.records import Incident

WIDTH = 720
LEFT = 0.0
_DAILY, _WEEKLY = 62, 430  # days up to which a column is a day, a week; beyond, a month
_EXACT = 2  # days: overnight is still exact


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Columns between two days, each as many days wide as ``step``; None is a month."""

    first: date
    last: date
    step: int | None

    @property
    def starts(self) -> list[date]:
        """List the first days of the columns."""
        out = [self.first]
        while (following := self._next(out[-1])) <= self.last:
            out.append(following)
        return out

    @property
    def ticks(self) -> list[tuple[date, str]]:
        """Name the columns; the year is told once."""
        out: list[tuple[date, str]] = []
        for start in self.starts:
            words = days.day(start) if self.step else days.day(start).partition(" ")[2]
            again = out and out[-1][0].year == start.year
            out.append((start, words.rpartition(" ")[0] if again else words))
        return out

    def x(self, day: date) -> float:
        """Find where a day begins."""
        whole = (self._next(self.starts[-1]) - self.first).days
        return LEFT + (WIDTH - LEFT) * (day - self.first).days / whole

    def _next(self, day: date) -> date:
        if self.step:
            return day + timedelta(days=self.step)
        return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def scale_of(incidents: Sequence[Incident], scope: Scope) -> Scale:
    """Choose columns of days, weeks or months between the days asked for, or those told."""
    known = [i.date for i in incidents if is_exact(i)] or [i.date for i in incidents]
    first = scope.since or min(when.start for when in known if when.start)
    last = scope.until or max(when.end for when in known if when.end)
    last = max(first, last)
    whole = (last - first).days + 1
    if whole <= _DAILY:
        return Scale(first=first, last=last, step=1)
    if whole <= _WEEKLY:
        return Scale(first=first - timedelta(days=first.weekday()), last=last, step=7)
    return Scale(first=first.replace(day=1), last=last, step=None)


def is_exact(incident: Incident) -> bool:
    """Tell whether an incident is told of a day or a night."""
    start, end = incident.date.start, incident.date.end
    return bool(start and end) and (end - start).days < _EXACT  # type: ignore[operator]
