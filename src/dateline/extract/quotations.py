"""Find what stands between quotation marks, in any of the styles of the press.

    find_quotations(parse)  ->  the stretches of tokens inside the marks, in order

A mark left open ends with its paragraph, as where a speech runs on into the next one.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass

from dateline.extract.parse import Parse

_MARKS = re.compile("[\"“”„«»‹›‘’'`\n]")
_OPENS = {"“": "”", "„": "“”", "«": "»", "‹": "›", "‘": "’"}
_BEFORE_OPENING = frozenset(" \n\t\u00a0([{—–-:/…")
_LONGEST_SINGLE = 600  # characters; a lone apostrophe must not swallow a paragraph


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens ``first`` to before ``end`` inside the marks; ``closed`` where a mark closes them."""

    first: int
    end: int
    closed: bool = True


def find_quotations(parse: Parse) -> list[Quotation]:
    """Find the quotations of a text; one inside another belongs to the outer one."""
    out = []
    for start, end, closed in _spans(parse.text):
        first = bisect_left(parse.starts, start)
        last = bisect_left(parse.starts, end)
        while last > first and parse.words[last - 1].isspace():
            last -= 1
        if last > first:
            out.append(Quotation(first, last, closed))
    return out


def _spans(text: str) -> list[tuple[int, int, bool]]:
    """Give the offsets inside each pair of marks, and whether the pair was closed."""
    out: list[tuple[int, int, bool]] = []
    start, closers = -1, ""
    for match in _MARKS.finditer(text):
        at, mark = match.start(), match.group()
        if start < 0:
            closers = _closers(text, at, mark)
            start = at + 1 if closers else -1
        elif mark == "\n" or (mark in closers and _closes(text, at, mark)):
            out.append((start, at, mark != "\n"))
            start = -1
    if start >= 0:
        out.append((start, len(text), False))
    return out


def _closers(text: str, at: int, mark: str) -> str:
    """Name the marks that may close what opens here; none where nothing opens."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if after.isspace() or (before not in _BEFORE_OPENING and mark in "\"'’`‘"):
        return ""
    if mark in "'`‘":
        closer = "’" if mark == "‘" else "'"
        return closer if _pairs(text, at, closer) else ""
    return '"”' if mark == '"' else _OPENS.get(mark, "")


def _pairs(text: str, at: int, closer: str) -> bool:
    """Tell whether a single mark opens a quotation: it must close in its own line."""
    stop = text.find("\n", at)
    line = text[at + 1 : stop if stop >= 0 else len(text)][:_LONGEST_SINGLE]
    return any(letter == closer and _closes(line, i, closer) for i, letter in enumerate(line))


def _closes(text: str, at: int, mark: str) -> bool:
    """Tell a closing single mark from an apostrophe; other marks always close."""
    if mark not in "'’":
        return True
    after = text[at + 1] if at + 1 < len(text) else " "
    before = text[at - 1] if at else " "
    if after.isalnum() or before.isspace():
        return False
    # The plural's apostrophe, as in "the soldiers' homes", unless no other mark can close.
    plural = before == "s" and after == " " and text[at + 2 : at + 3].islower()
    return not (plural and mark in text[at + 1 :].split("\n", 1)[0])
