"""Datelines: "PORT SUDAN, Nov 4 (Reuters) - ", "Jammu, Jun 29: ", "(Erbil, 3 May)"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from dateline.knowledge.structure import Structure, load_structure

# Longest dateline looked for; that of several towns, a date and an agency has about 90 characters.
_REACH = 160
# A place alone, with no date and no agency, makes a dateline only at the head of a paragraph.
_PARAGRAPH = 60
_TITLE_CASE_PARAGRAPH = 100  # "Jammu: ..." looks like "Hamas: ..."; only a long line tells a story
_MOST_PLACES = 4
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Where, when and by whom a report was filed; the story begins at ``end`` of the line."""

    places: tuple[str, ...] = ()
    date: str | None = None
    agency: str | None = None
    end: int = 0


@dataclass(frozen=True, slots=True)
class _Grammar:
    date: re.Pattern[str]
    numeric: re.Pattern[str]
    day_name: re.Pattern[str]
    structure: Structure


# What parts a dateline from the story: a dash, a bar, a colon, a stop, or the end of a bracket.
_BREAK = re.compile(
    r"(?P<dash>\s*\.?\s*(?:--+|[–—―]+)\s*|\s*[.:]?\s+[-_]\s+|(?<=[.)])\s*-\s*)"
    r"|(?P<bar>\s+\|\s+)|(?P<colon>\s*:\s+)|(?P<stop>\.\s+)|(?P<bracket>(?<=\))\s+)|(?P<end>\s*[:.]?\s*$)"
)
_SLASHED = re.compile(r"/(?P<agency>[^/\s][^/]{1,30})/\.?\s*(?:[-–—]+\s*)?")
_BRACKETED = re.compile(r"[(\[](?P<inside>[^()\[\]]{2,80})[)\]]")
_PLACE = re.compile(r"[^,/()\[\]|–—]+?(?=\s*(?:,|/|\(|\[|\||$))")
_GAP = re.compile(r"[\s,/|]*")
_AGENCY = re.compile(r"[A-Z][\w.&’'-]*(?:[ /][A-Z&][\w.&’'-]*){0,3}$")
_WORD = re.compile(r"[^\W\d_][\w.'’ʼ`-]*$")


def find_dateline(line: str) -> Dateline | None:
    """Read the dateline at the start of a line, if it has one."""
    head = line[:_REACH]
    whole = _read_bracketed(line)
    if whole:
        return whole
    for found in _BREAK.finditer(head):
        parts = _read_parts(head[: found.start()])
        if parts and _stands(parts, found, line):
            return _extend(parts, head, found.end())
    return None


def read_day(words: str) -> date | None:
    """Turn the words of a date into a day; None where the year is missing or the order unclear."""
    found = _grammar().numeric.search(words) or _grammar().date.search(words)
    if not found:
        return None
    return _day_of({key: value for key, value in found.groupdict().items() if value})


def find_day(line: str) -> date | None:
    """Read the first date with a year that a line holds."""
    for pattern in (_grammar().numeric, _grammar().date):
        for found in pattern.finditer(line):
            day = _day_of({key: value for key, value in found.groupdict().items() if value})
            if day:
                return day
    return None


@cache
def _grammar() -> _Grammar:
    structure = load_structure()
    month = rf"(?P<{{0}}>{'|'.join(structure.months)})\b\.?"
    weekday = rf"(?:{'|'.join(structure.weekdays)})\b\.?"
    clock = r"\d{1,2}[:.h]?\d{0,2}\s*(?:[ap]\.?m\.?|hrs?|h)?\s*(?:[A-Z]{2,4}T?|Z|local time)?\b"
    months = [month.format(f"month{i}") for i in range(3)]
    written = (
        rf"(?:(?:{weekday},?\s+)?(?:the\s+)?(?P<day0>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]"
        rf"\s*{months[0]}(?:,?[\s-]\s*(?P<year0>\d{{4}})\b)?"
        rf"|(?:{weekday},?\s+)?{months[1]}\s+(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?\b"
        rf"(?:,?\s+(?P<year1>\d{{4}})\b)?"
        rf"|\d{{6}}Z\s+{months[2]}\s+\d{{2,4}}"
        rf"|{weekday}(?:\s+(?:morning|afternoon|evening|night))?)"
        rf"(?:,?\s+(?:at\s+)?{clock})?"
    )
    numeric = (
        r"\b(?:(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b"
        r"|(?P<day3>\d{1,2})\.(?P<month3>\d{1,2})\.(?P<year3>\d{4})\b"
        r"|(?P<first>\d{1,2})/(?P<second>\d{1,2})(?:/(?P<year4>\d{4}))?\b)"
    )
    return _Grammar(
        date=re.compile(rf"(?<!\w){written}", re.IGNORECASE),
        numeric=re.compile(numeric),
        day_name=re.compile("|".join([*structure.months, *structure.weekdays]), re.IGNORECASE),
        structure=structure,
    )


