"""Stretches under a warning: without the breaks that are none, and without the silences."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from dateline.reconcile.warned.happening import Window
from dateline.records.warning import Silence, WarningInterval

EVER = datetime.min.replace(tzinfo=UTC)
NEVER = datetime.max.replace(tzinfo=UTC)
_TOUCH = timedelta(minutes=1)  # a break as short is none


@dataclass(frozen=True, slots=True)
class Spell:
    """A stretch in which a warning was heard to be on.

    The warning ``began`` before ``start`` where a silence lies between; it ``ended`` at ``end``
    unless a silence begins there or it is still on.
    """

    began: datetime
    start: datetime
    end: datetime
    warning: WarningInterval
    ended: bool

    def tail(self, length: timedelta) -> "Spell":
        """Return the time just after it."""
        return Spell(self.end, self.end, self.end + length, self.warning, ended=True)


def spells(intervals: Iterable[WarningInterval], silences: Sequence[Silence]) -> Iterator[Spell]:
    """Join warnings without a break to one, and leave out what lies in a silence."""
    quiet = sorted((s.start or EVER, s.end or NEVER) for s in silences)
    last: Spell | None = None
    for interval in sorted(intervals, key=lambda i: (i.start, i.key)):
        end = interval.end or NEVER
        if last and interval.start - last.end <= _TOUCH:
            last = _spell(last.start, max(last.end, end), last.warning)
            continue
        if last:
            yield from _heard(last, quiet)
        last = _spell(interval.start, end, interval)
    if last:
        yield from _heard(last, quiet)


def overlaps(windows: Iterable[Window], among: Sequence[Spell]) -> Iterator[tuple[Window, Spell]]:
    """Yield what each window has in common with each spell."""
    for window in windows:
        for spell in among:
            start, end = max(window.start, spell.start), min(window.end, spell.end)
            if start < end:
                yield Window(start, end), spell


def is_held(window: Window, among: Iterable[Spell]) -> bool:
    """Tell whether a window lies in one spell wholly."""
    return any(spell.start <= window.start and window.end <= spell.end for spell in among)


def _spell(start: datetime, end: datetime, warning: WarningInterval) -> Spell:
    return Spell(start, start, end, warning, ended=end < NEVER)


def _heard(spell: Spell, quiet: Iterable[tuple[datetime, datetime]]) -> Iterator[Spell]:
    start = spell.start
    for began, ended in quiet:
        if ended <= start or began >= spell.end:
            continue
        if began > start:
            yield Spell(spell.began, start, began, spell.warning, ended=False)
        start = ended
    if start < spell.end:
        yield Spell(spell.began, start, spell.end, spell.warning, ended=spell.ended)
