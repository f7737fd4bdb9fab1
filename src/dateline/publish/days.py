"""Days in plain words."""

from datetime import date

from dateline.records import When

# Not from the locale: the same report reads the same everywhere.
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def in_words(when: When) -> str:
    """Say when it was, as exactly as is known and no more."""
    if when.start is None or when.end is None:
        return "date not told"
    if _whole_years(when.start, when.end):
        return _joined(str(when.start.year), str(when.end.year))
    if when.precision == "month":
        return _joined(_month(when.start), _month(when.end))
    return _range(when.start, when.end)


def day(value: date) -> str:
    """Write a day: 5 Mar 2024."""
    return f"{value.day} {_month(value)}"


def _month(value: date) -> str:
    return f"{_MONTHS[value.month - 1]} {value.year}"


def _whole_years(start: date, end: date) -> bool:
    return (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)


def _joined(first: str, last: str) -> str:
    return first if first == last else f"{first} – {last}"


def _range(start: date, end: date) -> str:
    if start == end:
        return day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    if start.year == end.year:
        return f"{start.day} {_MONTHS[start.month - 1]} – {day(end)}"
    return f"{day(start)} – {day(end)}"
