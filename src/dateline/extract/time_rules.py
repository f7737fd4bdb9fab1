"""Resolve each form of time expression: the words that were found, and the days they mean."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dateline.extract.parse import Parse
from dateline.extract.time_days import (
    DAYS,
    UNKNOWN,
    day,
    days,
    edge,
    month_of,
    nearest_year,
    shift,
    weekend,
    whole,
)
from dateline.extract.time_tense import tense_at
from dateline.knowledge.times import TimeLexicon, Value
from dateline.records import When

Slots = dict[str, list[Value]]


@dataclass(frozen=True)
class Found:
    """Words that fit a form: their values by class, and what they are reckoned from.

    ``told`` is what the text told of last, by precision: where "the next day" counts from.
    """

    parse: Parse
    lexicon: TimeLexicon
    first: int
    end: int
    head: int
    slots: Slots
    published: date | None
    told: dict[str, When]

    @cached_property
    def tense(self) -> str:
        """Tell whether the expression looks back or ahead."""
        if self.before() == "since":
            return "past"
        return tense_at(self.parse, self.head, self.lexicon)

    @cached_property
    def month(self) -> int | None:
        """Give the first month named."""
        months = self.all("month", "month_short")
        return int(months[0]) if months else None

    @cached_property
    def year(self) -> int | None:
        """Give the first year named."""
        return self.number("year")

    @cached_property
    def which(self) -> str | None:
        """Tell last, this or next."""
        return next((k for k in ("last", "this", "next", "past") if k in self.slots), None)

    def all(self, *classes: str) -> list[Value]:
        """List the values of some classes, in the order of the classes."""
        return [value for name in classes for value in self.slots.get(name, ())]

    def word(self, name: str) -> str:
        """Give the first value of a class as text, or nothing."""
        return str(self.slots[name][0]) if name in self.slots else ""

    def number(self, *classes: str) -> int | None:
        """Give the first value of some classes as a number."""
        values = self.all(*classes)
        return int(values[0]) if values else None

    def before(self, steps: int = 1) -> str:
        """Give the word before the expression, in lower case."""
        i = self.first - steps
        return self.parse.lowers[i] if i >= 0 else ""

    def word_after(self) -> str:
        """Give the word after the expression, in lower case."""
        return self.parse.lowers[self.end] if self.end < len(self.parse) else ""

    def after_tag(self) -> str:
        """Give the tag of the token after the expression."""
        return self.parse.tags[self.end] if self.end < len(self.parse) else ""


Rule = Callable[[Found], When | None]


def _month_days(found: Found) -> list[int]:
    numbers = [int(n) for n in found.all("nth", "int")]
    for value in found.all("span"):
        numbers += [int(n) for n in re.findall(r"\d+", str(value))]
    return numbers + [int(str(value)[:2]) for value in found.all("dtg")]


def _day_month(found: Found, word: str) -> When | None:
    number, name, year = re.findall(r"\d+|[a-z]+", word.lower() + " 0")[:3]
    month = found.lexicon.words.get(name)
    if month is None or found.lexicon.classes[month[0]] != "month_short" and name != "may":
        return None
    year = int(year) and (int(year) if len(year) == 4 else 2000 + int(year))
    return days(_on(found, year or None, int(month[1]), int(number))) or _missing(found)


def _iso(found: Found) -> When | None:
    text = found.parse.words_of(found.first, found.end)
    a, b, c = (int(n) for n in re.findall(r"\d+", text)[:3])
    if a > 31:
        return days(day(a, b, c))
    return days(day(c, b, a) or day(c, a, b))


def _date(found: Found) -> When | None:
    if "day_month" in found.slots:
        return _day_month(found, found.word("day_month"))
    numbers = _month_days(found)
    if "dtg" in found.slots and "int" in found.slots:
        numbers, year = [numbers[-1]], 2000 + numbers[0]
        return days(found.month and day(year, found.month, numbers[0]))
    if found.month is None or not numbers:
        return _day_of_month(found)
    if found.before() == "in" and "month" in found.slots and found.after_tag() in {"NNS", "JJ"}:
        return None  # "in May 12 people died"
    if found.slots.get("nth") and found.after_tag().startswith("NNP"):
        return None  # "the May 5th Brigade"
    return days(_on(found, found.year, found.month, numbers[0])) or _missing(found)


def _date_of_year(found: Found) -> When | None:
    if found.published is None or found.month is None or found.word("unit") != "year":
        return _missing(found)
    year = found.published.year + _STEP[found.which or "this"]
    return days(day(year, found.month, _month_days(found)[0]))


def _on(found: Found, year: int | None, month: int, number: int) -> date | None:
    if year is not None:
        return day(year, month, number)
    if found.published is None:
        return None
    return nearest_year(found.published, month, number, found.tense)


def _missing(found: Found) -> When | None:
    return UNKNOWN if found.published is None else None


def _date_range(found: Found) -> When | None:
    numbers = _month_days(found)
    months = [int(m) for m in found.all("month", "month_short")]
    end = _on(found, found.year, months[-1], numbers[-1])
    if end is None:
        return _missing(found)
    first = numbers[0] if len(numbers) > 1 else 1
    start = day(end.year, months[0], first)
    if start and start > end:
        start = day(end.year - 1, months[0], first)
    return days(start, end)


_DETERMINED = {"on", "until", "by", "from", "since", "till"}


def _day_of_month(found: Found) -> When | None:
    [number, *_] = _month_days(found)
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
    number, weekday = _month_days(found)[0], _weekdays(found)[0]
    for back in (0, -1, 1, -2):
        month = found.published and shift(found.published.replace(day=1), back, "month")
        option = month and day(month.year, month.month, number)
        if option and option.weekday() == weekday:
            return days(option)
    return None


def _weekday(found: Found) -> When | None:
    if found.word_after() in found.lexicon.not_when:
        return None
    return days(_weekday_date(found, _weekdays(found)[0])) or _missing(found)


def _weekdays(found: Found) -> list[int]:
    return [int(n) for n in found.all("weekday", "weekday_short")]


def _weekday_date(found: Found, weekday: int) -> date | None:
    if found.published is None:
        return None
    back = (found.published.weekday() - weekday) % 7
    if found.which == "last":
        return shift(found.published, -(back or 7), "day")
    if found.which == "next":
        return shift(found.published, 7 - back, "day")
    ahead = found.tense in {"future", "present"} or (found.tense == "nearest" and back > 3)
    if ahead and back:
        return shift(found.published, 7 - back, "day")
    return shift(found.published, -back, "day")


def _weekday_range(found: Found) -> When | None:
    if found.published is None:
        return UNKNOWN
    first, last = _weekdays(found)[:2]
    end = _weekday_date(found, last)
    return days(end and shift(end, -((last - first) % 7), "day"), end)


def _weekday_of_week(found: Found) -> When | None:
    if found.published is None or found.word("unit") != "week":
        return _missing(found)
    week = whole(shift(found.published, _STEP[found.which or "this"], "week"), "week")
    return week and days(week.start and shift(week.start, _weekdays(found)[0], "day"))


_STEP = {"last": -1, "past": -1, "this": 0, "next": 1}


def _night_to(found: Found) -> When | None:
    end = _weekday_date(found, _weekdays(found)[-1])
    return days(end and shift(end, -1, "day"), end) or _missing(found)


def _night_from(found: Found) -> When | None:
    start = _weekday_date(found, _weekdays(found)[0])
    return days(start, start and shift(start, 1, "day")) or _missing(found)


def _overnight(found: Found) -> When | None:
    if found.published is None:
        return UNKNOWN
    if found.tense == "future":
        return days(found.published, shift(found.published, 1, "day"))
    return days(shift(found.published, -1, "day"), found.published)


def _named_day(found: Found) -> When | None:
    step = found.number("named_day") or 0
    return days(found.published and shift(found.published, step, "day")) or _missing(found)


def _feast(found: Found) -> When | None:
    month, number = (int(n) for n in found.word("feast").split("-"))
    return days(_on(found, found.year, month, number)) or _missing(found)


_VAGUE = {"day": 6, "week": 4, "month": 3, "year": 3, "decade": 2, "fortnight": 2}


def _back(found: Found) -> When | None:
    if not found.all("vague", "past", "last", "previous") and not _in_a_day(found):
        return None
    if "vague" in found.slots and "past" not in found.slots and "last" not in found.slots:
        if found.word("vague") != "recent":
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


def _part_of_period(found: Found) -> When | None:
    span = _month(found) if found.month else _unit_span(found)
    part = found.number("nth_word")
    if span is None or span.start is None or part is None:
        return span
    size = 2 if "half" in found.slots else 4
    part = size if part == -1 else part
    if part > size or (size == 4 and found.month):
        return None
    if found.month:
        middle = span.start.replace(day=15)
        return days(*((span.start, middle) if part == 1 else (shift(middle, 1, "day"), span.end)))
    if (span.precision, found.word("unit") or "year") != ("year", "year"):
        return span
    months = 12 // size
    return month_of(span.start.year, (part - 1) * months + 1, part * months)


def _unit_span(found: Found) -> When | None:
    if found.year is not None:
        return whole(day(found.year, 1, 1), "year")
    if found.published is None:
        return UNKNOWN
    around = found.published
    if "weekend" in found.slots:
        return weekend(shift(around, 7 * _STEP[found.which or "this"], "day") or around)
    unit = found.word("unit")
    return whole(shift(around, _STEP[found.which or "this"], unit), unit)


def _edge_of_period(found: Found) -> When | None:
    if "season" in found.slots:
        return _season(found)
    span = _unit_span(found)
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
    if span.precision == "week" or at_end or found.before(2) in {"since", "by", "before", "until"}:
        return days(span.start if part == "start" else span.end)
    return edge(span, part)


def _month(found: Found) -> When | None:
    if found.month is None or not _is_month(found):
        return None
    year = found.year if found.year is not None else _year_of_month(found, found.month)
    return _missing(found) if year is None else month_of(year, found.month)


def _is_month(found: Found) -> bool:
    if "month_short" in found.slots:
        return found.year is not None
    lone = len(found.slots) == 1
    name_before = found.first > 0 and found.parse.tags[found.first - 1] == "NNP"
    starts = found.first == found.parse.sents[found.parse.sent_of[found.first]][0]
    name_after = found.after_tag() == "NNP" and (starts or found.parse.lowers[found.first] == "may")
    return not (lone and (name_before or name_after))


def _year_of_month(found: Found, month: int) -> int | None:
    published = found.published
    if published is None:
        return None
    if "unit" in found.slots:
        return published.year + _STEP[found.which or "this"] if _by_year(found) else None
    if found.which == "this":
        return published.year
    if found.which == "last":
        return published.year - (month >= published.month)
    if found.which == "next" or found.tense == "future" or _soon(found, month, published):
        return published.year + (month < published.month + (found.which == "next"))
    return published.year - (month > published.month)


def _soon(found: Found, month: int, published: date) -> bool:
    return found.tense == "present" and (month - published.month) % 12 < 5


def _by_year(found: Found) -> bool:
    return found.word("unit") == "year"


def _edge_of_month(found: Found) -> When | None:
    span = _month(found)
    if span is None or span.start is None:
        return span
    part = found.word("edge")
    if part == "end" and found.before() == "the":
        by = found.before(2) in {"by", "before", "until", "till"}
        first = span.end if by else span.start.replace(day=25)
        return days(first, span.end)
    return edge(span, part)


def _edge_of_year(found: Found) -> When | None:
    span = whole(day(found.year or 0, 1, 1), "year")
    if span is None:
        return None
    if found.before() == "the" and found.before(2) in {"since", "by", "before", "until", "from"}:
        last = found.word("edge") == "end"
        return month_of(span.start.year, 12 if last else 1) if span.start else None
    return edge(span, found.word("edge"))


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
    if found.published and earlier and (found.published - told.start).days > 30:
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
    if not span or not number or number < 2 or found.after_tag() in {"IN", "HYPH"}:
        return None
    return days(shift(found.published, 1 - number, "day"), found.published)


def _since_then(found: Found) -> When | None:
    adverb = found.before() in {"has", "have", "had", "'ve", "’ve", "'s"}
    told = found.told.get("any")
    if told is None or told.start is None or not (adverb or "then" in found.slots):
        return None
    return days(told.start, found.published, told.precision)


def _anaphor(found: Found) -> When | None:
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
    if weekdays := _weekdays(found):
        ahead = (weekdays[0] - told.end.weekday()) % 7
        return days(shift(told.end, ahead or 7 * step, "day"))
    return whole(shift(told.end if step > 0 else told.start or told.end, step, unit), unit)


def _part_of_named_day(found: Found) -> When | None:
    if found.published is None:
        return UNKNOWN
    return days(shift(found.published, _STEP[found.which or "this"], "day"))


def _period(found: Found) -> When | None:
    if "season" in found.slots:
        return _season(found)
    unit = found.word("unit")
    if found.which == "next" and (unit == "day" or found.before() == "the"):
        return _anaphor(found)
    if found.published is None:
        return UNKNOWN
    if unit == "day":
        return days(found.published) if found.which == "this" else None
    if "weekend" in found.slots and found.which is None:
        return _near_weekend(found, found.published)
    span = _unit_span(found)
    so_far = found.tense != "future" or found.after_tag() == "POS"
    if span and span.start and found.which == "this" and so_far:
        return days(span.start, found.published, span.precision)
    return span


def _near_weekend(found: Found, published: date) -> When | None:
    if found.tense in {"future", "present"} or published.weekday() >= 5:
        return weekend(published)
    return weekend(shift(published, -7, "day") or published)


def _season(found: Found) -> When | None:
    first, last = (int(n) for n in found.word("season").split("-"))
    if found.year is not None:
        return month_of(found.year, first, last)
    if found.published is None:
        return UNKNOWN
    year = found.published.year
    if "unit" in found.slots:
        return month_of(year + _STEP[found.which or "this"], first, last)
    over = found.published.month > last or first > last
    if found.which == "last":
        year -= not over or first > last
    elif found.which == "next" or found.tense == "future":
        year += found.published.month >= first
    elif found.published.month < first:
        year -= 1
    return month_of(year, first, last)


def _month_range(found: Found) -> When | None:
    months = [int(m) for m in found.all("month", "month_short")]
    years = [int(y) for y in found.all("year")]
    if found.published is None and not years:
        return UNKNOWN
    last = years[-1] if years else _year_of_month(found, months[-1])
    first = years[0] if len(years) > 1 else (last or 0) - (months[0] > months[-1])
    start, end = month_of(first, months[0]), month_of(last or 0, months[-1])
    return start and end and days(start.start, end.end, "month")


_YEAR_AFTER = {
    "in", "since", "of", "by", "during", "until", "from", "early", "late", "mid", "between", "and",
    "before", "after", "to", "-", "through", "for", "till", "(", "pre", "post",
}  # fmt: skip


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
    last = int(last) if int(last) > 99 else first // 100 * 100 + int(last)
    if found.before() not in _YEAR_AFTER and "year" in found.slots and last - first != 1:
        return None
    return days(day(first, 1, 1), day(last, 12, 31), "year")


def _decade(found: Found) -> When | None:
    return whole(day(found.number("decade_name") or 0, 1, 1), "decade")


def _clock(found: Found) -> When | None:
    if "ampm" not in found.slots and ("decimal" in found.slots or "hhmm" in found.slots):
        if found.before() not in {"at", "around", "about", "by", "from", "since", "until"}:
            return None if "zone" not in found.slots else UNKNOWN
    if "year" in found.slots and not found.all("zone", "hours"):
        return None
    return UNKNOWN


_AT = {
    "in", "at", "before", "by", "after", "since", "until", "till", "from", "around", "shortly",
    "towards", "about", "toward", "past", "during", "near", "through", "of", "between",
}  # fmt: skip


def _part(found: Found) -> When | None:
    word = found.before(2) if found.before() in {"the", "about", "around"} else found.before()
    late = "edge" in found.slots and found.parse.tags[found.head] != "VBG"
    starts = found.first == 0 or "\n" in found.parse.words[found.first - 1]
    if (word not in _AT and not late and not starts) or found.after_tag().startswith(("NN", "HYPH")):
        return None
    if word == "through" and found.word("part_of_day") == "night":
        return _overnight(found)
    return UNKNOWN


RULES: dict[str, Rule] = {
    "iso": _iso,
    "date": _date,
    "date_range": _date_range,
    "day_of_month": _day_of_month,
    "weekday": _weekday,
    "weekday_range": _weekday_range,
    "weekday_of_week": _weekday_of_week,
    "night_to": _night_to,
    "night_from": _night_from,
    "overnight": _overnight,
    "named_day": _named_day,
    "feast": _feast,
    "back": _back,
    "part_of_period": _part_of_period,
    "edge_of_period": _edge_of_period,
    "edge_of_month": _edge_of_month,
    "edge_of_year": _edge_of_year,
    "ago": _ago,
    "offset": _offset,
    "anaphor": _anaphor,
    "nth_day": _nth_day,
    "since_then": _since_then,
    "date_of_year": _date_of_year,
    "weekday_number": _weekday_number,
    "part_of_named_day": _part_of_named_day,
    "period": _period,
    "month_range": _month_range,
    "month": _month,
    "season": _season,
    "year": _year,
    "year_range": _year_range,
    "decade": _decade,
    "clock": _clock,
    "part": _part,
}
