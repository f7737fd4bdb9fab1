"""When a feed was heard, and when it was silent: what it did not say then is not known."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from dateline.records.warning import Heard, Silence


def hear(
    heard: Iterable[Heard], start: datetime, end: datetime, silent_after: timedelta
) -> tuple[Heard, ...]:
    """Add a stretch, or a moment; stretches with a break that is no silence are one.

    The order does not matter, so that a clock that jumps leaves a stray moment and nothing worse.
    """
    joined: list[Heard] = []
    added = Heard(start=start, end=max(start, end))
    for stretch in sorted((*heard, added), key=lambda s: (s.start, s.end)):
        if joined and stretch.start - joined[-1].end <= silent_after:
            last = joined.pop()
            stretch = Heard(start=last.start, end=max(last.end, stretch.end))  # noqa: PLW2901
        joined.append(stretch)
    return tuple(joined)


def silences(
    heard: Iterable[Heard], silent_after: timedelta, now: datetime, feed: str | None = None
) -> tuple[Silence, ...]:
    """Find the silences up to now; the time before a feed was first heard is one."""
    past = [Heard(start=s.start, end=min(s.end, now)) for s in heard if s.start <= now]
    past.sort(key=lambda stretch: stretch.start)
    found = []
    last: datetime | None = None
    for stretch in past:
        if last is None or stretch.start - last > silent_after:
            found.append(Silence(start=last, end=stretch.start, feed=feed))
        last = max(last or stretch.end, stretch.end)
    if last is None or now - last > silent_after:
        found.append(Silence(start=last, end=None, feed=feed))
    return tuple(found)


def is_silent(at: datetime, among: Iterable[Silence]) -> Silence | None:
    """Find the silence that a moment falls in."""
    return next((silence for silence in among if _holds(silence, at)), None)


def _holds(silence: Silence, at: datetime) -> bool:
    after = silence.start is None or silence.start < at
    return after and (silence.end is None or at < silence.end)