def _read_bracketed(line: str) -> Dateline | None:
    """Read "(Erbil, 3 May 2021) ..." and a line that is one bracket; a date must be in it."""
    found = _BRACKETED.match(line)
    if not found:
        return None
    parts = _read_parts(found["inside"])
    after = line[found.end() :]
    if not parts or not parts.date or (after.strip() and not _begins_story(after.lstrip())):
        return None
    gap = len(after) - len(after.lstrip(" \t–—-"))
    return _moved(parts, found.end() + gap)


def _read_parts(words: str) -> Dateline | None:
    """Read places, a date and an agency off a stretch that must hold nothing else."""
    places: list[str] = []
    day = agency = None
    before, _, last = words.rpartition(" ")
    if last in _grammar().structure.agencies and before[-1:].isalpha():
        words = f"{before} ({last})"  # "Kyiv CNN — "
    at = 0
    while at < len(words):
        at = _gap_end(words, at)
        kind, value, at = _next_part(words, at)
        if kind == "place" and day is None and agency is None:
            places.append(value)
        elif kind == "date" and day is None:
            day = value
        elif kind == "agency" and agency is None:
            agency = value
        elif kind:
            return None
    if len(places) > _MOST_PLACES or not (places or day or agency):
        return None
    return Dateline(places=tuple(places), date=day, agency=agency)


def _gap_end(words: str, at: int) -> int:
    gap = _GAP.match(words, at)
    return gap.end() if gap else at


def _next_part(words: str, at: int) -> tuple[str, str, int]:
    """Return the kind of the part at an offset, its words and its end; "" at the end of it all."""
    if at >= len(words):
        return "", "", at
    bracket = _BRACKETED.match(words, at)
    if bracket:
        return *_read_inside(bracket["inside"].strip()), bracket.end()
    day = _match_date(words, at)
    if day:
        return "date", day, at + len(day)
    place = _PLACE.match(words, at)
    if place and _is_place(place[0].strip()):
        return "place", place[0].strip(), place.end()
    return "unknown", "", len(words)


def _read_inside(inside: str) -> tuple[str, str]:
    if _match_date(inside, 0) == inside:
        return "date", inside
    return ("agency", inside) if _AGENCY.match(inside) else ("unknown", "")


def _match_date(words: str, at: int) -> str | None:
    """Return the date words at an offset where nothing but a new part follows them."""
    grammar = _grammar()
    found = grammar.numeric.match(words, at) or grammar.date.match(words, at)
    if not found or (found.end() < len(words) and words[found.end()] not in " ,.:)]/|("):
        return None
    rest = words[found.end() :].lstrip(" .")
    return found[0] if not rest or rest[0] in ",/|([" else None


def _is_place(words: str) -> bool:
    """Tell whether the words could name a place: capitalised, few, and none that opens a line."""
    structure = _grammar().structure
    tokens = words.split()
    if not tokens or len(tokens) > _MOST_WORDS or not all(_WORD.match(t) for t in tokens):
        return False
    if _grammar().day_name.fullmatch(words):
        return False
    first = tokens[0].lower().rstrip(".")
    initials = tokens[0].isupper() and not words.isupper()  # "DR Congo" is no doctor
    if first in structure.labels and not initials:
        return words.isupper() and len(tokens) > 1 and first in structure.connectors
    if first == "the" and tokens[-1].lower() not in structure.articled and not words.isupper():
        return False
    named = [t for t in tokens if t[0].isupper()]
    return bool(named) and all(t in named or t.lower() in structure.connectors for t in tokens)


