"""Find the words that say when, and the days they mean."""

import re
from dataclasses import replace
from datetime import date

from dateline.extract.mentions import TimeMention
from dateline.extract.parse import Parse
from dateline.extract.time_days import UNKNOWN, days
from dateline.extract.time_links import date_of, heading_times
from dateline.extract.time_rules import RULES, Found, Slots
from dateline.extract.time_words import time_codes
from dateline.knowledge.times import MORE, TimeLexicon, Value, time_lexicon
from dateline.records import When

__all__ = ["date_of", "find_times", "heading_times"]

_OF_DAY = {"clock", "part"}
_ASIDE = {"dateline", "clock", "part", "nth_day", "back"}
_JOINTS = {"of", "on", "the", "at", "in", ",", "about", "around", "shortly", "(", "from", "by"}


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
            done = fit.end()
            mentions.append(mention)
            told.note(mention)
    mentions = _with_one_heading(_joined(parse, mentions), published)
    return _with_days(parse, mentions, published)


def _resolved(found: Found, rule: str) -> TimeMention | None:
    when = RULES[rule](found)
    if when is None:
        return None
    mention = TimeMention(first=found.first, end=found.end, head=found.head, rule=rule, when=when)
    return _with_part_played(found.parse, _with_preposition(found, mention), found.published)


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


# "GORI, Georgia, Aug 9 (Agency) -": capitalised words up to the date, a mark of the end after it.
_PLACE = re.compile(r"[\s(*]*[^\W\d_a-z][^\n.!?;:]{1,70}[,—–/ (-] ?")
_MARK = re.compile(r"[.,]?(?: ?\([^)\n]{2,40}\))?[.,]?\s*(?:[-–—]{1,2}\s|:|\)|/|\.\s|\n)")
_HEADING = re.compile(r"[.,]? *(?:[-–—:|)\]]|\.\s|\n|$)|\.? (?=[A-Z•*])")
_BULLET = re.compile(r"[\s*•·>#(\[–—-]*(?:\d{1,2}[/.)] )?")


def _with_part_played(
    parse: Parse, mention: TimeMention, published: date | None
) -> TimeMention:
    """Mark a time in the dateline, and a time that heads its line."""
    start, end = parse.starts[mention.first], parse.ends[mention.end - 1]
    before = parse.text[parse.text.rfind("\n", 0, start) + 1 : start]
    if len(before) > 80:
        return mention
    if _BULLET.fullmatch(before):
        heads = _HEADING.match(parse.text, end) and mention.rule in _HEADS
        return replace(mention, rule="heading") if heads else mention
    near = published and mention.when.start and abs((published - mention.when.start).days) <= 3
    placed = near and _PLACE.fullmatch(before) and _MARK.match(parse.text, end)
    if placed and mention.rule in {"date", "iso", "weekday"} and not _has_small(before):
        return replace(mention, rule="dateline")
    return mention


_HEADS = {"date", "iso", "weekday", "clock", "date_range", "weekday_range", "named_day", "month"}


def _has_small(words: str) -> bool:
    small = [word for word in words.split() if word[0].islower()]
    return len(small) > 2 or bool({w.lower() for w in words.split()} & {"on", "in", "by", "from"})


def _joined(parse: Parse, mentions: list[TimeMention]) -> list[TimeMention]:
    out: list[TimeMention] = []
    for mention in mentions:
        before = out[-1] if out else None
        if before and _touch(parse, before, mention):
            out[-1] = _merge(before, mention)
        else:
            out.append(mention)
    return out


def _touch(parse: Parse, left: TimeMention, right: TimeMention) -> bool:
    if left.rule not in _OF_DAY and right.rule not in _OF_DAY:
        return False
    gap = parse.lowers[left.end : right.first]
    return len(gap) <= 3 and all(word in _JOINTS for word in gap)


def _merge(left: TimeMention, right: TimeMention) -> TimeMention:
    day = left if right.rule in _OF_DAY else right
    return replace(day, first=left.first, end=right.end)


def _with_one_heading(mentions: list[TimeMention], published: date | None) -> list[TimeMention]:
    """Take the only date that heads a line, where it is the report's own, for a dateline."""
    heads = [m for m in mentions if m.rule == "heading" and m.when.start]
    if len(heads) != 1 or published is None or abs((heads[0].when.start or published) - published).days > 1:
        return mentions
    return [replace(m, rule="dateline") if m is heads[0] else m for m in mentions]


def _with_days(
    parse: Parse, mentions: list[TimeMention], published: date | None
) -> list[TimeMention]:
    """Give a clock time alone the day that its paragraph told last, else the report's day."""
    out: list[TimeMention] = []
    day, head, line = None, None, -1
    for mention in mentions:
        here = parse.text.rfind("\n", 0, parse.starts[mention.first])
        if here != line:
            day, line = None, here
        if mention.rule == "heading":
            head = mention.when if mention.when.start else head or days(published)
            mention = replace(mention, when=head or UNKNOWN)
        elif mention.rule in _OF_DAY:
            when = day or days(published) or UNKNOWN
            mention = replace(mention, when=when)
        elif mention.when.precision == "day" and mention.rule != "dateline":
            day = days(mention.when.end)
        out.append(mention)
    return out
