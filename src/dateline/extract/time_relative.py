"""Resolve times counted from the day of the report, or from a day told before."""

from datetime import date

from dateline.extract.time_days import DAYS, UNKNOWN, days, month_of, shift, whole
from dateline.extract.time_found import Found, Rule, weekdays
from dateline.records import When

# Days: what was told longer ago is background, and "two days earlier" does not count from it.
MEMORY = 30
_VAGUE = {"day": 6, "week": 4, "month": 3, "year": 3, "decade": 2, "fortnight": 2}


def _back(found: Found) -> When | None:
    backward = found.all("past", "last", "previous") or found.word("vague") == "recent"
    if not backward and not _in_a_day(found):
        return None
    if found.published is None:
        return UNKNOWN
    count = found.number("count", "int", "big")
    unit = found.word("unit") or "day"
    if "hours" in found.slots:
        hours = (count or 3) if found.word("hours") == "hour" else 0
        count = -(-hours // 24)
    elif count is None:
        count = _VAGUE[unit] if "vague" in found.slots else 1
    start = shift(found.published, -count, unit)
    if start and unit in {"month", "year", "decade"}:
        start = start.replace(day=1)
    return days(start, found.published, "day" if unit == "day" else unit)


def _in_a_day(found: Found) -> bool:
    whole_days = (found.number("int", "big") or 1) % 24 == 0
    return whole_days and found.before() == "in" and found.tense == "past"


def _ago(found: Found) -> When | None:
    if found.published is None:
        return UNKNOWN
    if "hours" in found.slots:
        return days(found.published)
    count = found.number("count", "int", "big")
    unit = found.all("unit")[0]
    if count is None:
        return UNKNOWN
    back = shift(found.published, -count, str(unit))
    if back and found.month:
        return month_of(back.year, found.month)
    if len(found.all("unit")) > 1:
        unit = found.all("unit")[1]
    if unit == "fortnight" or (unit == "week" and count == 1):
        return days(back)
    return whole(back, str(unit))


def _anchor(found: Found) -> date | None:
    told = found.told.get("day")
    if told is None or told.start is None or told.end is None:
        return found.published
    earlier = found.word("within") == "earlier"
    if found.published and earlier and (found.published - told.start).days > MEMORY:
        return found.published
    return told.start if earlier else told.end


def _offset(found: Found) -> When | None:
    anchor = _anchor(found)
    if found.word("unit") in {"month", "year"} and "any" in found.told:
        anchor = found.told["any"].start
    if anchor is None:
        return UNKNOWN
    if "hours" in found.slots:
        return days(anchor)
    count, unit = found.number("count", "int", "big"), found.word("unit") or "week"
    if count is None and not (unit == "day" and found.before() == "the"):
        return UNKNOWN
    # "two days after X": the words date X, not what came two days after it.
    later = found.word("within") == "later" or "before" in found.slots
    if count is None and not _has_clause(found):
        later = not later
    start = shift(anchor, (count or 1) * (1 if later else -1), unit)
    return whole(start, "day" if unit in DAYS else unit)


def _has_clause(found: Found) -> bool:
    """Tell whether something follows that "before" or "after" can govern."""
    tag = found.after_tag()
    return tag in {"DT", "PRP", "PRP$", "WP", "CD", "VBG", "JJ"} or tag.startswith("NN")


def _nth_day(found: Found) -> When | None:
    number = found.number("nth", "nth_word")
    each = found.word("unit") == "day" or found.word("part_of_day") == "night"
    if found.before() not in {"a", "the", "its", "their"} or not each or found.published is None:
        return None
    span = found.before(2) in {"for", "into", "entered", "enters", "entering", "on"}
    if not span or not number or number == 1 or found.after_tag() in {"IN", "HYPH"}:
        return None
    if found.word_after() in {"running", "straight", "in", "consecutive"}:
        return None
    return days(shift(found.published, 1 - number, "day"), found.published)


def _since_then(found: Found) -> When | None:
    perfect = found.before() in {"has", "have", "had", "'ve", "’ve", "'s"}
    adverb = perfect and found.after_tag()[:2] in {"VB", "RB"}
    told = found.told.get("any")
    if told is None or told.start is None or not (adverb or "then" in found.slots):
        return None
    return days(told.start, found.published, told.precision)


def anaphor(found: Found) -> When | None:
    """Count from the day that the text told before."""
    if found.all("before", "after") and (found.before() != "the" or _has_clause(found)):
        return None
    unit = found.word("unit") or "day"
    told = found.told.get("past") or found.told.get("day")
    if unit in {"month", "year"}:
        told = found.told.get(unit)
    if told is None or told.end is None:
        return UNKNOWN
    if "same" in found.slots and not found.all("weekend"):
        return whole(told.end, unit) if unit == "week" else told
    step = found.number("following", "previous") or -1 if "before" in found.slots else 1
    if "previous" in found.slots:
        step = -1
    if named := weekdays(found):
        ahead = (named[0] - told.end.weekday()) % 7
        return days(shift(told.end, ahead or 7 * step, "day"))
    return whole(shift(told.end if step > 0 else told.start or told.end, step, unit), unit)


def _for_so_long(found: Found) -> When | None:
    """Read "has been shut for two years" as running up to the report."""
    verb = next((i for i in found.parse.ancestors(found.head) if _is_verb(found, i)), None)
    count, unit = found.number("count", "int", "big"), found.word("unit")
    if found.published is None or verb is None or count is None or not _lasts(found):
        return None
    if not any(found.parse.lowers[c] in {"has", "have"} for c in found.parse.children[verb]):
        return None
    start = shift(found.published, -count, unit)
    if start and unit in {"year", "decade"}:
        start = start.replace(day=1)
    return days(start, found.published, unit if unit in {"day", "week", "month"} else "year")


def _is_verb(found: Found, token: int) -> bool:
    return found.parse.tags[token].startswith("VB")


def _lasts(found: Found) -> bool:
    nearly = found.before() in {"nearly", "almost", "about", "over", "some", "the"}
    return (found.before(2) if nearly else found.before()) == "for"


RULES: dict[str, Rule] = {
    "back": _back,
    "ago": _ago,
    "offset": _offset,
    "nth_day": _nth_day,
    "since_then": _since_then,
    "anaphor": anaphor,
    "for_so_long": _for_so_long,
}