def _stands(parts: Dateline, found: re.Match[str], line: str) -> bool:
    """Tell whether what parts them from the story, and the story, fit the parts."""
    rest = line[found.end() :]
    if found.lastgroup == "end":
        return bool(parts.date and (parts.places or read_day(parts.date)))
    if not _begins_story(rest):
        return False
    if parts.date and (parts.places or found.lastgroup != "bracket"):
        return found.lastgroup != "stop" or bool(parts.places)
    if parts.agency:
        known = parts.agency in _grammar().structure.agencies
        return found.lastgroup in {"dash", "bar"} or bool(parts.places and known)
    return _stands_alone(parts.places, found.lastgroup, line)


def _stands_alone(places: tuple[str, ...], parted_by: str | None, line: str) -> bool:
    """Tell whether places alone make a dateline: at the head of a paragraph in mixed case."""
    if not places or line.isupper() or len(line) < _PARAGRAPH:
        return False
    capitals = places[0].isupper() and len(places[0]) > 2  # noqa: PLR2004  "ST. LOUIS" is one place
    if parted_by == "dash":
        return True
    if parted_by == "stop":
        return capitals
    return parted_by == "colon" and (capitals or len(line) >= _TITLE_CASE_PARAGRAPH)


def _begins_story(rest: str) -> bool:
    first = next((c for c in rest[:8] if c.isalnum()), "")
    return first.isdigit() or (first != "" and not first.islower())


def _extend(parts: Dateline, head: str, at: int) -> Dateline:
    """Take a date or an agency that follows the first break: "KYIV — 3 May. /Agency/. Two ..."."""
    for kind, value, end in _trailing(head, at):
        if kind == "agency" and parts.agency is None:
            parts = Dateline(places=parts.places, date=parts.date, agency=value)
        elif kind == "date" and parts.date is None:
            parts = Dateline(places=parts.places, date=value, agency=parts.agency)
        else:
            break
        at = end
    return _moved(parts, at)


def _trailing(head: str, at: int) -> Iterator[tuple[str, str, int]]:
    while True:
        slashed = _SLASHED.match(head, at)
        found = None if slashed else _BREAK.search(head, at)
        if slashed:
            at = slashed.end()
            yield "agency", slashed["agency"], at
        elif found and (part := _lone_part(head[at : found.start()])):
            at = found.end()
            yield *part, at
        else:
            return


def _lone_part(words: str) -> tuple[str, str] | None:
    bare = words.strip(" ()")
    if bare in _grammar().structure.agencies:
        return "agency", bare
    return ("date", words) if words and _match_date(words, 0) == words else None


def _moved(parts: Dateline, end: int) -> Dateline:
    return Dateline(places=parts.places, date=parts.date, agency=parts.agency, end=end)


def _day_of(groups: dict[str, str]) -> date | None:
    numbers = {key.rstrip("0123456789"): value for key, value in groups.items()}
    if "first" in numbers:
        numbers |= _order(int(numbers["first"]), int(numbers["second"]))
    if not {"year", "month", "day"} <= numbers.keys():
        return None
    month = numbers["month"].lower()
    number = int(month) if month.isdigit() else _month_number(month)
    try:
        return date(int(numbers["year"]), number, int(numbers["day"]))
    except ValueError:
        return None


def _month_number(month: str) -> int:
    months = _grammar().structure.months
    return 1 + next(i for i, pattern in enumerate(months) if re.fullmatch(pattern, month))


def _order(first: int, second: int) -> dict[str, str]:
    """Tell day from month in 14/3 and 3/14; nobody can in 3/4."""
    if first > 12 >= second or first == second:  # noqa: PLR2004  a year has twelve months
        return {"day": str(first), "month": str(second)}
    if second > 12 >= first:  # noqa: PLR2004
        return {"day": str(second), "month": str(first)}
    return {}
