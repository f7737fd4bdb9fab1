"""A happening as far as warnings are concerned: where it was, and when it may have been."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from dateline.knowledge.zones import zone_at
from dateline.reconcile.warned.clock import clocks

_MOST_DAYS = 3  # a happening of more days fell in warnings and out of them
_FIRST, _LAST = date(1900, 1, 1), date(2200, 1, 1)
_EARLIEST, _LATEST = timedelta(hours=14), timedelta(hours=12)  # a day's edges around the globe


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Days and place of an incident; ``words`` are the quotes that tell its date."""

    start: date | None = None
    end: date | None = None
    country: str | None = None  # ISO 3166-1 alpha-3
    place: str | None = None
    precision: str = "settlement"
    admin2: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of time that something may have happened in; moments are UTC."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class When:
    """The windows it may have happened in, and whether they follow from an hour that is told."""

    windows: tuple[Window, ...]
    told: bool


def possible(happening: Happening) -> When | None:
    """Find the windows; None where the days are not known well enough."""
    start, end = happening.start, happening.end or happening.start
    if start is None or end is None or not 0 <= (end - start).days < _MOST_DAYS:
        return None
    if not _FIRST <= start <= end <= _LAST:
        return None
    zone = zone_at(happening.country, happening.lon)
    if told := tuple(_told(happening, zone, start, end)):
        return When(tuple(sorted(set(told), key=lambda w: (w.start, w.end))), told=True)
    return When((_days(start, end, zone),), told=False)


def _told(happening: Happening, zone: tzinfo | None, start: date, end: date) -> Iterator[Window]:
    for clock in clocks(happening.words):
        kept = UTC if clock.utc else zone
        if kept is None:
            continue  # an hour of an unknown zone is none
        for day in range((end - start).days + 1):
            base = start + timedelta(days=day)
            yield Window(_moment(base, clock.low, kept, 0), _moment(base, clock.high, kept, 1))


def _moment(day: date, minutes: int, zone: tzinfo, fold: int) -> datetime:
    """Place minutes on a day; of an hour that a clock shows twice, the first or the last one."""
    days, rest = divmod(minutes, 24 * 60)
    local = datetime.combine(day + timedelta(days=days), time(rest // 60, rest % 60, fold=fold))
    return local.replace(tzinfo=zone).astimezone(UTC)


def _days(start: date, end: date, zone: tzinfo | None) -> Window:
    if zone is not None:
        return Window(_moment(start, 0, zone, 0), _moment(end, 24 * 60, zone, 1))
    return Window(
        _moment(start, 0, UTC, 0) - _EARLIEST,
        _moment(end, 24 * 60, UTC, 0) + _LATEST,
    )
