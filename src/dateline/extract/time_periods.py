"""Resolve whole weeks, months and years around the report, and parts of them."""

from dateline.extract.time_days import UNKNOWN, day, days, edge, month_of, shift, weekend, whole
from dateline.extract.time_found import STEP, Found, Rule
from dateline.extract.time_months import month, season
from dateline.extract.time_relative import anaphor
from dateline.records import When

_SATURDAY = 5
_QUARTERS = 4


def _period(found: Found) -> When | None:
    unit = found.word("unit")
    if "season" in found.slots:
        return season(found)
    if found.which == "next" and (unit == "day" or found.before() == "the"):
        return anaphor(found)
    if unit == "day" and found.which != "this":
        return None
    if "weekend" in found.slots and found.which is None:
        return _near_weekend(found)
    span = unit_span(found)
    so_far = found.tense != "future" or found.after_tag() == "POS"
    if span and found.published and found.which == "this" and so_far:
        return days(span.start, found.published, span.precision)
    return span


def _near_weekend(found: Found) -> When | None:
    if found.published is None:
        return UNKNOWN
    ahead = found.tense in {"future", "present"} or found.published.weekday() >= _SATURDAY
    return weekend(
        found.published if ahead else shift(found.published, -7, "day") or found.published
    )


def unit_span(found: Found) -> When | None:
    """Give last, this or next week, month, year or weekend, whole."""
    if found.year is not None:
        return whole(day(found.year, 1, 1), "year")
    if found.published is None:
        return UNKNOWN
    around = found.published
    if "weekend" in found.slots:
        return weekend(shift(around, 7 * STEP[found.which or "this"], "day") or around)
    unit = found.word("unit")
    return whole(shift(around, STEP[found.which or "this"], unit), unit)


def _edge_of_period(found: Found) -> When | None:
    if "season" in found.slots:
        return season(found)
    span = unit_span(found)
    if span is None or span.start is None or found.published is None:
        return span
    if "within" in found.slots:
        return _so_far(found, span, later=found.word("within") == "later")
    return _cut(found, span)


def _so_far(found: Found, span: When, *, later: bool) -> When | None:
    if found.which in {"last", "next"} or found.published is None:
        return span
    if later:
        return days(found.published, span.end, span.precision)
    return days(span.start, found.published, span.precision)


def _cut(found: Found, span: When) -> When | None:
    part = found.word("edge")
    at_end = part == "end" and found.before() in {"the", "by", "until"}
    if span.precision == "day" or at_end or found.before(2) in {"since", "by", "before", "until"}:
        return days(span.start if part == "start" else span.end)
    return edge(span, part)


def _part_of_period(found: Found) -> When | None:
    span = month(found) if found.month else unit_span(found)
    part = found.number("nth_word")
    if span is None or span.start is None or part is None:
        return span
    size = 2 if "half" in found.slots else _QUARTERS
    part = size if part == -1 else part
    if part > size or (size == _QUARTERS and found.month):
        return None
    if found.month:
        middle = span.start.replace(day=15)
        return days(*((span.start, middle) if part == 1 else (shift(middle, 1, "day"), span.end)))
    if (span.precision, found.word("unit") or "year") != ("year", "year"):
        return span
    months = 12 // size
    return month_of(span.start.year, (part - 1) * months + 1, part * months)


RULES: dict[str, Rule] = {
    "period": _period,
    "edge_of_period": _edge_of_period,
    "part_of_period": _part_of_period,
}
