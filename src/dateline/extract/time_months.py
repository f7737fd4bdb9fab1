"""Resolve months, seasons, years and decades."""

from datetime import date

from dateline.extract.time_days import UNKNOWN, day, days, edge, month_of, whole
from dateline.extract.time_found import STEP, Found, Rule, missing
from dateline.records import When

_CENTURY = 100
_SOON = 5  # months: "opens in March" looks ahead, "goes back to September" does not
_YEAR_AFTER = {
    "in", "since", "of", "by", "during", "until", "from", "early", "late", "mid", "between", "and",
    "before", "after", "to", "-", "through", "for", "till", "(", "pre", "post",
}  # fmt: skip


def month(found: Found) -> When | None:
    """Give the calendar month."""
    if found.month is None or not _is_month(found):
        return None
    year = found.year if found.year is not None else _year_of_month(found, found.month)
    return missing(found) if year is None else month_of(year, found.month)


def _is_month(found: Found) -> bool:
    if "month_short" in found.slots:
        return found.year is not None
    lone = len(found.slots) == 1
    name_before = found.first > 0 and found.parse.tags[found.first - 1] == "NNP"
    starts = found.first == found.parse.sents[found.parse.sent_of[found.first]][0]
    name_after = found.after_tag() == "NNP" and (starts or found.parse.lowers[found.first] == "may")
    return not (lone and (name_before or name_after))


def _year_of_month(found: Found, number: int) -> int | None:
    published = found.published
    if "same" in found.slots:
        told = found.told.get("any")
        return told.start.year if told and told.start else None
    if published is None or ("unit" in found.slots and found.word("unit") != "year"):
        return None
    if "unit" in found.slots or found.which == "this":
        return published.year + STEP[found.which or "this"]
    if found.which == "last":
        return published.year - (number >= published.month)
    if found.which == "next" or found.tense == "future" or _soon(found, number, published):
        return published.year + (number < published.month + (found.which == "next"))
    return published.year - (number > published.month)


def _soon(found: Found, month: int, published: date) -> bool:
    return found.tense == "present" and (month - published.month) % 12 < _SOON


def _month_range(found: Found) -> When | None:
    months = [int(m) for m in found.all("month", "month_short")]
    years = [int(y) for y in found.all("year")]
    if found.published is None and not years:
        return UNKNOWN
    last = years[-1] if years else _year_of_month(found, months[-1])
    first = years[0] if len(years) > 1 else (last or 0) - (months[0] > months[-1])
    start, end = month_of(first, months[0]), month_of(last or 0, months[-1])
    return start and end and days(start.start, end.end, "month")


def _edge_of_month(found: Found) -> When | None:
    span = month(found)
    if span is None or span.start is None:
        return span
    part = found.word("edge")
    if part == "end" and found.before() == "the":
        by = found.before(2) in {"by", "before", "until", "till"}
        first = span.end if by else span.start.replace(day=25)
        return days(first, span.end)
    return edge(span, part)


def season(found: Found) -> When | None:
    """Give the months of a season."""
    first, last = (int(n) for n in found.word("season").split("-"))
    if found.year is not None:
        return month_of(found.year, first, last)
    if found.published is None:
        return UNKNOWN
    year = found.published.year
    if "unit" in found.slots:
        return month_of(year + STEP[found.which or "this"], first, last)
    over = found.published.month > last or first > last
    if found.which == "last":
        year -= not over or first > last
    elif found.which == "next" or found.tense == "future":
        year += found.published.month >= first
    elif found.published.month < first:
        year -= 1
    return month_of(year, first, last)


def _year(found: Found) -> When | None:
    before, after = found.before(), found.after_tag()
    if before in {"the", "'s", "its", "a", "their", "his", "that", "this"}:
        if not after.startswith(("NN", "JJ")) or (found.year or 1) % 100 == 0:
            return None
    elif before not in _YEAR_AFTER or after in {"NNS", "NNPS", "CD"} or before == "of" == after:
        return None
    return whole(day(found.year or 0, 1, 1), "year")


def _year_range(found: Found) -> When | None:
    first, last = found.year or 0, [*found.all("year")[1:], *found.all("int", "big")][0]
    last = int(last) if int(last) >= _CENTURY else first // _CENTURY * _CENTURY + int(last)
    if found.before() not in _YEAR_AFTER and "year" in found.slots and last - first != 1:
        return None
    return days(day(first, 1, 1), day(last, 12, 31), "year")


def _edge_of_year(found: Found) -> When | None:
    span = whole(day(found.year or 0, 1, 1), "year")
    if span is None:
        return None
    if found.before() == "the" and found.before(2) in {"since", "by", "before", "until", "from"}:
        last = found.word("edge") == "end"
        return month_of(span.start.year, 12 if last else 1) if span.start else None
    return edge(span, found.word("edge"))


def _decade(found: Found) -> When | None:
    return whole(day(found.number("decade_name") or 0, 1, 1), "decade")


RULES: dict[str, Rule] = {
    "month": month,
    "month_range": _month_range,
    "edge_of_month": _edge_of_month,
    "season": season,
    "year": _year,
    "year_range": _year_range,
    "edge_of_year": _edge_of_year,
    "decade": _decade,
}
