"""Resolve days of the week, nights, and parts of the day."""

from datetime import date

from dateline.extract.time_days import UNKNOWN, days, shift, whole
from dateline.extract.time_found import STEP, Found, Rule, missing, weekdays
from dateline.records import When

_NEAR = 3  # days: "was to begin on Tuesday" is behind us if Tuesday was so lately
_AT_CLOCK = {"at", "around", "about", "by", "from", "since", "until"}
_AT = {
    "in", "at", "before", "by", "after", "since", "until", "till", "from", "around", "shortly",
    "towards", "about", "toward", "past", "during", "near", "through", "of", "between",
}  # fmt: skip


def _weekday(found: Found) -> When | None:
    if found.word_after() in found.lexicon.lists.not_when or found.before() in {"every", "each"}:
        return None
    return days(weekday_date(found, weekdays(found)[0])) or missing(found)


def weekday_date(found: Found, weekday: int) -> date | None:
    """Give the day that a weekday means, by tense, "last" and "next"."""
    if found.published is None:
        return None
    back = (found.published.weekday() - weekday) % 7
    if found.which == "last":
        return shift(found.published, -(back or 7), "day")
    if found.which == "next":
        return shift(found.published, 7 - back, "day")
    ahead = found.tense in {"future", "present"} or (found.tense == "nearest" and back > _NEAR)
    if ahead and back:
        return shift(found.published, 7 - back, "day")
    return shift(found.published, -back, "day")


def _weekday_range(found: Found) -> When | None:
    if found.published is None:
        return UNKNOWN
    first, last = weekdays(found)[:2]
    end = weekday_date(found, last)
    return days(end and shift(end, -((last - first) % 7), "day"), end)


def _weekday_of_week(found: Found) -> When | None:
    if found.published is None or found.word("unit") != "week":
        return missing(found)
    week = whole(shift(found.published, STEP[found.which or "this"], "week"), "week")
    return week and days(week.start and shift(week.start, weekdays(found)[0], "day"))


def _night_to(found: Found) -> When | None:
    end = weekday_date(found, weekdays(found)[-1])
    return days(end and shift(end, -1, "day"), end) or missing(found)


def _night_from(found: Found) -> When | None:
    start = weekday_date(found, weekdays(found)[0])
    return days(start, start and shift(start, 1, "day")) or missing(found)


def overnight(found: Found) -> When | None:
    """Give the night before the report and its morning."""
    if found.published is None:
        return UNKNOWN
    if found.tense == "future":
        return days(found.published, shift(found.published, 1, "day"))
    return days(shift(found.published, -1, "day"), found.published)


def _named_day(found: Found) -> When | None:
    step = found.number("named_day") or 0
    return days(found.published and shift(found.published, step, "day")) or missing(found)


def _part_of_named_day(found: Found) -> When | None:
    if found.published is None:
        return UNKNOWN
    return days(shift(found.published, STEP[found.which or "this"], "day"))


def _clock(found: Found) -> When | None:
    """Take a clock time for one; its day comes from the words around it."""
    if "decimal" not in found.slots or found.all("ampm", "zone"):
        return UNKNOWN
    return UNKNOWN if found.before() in _AT_CLOCK else None


def _part(found: Found) -> When | None:
    word = found.before(2) if found.before() in {"the", "about", "around"} else found.before()
    late = "edge" in found.slots and found.parse.tags[found.head] != "VBG"
    starts = found.first == 0 or "\n" in found.parse.words[found.first - 1]
    if (word not in _AT and not late and not starts) or found.after_tag().startswith(
        ("NN", "HYPH")
    ):
        return None
    if word == "before" and found.word("point_of_day") == "midnight" and found.tense == "past":
        return days(found.published and shift(found.published, -1, "day"))
    if word == "through" and found.word("part_of_day") == "night":
        return overnight(found)
    return UNKNOWN


RULES: dict[str, Rule] = {
    "weekday": _weekday,
    "weekday_range": _weekday_range,
    "weekday_of_week": _weekday_of_week,
    "night_to": _night_to,
    "night_from": _night_from,
    "overnight": overnight,
    "named_day": _named_day,
    "part_of_named_day": _part_of_named_day,
    "clock": _clock,
    "part": _part,
}
