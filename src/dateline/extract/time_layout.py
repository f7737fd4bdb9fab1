"""The part a time plays in the make-up of a report: in its dateline, or heading a line."""

import re
from dataclasses import replace
from datetime import date

from dateline.extract.mentions import TimeMention
from dateline.extract.parse import Parse

# "GORI, Georgia, Aug 9 (Agency) -": capitalised words up to the date, a mark of the end after it.
_PLACE = re.compile(r"[\s(*]*[^\W\d_a-z][^\n.!?;:]{1,70}[,—–/ (-] ?")
_MARK = re.compile(r"[.,]?(?: ?\([^)\n]{2,40}\))?[.,]?\s*(?:[-–—]{1,2}\s|:|\)|/|\.\s|\n)")
_HEADING = re.compile(r"[.,]? *(?:[-–—:|)\]]|\.\s|\n|$)|\.? (?=[A-Z•*])")
_LONGEST, _FEW = 80, 2  # characters before a dateline's date; words among them in lower case
_FRESH = 3  # days between a dateline and publication
_BULLET = re.compile(r"[\s*•·>#(\[–—-]*(?:\d{1,2}[/.)] )?")


def mark_heading(parse: Parse, mention: TimeMention) -> TimeMention:
    """Mark a time that heads its line."""
    start, end = parse.starts[mention.first], parse.ends[mention.end - 1]
    before = _line_before(parse, start)
    if mention.rule not in _HEADS or not _BULLET.fullmatch(before):
        return mention
    return replace(mention, rule="heading") if _HEADING.match(parse.text, end) else mention


def _line_before(parse: Parse, start: int) -> str:
    return parse.text[parse.text.rfind("\n", 0, start) + 1 : start]


def mark_dateline(parse: Parse, mention: TimeMention, published: date | None) -> TimeMention:
    """Mark a time in the dateline, which dates the report and nothing it tells."""
    start, end = parse.starts[mention.first], parse.ends[mention.end - 1]
    before = _line_before(parse, start)
    if len(before) > _LONGEST or _BULLET.fullmatch(before):
        return mention
    near = published and mention.when.start and abs((published - mention.when.start).days) <= _FRESH
    placed = near and _PLACE.fullmatch(before) and _MARK.match(parse.text, end)
    if placed and mention.rule in {"date", "iso", "weekday"} and not _has_small(before):
        return replace(mention, rule="dateline")
    return mention


_HEADS = {
    "weekday_number",
    "date",
    "iso",
    "weekday",
    "clock",
    "date_range",
    "weekday_range",
    "named_day",
    "month",
}


def _has_small(words: str) -> bool:
    small = [word for word in words.split() if word[0].islower()]
    return len(small) > _FEW or bool(
        {w.lower() for w in words.split()} & {"on", "in", "by", "from"}
    )


def mark_only_heading(
    parse: Parse, mentions: list[TimeMention], published: date | None
) -> list[TimeMention]:
    """Take the only date that heads a line, where it is the report's own, for a dateline."""
    heads = [m for m in mentions if m.rule == "heading" and m.when.start]
    if len(heads) != 1 or published is None or heads[0].when.start is None:
        return mentions
    alone = parse.text[parse.ends[heads[0].end - 1] :].lstrip(" .")[:1] in {"\n", ""}
    if not alone or abs((heads[0].when.start - published).days) > 1:
        return mentions
    return [replace(m, rule="dateline") if m is heads[0] else m for m in mentions]
