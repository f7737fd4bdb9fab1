"""Calendar arithmetic: spans of days around the day of publication."""

from calendar import monthrange
from datetime import date, timedelta

from dateline.records import When

UNKNOWN = When()
# Days that a date told without its year may lie away in the direction of the tense.
_REACH = {"past": 330, "future": 300, "none": 240}
_FARTHEST = (date(1800, 1, 1), date(2099, 12, 31))
DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "year": 12, "decade": 120}


def days(start: date | None, end: date | None = None, precision: str = "day") -> When | None:
    """Span two days; None where they are out of order or absurdly far away."""
    end = end or start
    if start is None or end is None or not _FARTHEST[0] <= start <= end <= _FARTHEST[1]:
        return None
    return When(start=start, end=end, precision=precision)


def day(year: int, month: int, number: int) -> date | None:
    """Make a date, or None where the calendar has no such day."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def shift(start: date, number: int, unit: str) -> date | None:
    """Move a date by days, weeks, months or years; a month's end stays inside the month."""
    try:
        if unit in DAYS:
            return start + timedelta(days=number * DAYS[unit])
        months = start.year * 12 + start.month - 1 + number * _MONTHS[unit]
        year, month = divmod(months, 12)
        return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None


def whole(around: date | None, unit: str) -> When | None:
    """Give the day, week (Monday to Sunday), month, year or decade that a date falls in."""
    if around is None or unit == "day":
        return days(around)
    if unit in DAYS:
        first = shift(around, -around.weekday(), "day")
        return days(first, first and shift(first, DAYS[unit] - 1, "day"), "week")
    if unit == "month":
        return month_of(around.year, around.month)
    year, length = (around.year, 1) if unit == "year" else (around.year // 10 * 10, 10)
    return days(day(year, 1, 1), day(year + length - 1, 12, 31), "year")


def month_of(year: int, month: int, last: int | None = None) -> When | None:
    """Give a calendar month, or the months from ``month`` to ``last``, which may be next year's."""
    end_year = year + (last is not None and last < month)
    last = last or month
    first = day(year, month, 1)
    if first is None or end_year > _FARTHEST[1].year:
        return None
    return days(first, day(end_year, last, monthrange(end_year, last)[1]), "month")


def weekend(around: date) -> When | None:
    """Give the Saturday and Sunday of the week that a date falls in."""
    saturday = shift(around, 5 - around.weekday(), "day")
    return days(saturday, saturday and shift(saturday, 1, "day"))


def nearest_year(published: date, month: int, number: int, tense: str) -> date | None:
    """Choose the year of a day told without one: the tense decides, but not against nearness."""
    options = [day(published.year + k, month, number) for k in (-1, 0, 1)]
    known = [d for d in options if d is not None]
    before = [d for d in known if d <= published]
    after = [d for d in known if d >= published]
    if not before or not after:
        return known[0] if known else None
    back, ahead = (published - before[-1]).days, (after[0] - published).days
    if tense == "future":
        return after[0] if ahead <= _REACH["future"] else before[-1]
    farthest = _REACH.get(tense, ahead)
    return before[-1] if back <= farthest else after[0]


def edge(when: When, part: str) -> When | None:
    """Cut out the start, middle or end: ten days of a month, four months of a year."""
    if when.start is None or when.end is None:
        return None
    if when.precision == "week":
        first, last = {"start": (0, 2), "middle": (1, 3), "end": (3, 6)}[part]
        return days(shift(when.start, first, "day"), shift(when.start, last, "day"), "day")
    if when.precision == "year":
        first = {"start": 1, "middle": 5, "end": 9}[part]
        return month_of(when.start.year, first, first + 3)
    first = {"start": 1, "middle": 11, "end": 21}[part]
    start = when.start.replace(day=first)
    return days(start, when.end if part == "end" else start.replace(day=first + 9), "month")
