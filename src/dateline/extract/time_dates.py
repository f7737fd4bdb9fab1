"""Resolve dates of the calendar."""

import re
from datetime import date

from dateline.extract.time_days import UNKNOWN, day, days, nearest_year, shift
from dateline.extract.time_found import STEP, Found, Rule, missing, month_days, weekdays
from dateline.records import When

_FAR_YEAR = re.compile(r"2[1-9][6-9]\d|[3-9]\d{3}")  # no clock time either
_LAST_DAY, _CENTURY = 31, 100
_DETERMINED = {"on", "until", "by", "from", "since", "till", "of"}


def _iso(found: Found) -> When | None:
    text = found.parse.words_of(found.first, found.end)
    a, b, c = (int(n) for n in re.findall(r"\d+", text)[:3])
    if a > _LAST_DAY:
        return days(day(a, b, c))
    c += 2000 if c < _CENTURY else 0
    return days(day(c, b, a) or day(c, a, b))


def _date(found: Found) -> When | None:
    if "day_month" in found.slots:
        return _day_month(found, found.word("day_month"))
    numbers, year = month_days(found), found.year
    if "dtg" in found.slots and "int" in found.slots:  # "081200Z MAR 24": the year is short
        numbers, year = numbers[-1:], 2000 + numbers[0]
    if found.month is None or not numbers:
        return _day_of_month(found)
    if _is_no_date(found):
        return None
    return days(on_day(found, year, found.month, numbers[0])) or missing(found)


def _is_no_date(found: Found) -> bool:
    """Refuse "in May 12 people died", "the May 5th Brigade" and "12 May 2190"."""
    counted = found.before() == "in" and found.after_tag() in {"NNS", "JJ"}
    named = "nth" in found.slots and found.after_tag().startswith("NNP")
    far = _FAR_YEAR.fullmatch(found.word_after()) is not None
    return (counted and "month" in found.slots) or named or far


def _day_month(found: Found, word: str) -> When | None:
    number, name, year = re.findall(r"\d+|[a-z]+", word.lower() + " 0")[:3]
    month = found.lexicon.words.get(name)
    if month is None or not found.lexicon.classes[month[0]].startswith("month"):
        return None
    year = int(year) and int(year) % 100 + (int(year) // 100 * 100 or 2000)
    return days(on_day(found, year or None, int(month[1]), int(number))) or missing(found)


def _date_of_year(found: Found) -> When | None:
    if found.published is None or found.month is None or found.word("unit") != "year":
        return missing(found)
    year = found.published.year + STEP[found.which or "this"]
    return days(day(year, found.month, month_days(found)[0]))


def on_day(found: Found, year: int | None, month: int, number: int) -> date | None:
    """Give a day of a month; without a year, that nearest to the report."""
    if year is not None:
        return day(year, month, number)
    if found.published is None:
        return None
    return nearest_year(found.published, month, number, found.tense)


def _date_range(found: Found) -> When | None:
    numbers = month_days(found)
    months = [int(m) for m in found.all("month", "month_short")]
    end = on_day(found, found.year, months[-1], numbers[-1])
    if end is None:
        return missing(found)
    first = numbers[0] if len(numbers) > 1 else 1
    start = day(end.year, months[0], first)
    if start and start > end:
        start = day(end.year - 1, months[0], first)
    return days(start, end)


def _day_of_month(found: Found) -> When | None:
    [number, *_] = month_days(found)
    if "unit" in found.slots and found.word("unit") != "month":
        return None
    bare = found.which is None and not found.slots.get("dtg") and "unit" not in found.slots
    if bare and not _stands_alone(found):
        return None
    if found.published is None:
        return UNKNOWN
    month = shift(found.published, {"last": -1, "next": 1}.get(found.which or "", 0), "month")
    if bare and number > found.published.day and found.tense in {"past", "none"}:
        month = shift(found.published, -1, "month")
    if bare and number < found.published.day and found.tense == "future":
        month = shift(found.published, 1, "month")
    return days(month and day(month.year, month.month, number))


def _stands_alone(found: Found) -> bool:
    if found.before() != "the" or found.before(2) not in _DETERMINED:
        return False
    return not found.after_tag().startswith(("NN", "JJ", "VBG", "CD", "HYPH"))


def _weekday_number(found: Found) -> When | None:
    number, weekday = month_days(found)[0], weekdays(found)[0]
    for back in (0, -1, 1, -2):
        month = found.published and shift(found.published.replace(day=1), back, "month")
        option = month and day(month.year, month.month, number)
        if option and option.weekday() == weekday:
            return days(option)
    return None


def _feast(found: Found) -> When | None:
    month, number = (int(n) for n in found.word("feast").split("-"))
    return days(on_day(found, found.year, month, number)) or missing(found)


RULES: dict[str, Rule] = {
    "iso": _iso,
    "date": _date,
    "date_of_year": _date_of_year,
    "date_range": _date_range,
    "day_of_month": _day_of_month,
    "weekday_number": _weekday_number,
    "feast": _feast,
}
