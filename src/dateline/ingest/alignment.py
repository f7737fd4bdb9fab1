"""Find the text that was kept of a page in the page's source, character by character."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from dateline.ingest.decoding import Decoded
from dateline.records.offsets import OffsetMap

_UNSEEN = ("script", "style", "noscript", "template", "title")  # their content is no text
_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[a-zA-Z][\w:-]*)(?:\"[^\"]*\"|'[^']*'|[^'\">])*+>|<[!?][^>]*>"
)
_TAG_REACH = 5_000  # characters; a tag with a longer or an unclosed value ends at the next ">"
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{0,31});?")
# The marks of lists and the bars of tables are put in when the article is found.
_LINE = re.compile(r"(?:^- )?([^\n|]+)", re.MULTILINE)
_SHORTEST = 12  # characters: a shorter piece stands in too many places to be sure of one
_WINDOW = 20_000  # characters of the page in which a piece of a broken line is looked for


@dataclass(frozen=True, slots=True)
class _Shown:
    """The characters a page shows, without white space, and where each stands in the source."""

    text: str
    places: list[tuple[int, int]]


def align(text: str, decoded: Decoded) -> OffsetMap:
    """Map the characters of a text, white space apart, to bytes of the page they were read from."""
    shown = _read_shown(decoded.text)
    positions = decoded.positions()

    def places() -> Iterator[tuple[int, int, int]]:
        for offset, at in _find_lines(text, shown.text):
            first, end = shown.places[at]
            yield offset, positions[first], positions[end]

    return OffsetMap.of(places())


def _find_lines(text: str, shown: str) -> Iterator[tuple[int, int]]:
    """Pair offsets of the text with offsets of what is shown, line by line."""
    cursor = 0
    for line in _LINE.finditer(text):
        solid = [i for i in range(line.start(1), line.end(1)) if not text[i].isspace()]
        for first, size, at in _find_pieces("".join(text[i] for i in solid), shown, cursor):
            yield from zip(solid[first : first + size], range(at, at + size), strict=True)
            cursor = at + size


def _find_pieces(line: str, shown: str, cursor: int) -> Iterator[tuple[int, int, int]]:
    """Find a line, else its halves and their halves; yield offset, size and place of each."""
    sure = len(line) >= _SHORTEST
    at = shown.find(line, cursor, len(shown) if sure else cursor + _WINDOW)
    at = shown.find(line) if at < 0 and sure else at
    if line and at >= 0:
        yield 0, len(line), at
        return
    stack = [(0, len(line))]
    while stack:
        first, end = stack.pop()
        piece = line[first:end]
        at = shown.find(piece, cursor, cursor + _WINDOW + len(piece))
        if at >= 0 and len(piece) >= _SHORTEST:
            yield first, len(piece), at
            cursor = at + len(piece)
        elif len(piece) >= 2 * _SHORTEST:
            middle = (first + end) // 2
            stack += [(middle, end), (first, middle)]


def _read_shown(source: str) -> _Shown:
    chars: list[str] = []
    places: list[tuple[int, int]] = []
    for first, end in _text_stretches(source):
        for char, start, stop in _characters(source, first, end):
            if not char.isspace():
                chars.append(char)
                places.append((start, stop))
    return _Shown("".join(chars), places)


def _text_stretches(source: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches between tags, comments and unseen elements."""
    at = 0
    while at < len(source):
        opened = source.find("<", at)
        opened = len(source) if opened < 0 else opened
        if opened > at:
            yield at, opened
        at = _skip_markup(source, opened)
        if at == opened and at < len(source):  # a bare "<"
            yield at, at + 1
            at += 1


def _skip_markup(source: str, at: int) -> int:
    if source.startswith("<!--", at):
        return _after(source, "-->", at)
    tag = _TAG.match(source, at, at + _TAG_REACH)
    if tag is None:
        return _after(source, ">", at) if source[at + 1 : at + 2].isalpha() else at
    name = (tag["name"] or "").lower()
    if name in _UNSEEN and not tag["close"]:
        closing = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(source, tag.end())
        return closing.end() if closing else len(source)
    return tag.end()


def _after(source: str, mark: str, at: int) -> int:
    found = source.find(mark, at)
    return len(source) if found < 0 else found + len(mark)


def _characters(source: str, first: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield each character shown with the place of its source; an entity may stand for two."""
    at = first
    while at < end:
        entity = _ENTITY.match(source, at, end) if source[at] == "&" else None
        shown = unescape(entity[0]) if entity else source[at]
        if entity and (shown == "&" or not shown.startswith("&")):
            size = entity.end() - at
        else:
            shown, size = source[at], 1
        for char in shown:
            yield char, at, at + size
        at += size
