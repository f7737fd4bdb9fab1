"""When an incident was, as other data sets want to have it."""

from datetime import date

from dateline.records import When

_DAY, _NIGHT, _WEEK, _MONTH = 1, 2, 7, 31


def length(when: When) -> int | None:
    """Count the days; None where they are not told."""
    if when.start is None or when.end is None:
        return None
    return (when.end - when.start).days + 1


def middle(when: When) -> date | None:
    """Give the middle day; of a night, which has two, the first."""
    if when.start is None or when.end is None:
        return None
    return when.start + (when.end - when.start) // 2


def time_precision(when: When) -> int | None:
    """Give ACLED's code: 1 a day or a night, 2 a week, 3 a month; None for what is vaguer."""
    days = length(when)
    if days is None or days > _MONTH:
        return None
    if when.precision == "month" or days > _WEEK:
        return 3
    return 2 if when.precision == "week" or days > _NIGHT else 1


def date_prec(when: When) -> int | None:
    """Give UCDP's code: 1 a day, 2 up to six days, 3 a week, 4 a month, 5 longer."""
    days = length(when)
    if days is None:
        return None
    spans = ((_DAY, 1), (_WEEK - 1, 2), (_WEEK, 3), (_MONTH, 4))
    code = next((code for most, code in spans if days <= most), 5)
    least = {"week": 3, "month": 4, "year": 5}.get(when.precision, 1)
    return max(code, least)
