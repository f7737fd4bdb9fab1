"""Find the words that say when, and the days they mean."""

from dataclasses import replace
from datetime import date

from dateline.extract.mentions import TimeMention
from dateline.extract.parse import Parse
from dateline.extract.time_days import UNKNOWN, days
from dateline.extract.time_found import Found, Slots
from dateline.extract.time_layout import mark_dateline, mark_heading, mark_only_heading
from dateline.extract.time_links import carried_time, date_of
from dateline.extract.time_rules import RULES
from dateline.extract.time_words import time_codes
from dateline.knowledge.times import MORE, TimeLexicon, Value, time_lexicon
from dateline.records import When

__all__ = ["carried_time", "date_of", "find_times", "heading_times"]

_OF_DAY = {"clock", "part"}
_ASIDE = {"dateline", "clock", "part", "nth_day", "back"}
_LATELY = 10  # days: an older day is background, and "at noon" is not of it
_GAP = 3  # tokens between a clock time and its day
_JOINTS = {
    "of",
    "on",
    "the",
    "at",
    "in",
    ",",
    "about",
    "around",
    "shortly",
    "(",
    "from",
    "by",
    "before",
    "after",
    "towards",
    "until",
    "just",
}


def find_times(parse: Parse, published: date | None) -> list[TimeMention]:
    """Find every expression that says when, in the order of the text."""
    lexicon, told = time_lexicon(), _Told(published)
    codes, values = time_codes(parse, lexicon)
    starters, match = lexicon.starters, lexicon.pattern.match
    mentions: list[TimeMention] = []
    done = 0
    for i, code in enumerate(codes):
        if i < done or code not in starters:
            continue
        fit = match(codes, i)
        if fit is None or fit.lastgroup is None:
            continue
        slots = _slots(codes, values, i, fit.end(), lexicon)
        head = _head(parse, i, fit.end())
        found = Found(parse, lexicon, i, fit.end(), head, slots, published, told.copy())
        mention = _resolved(found, lexicon.rules[fit.lastgroup])
        if mention is not None:
            mentions.append(replace(mention, first=max(mention.first, done)))
            told.note(mention)
            done = fit.end()
    mentions = [mark_heading(parse, mention) for mention in _joined(parse, mentions)]
    return _with_days(mark_only_heading(parse, mentions, published), published)


def heading_times(parse: Parse, published: date | None) -> list[TimeMention]:
    """Find the dates and clock times that head a line and date the lines below, up to the next."""
    return [time for time in find_times(parse, published) if time.rule == "heading"]


def _resolved(found: Found, rule: str) -> TimeMention | None:
    when = RULES[rule](found)
    if when is None:
        return None
    mention = TimeMention(first=found.first, end=found.end, head=found.head, rule=rule, when=when)
    return mark_dateline(found.parse, _with_preposition(found, mention), found.published)


class _Told(dict[str, When]):
    """What the text told of last: by precision, of any, and ("past") before the report's day."""

    def __init__(self, published: date | None) -> None:
        super().__init__()
        self._published = published

    def note(self, mention: TimeMention) -> None:
        when = mention.bare or mention.when
        if when.end is None or mention.rule in _ASIDE:
            return
        self[when.precision] = self["any"] = when
        if when.precision == "day" and self._published and when.end < self._published:
            self["past"] = when


def _slots(codes: str, values: list[Value], first: int, end: int, lexicon: TimeLexicon) -> Slots:
    slots: Slots = {}
    for i in range(first, end):
        if codes[i] != MORE:
            slots.setdefault(lexicon.classes[codes[i]], []).append(values[i])
    return slots


def _head(parse: Parse, first: int, end: int) -> int:
    for i in range(first, end):
        head = parse.heads[i]
        if (head < first or head >= end or head == i) and parse.tags[i] not in {"IN", "DT", ","}:
            return i
    return end - 1


def _with_preposition(found: Found, mention: TimeMention) -> TimeMention:
    """Let "since", "until" and "by" change the days; other words before an event stay outside."""
    i = _preposition(found)
    word = found.parse.lowers[i] if i >= 0 else ""
    when, published = mention.when, found.published
    if mention.rule in _UNBOUND or when.start is None or published is None:
        return mention
    if word == "since" or (word == "from" and _runs_on(found, i)):
        span = days(when.start, published, when.precision)
        rule = "since"
    elif word in {"until", "till"}:
        span, rule = days(published, when.end, when.precision), "until"
    elif word == "by" and when.precision != "day":
        span, rule = days(when.end), "by"
    else:
        return mention
    return replace(mention, first=i, rule=rule, when=span, bare=when) if span else mention


_UNBOUND = {"clock", "part", "offset", "nth_day", "back", "since_then"}


def _preposition(found: Found) -> int:
    i = found.first - 1
    while i >= 0 and found.parse.lowers[i] in {"the", "about", "around", "at", "least"}:
        i -= 1
    return i


def _runs_on(found: Found, preposition: int) -> bool:
    if found.parse.heads[found.head] != preposition or found.slots.get("to"):
        return False
    verb = found.parse.heads[preposition]
    return any(found.parse.lowers[c] in {"has", "have"} for c in found.parse.children[verb])


def _joined(parse: Parse, mentions: list[TimeMention]) -> list[TimeMention]:
    out: list[TimeMention] = []
    for mention in mentions:
        before = out[-1] if out else None
        if before and _touch(parse, before, mention):
            out[-1] = _merge(parse, before, mention)
        else:
            out.append(mention)
    return out


def _touch(parse: Parse, left: TimeMention, right: TimeMention) -> bool:
    if left.rule not in _OF_DAY and right.rule not in _OF_DAY:
        return False
    gap = parse.lowers[left.end : right.first]
    return len(gap) <= _GAP and all(word in _JOINTS for word in gap)


def _merge(parse: Parse, left: TimeMention, right: TimeMention) -> TimeMention:
    day = left if right.rule in _OF_DAY else right
    head = _head(parse, left.first, right.end) if left.rule != "since" else day.head
    return replace(day, first=left.first, end=right.end, head=head)


def _with_days(mentions: list[TimeMention], published: date | None) -> list[TimeMention]:
    """Give a clock time alone the day that the text told last, else the report's day."""
    out: list[TimeMention] = []
    day, head = None, None
    for mention in mentions:
        when = mention.when
        if mention.rule == "heading":
            when = day = head = when if when.start else head or days(published) or UNKNOWN
        elif mention.rule in _OF_DAY and when.start is None:
            when = day if day and day.start else days(published) or UNKNOWN
        elif when.precision == "day" and mention.rule not in _ASIDE:
            day = _recent(when, published)
        out.append(replace(mention, when=when))
    return out


def _recent(when: When, published: date | None) -> When | None:
    if when.end is None or published is None or not 0 <= (published - when.end).days <= _LATELY:
        return None
    return days(when.end)
