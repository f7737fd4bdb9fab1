"""Tell what each line of a report is: headline, dateline, byline, story, caption, credit and so on.

Only shapes and word lists decide, never the language model, so that the story can be told from
the rest before it is parsed. In doubt a line is body: what is left out of the story is lost.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.extract.wrapping import unwrapped
from dateline.knowledge.datelines import Dateline, find_dateline
from dateline.knowledge.structure import load_structure
from dateline.records import Block, BlockKind

_LONGEST_MARKED = 400  # no byline, credit, caption or heading is longer; patterns stay off the rest
_LONGEST_HEADLINE = 160
_LONGEST_DECK = 130
_LONGEST_HEADING = 90
_MOST_DECKS = 4  # lines between headline and story: a deck, bullets, a byline, a date
_TITLE_REACH = 6  # slugs and kickers come before the headline
_SHORTEST_TITLE = 12  # below it, a title says too little to find its line
_SAME_START = 8  # words: lines that begin alike tell the same twice

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_WORD = re.compile(r"[^\W_]+")
_TERMINATED = re.compile(r"[.!?…:;,][\"'”’»)\]*]*$")
_CLOCK = re.compile(r"^(?:\[?\d{1,2}[:.h]\d{2}\]?\s*(?:[ap]\.?m\.?)?|\d{1,2}[.)])\s*(?:[|–—-]\s*)?")
_LIST_ITEM = re.compile(r"^(?:[•·▪●○◦‣*+–—-]|\d{1,2}/)\s?")
_SPEAKER = re.compile(r"^[\w .()’'-]{1,40}:\s")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without the white space around it."""

    start: int
    end: int
    text: str

    def block(self, kind: BlockKind, first: int = 0, end: int | None = None) -> Block:
        stop = self.end if end is None else self.start + end
        return Block(kind=kind, start=self.start + first, end=stop)


def find_blocks(text: str, *, title: str | None = None) -> tuple[Block, ...]:
    """Part the text into blocks: in order, without overlap, over all that is not white space."""
    lines = list(_split_lines(unwrapped(text)))
    kinds = _Sorter(lines, title).sort()
    blocks = [
        block
        for line, (kind, dateline) in zip(lines, kinds, strict=True)
        for block in _part(line, kind, dateline)
    ]
    return tuple(_share_captions(text, blocks))


def read_dateline(text: str, block: Block) -> Dateline:
    """Read the place, date and agency words of a dateline, or of a byline that names a place."""
    words = text[block.start : block.end]
    if block.kind is BlockKind.BYLINE:
        return _read_byline(words)
    found = find_dateline(words) or find_dateline(f"{words} {_ANY_STORY}") or Dateline()
    return replace(found, end=min(found.end, len(words)))


def find_repeats(text: str, blocks: Sequence[Block]) -> tuple[tuple[Block, Block], ...]:
    """Pair each block that tells anew what an earlier one told, such as a caption given twice."""
    seen: dict[tuple[str, ...], Block] = {}
    pairs: list[tuple[Block, Block]] = []
    for block in blocks:
        words = _WORD.findall(text[block.start : min(block.end, block.start + _LONGEST_MARKED)])
        key = tuple(word.lower() for word in words[:_SAME_START])
        if len(key) == _SAME_START:
            first = seen.setdefault(key, block)
            if first is not block:
                pairs.append((first, block))
    return tuple(pairs)


def find_credits(text: str, blocks: Sequence[Block]) -> tuple[str, ...]:
    """List the agencies that the report says its words come from, by their short forms."""
    return tuple(dict.fromkeys(name for block in blocks for name in _agencies_of(text, block)))


# A dateline is told by what follows it too; a block holds the dateline alone.
_ANY_STORY = "The story begins here and runs on to fill the line. " * 2
_CREDITING = frozenset({BlockKind.CREDIT, BlockKind.BYLINE, BlockKind.BOILERPLATE})
_BYLINE_PLACE = re.compile(r"(?:,\s*|\b(?:in|at|aboard)\s+)(?P<place>[A-Z][^,|]*)(?:,|$)")
_PICTURE_CREDIT = re.compile(r"/|^(?:photo|image|picture)|\bvia\b", re.IGNORECASE)


def _agencies_of(text: str, block: Block) -> Iterator[str]:
    structure = load_structure()
    words = text[block.start : block.end]
    if block.kind is BlockKind.DATELINE:
        agency = read_dateline(text, block).agency
        if agency:
            yield structure.agencies.get(agency, agency)
    elif block.kind in _CREDITING and not _PICTURE_CREDIT.search(words.strip("/ ")):
        for found in structure.agency.finditer(words):
            yield structure.agencies[found[0]]


def _read_byline(words: str) -> Dateline:
    found = _BYLINE_PLACE.search(words)
    return Dateline(places=(found["place"].strip(),) if found else ())


def _split_lines(text: str) -> Iterator[_Line]:
    for found in _LINE.finditer(text):
        bare = found[0].strip()
        if bare:
            start = found.start() + len(found[0]) - len(found[0].lstrip())
            yield _Line(start, start + len(bare), bare)


class _Sorter:
    """Give each line its kind; ``head`` holds until the story begins."""

    def __init__(self, lines: list[_Line], title: str | None) -> None:
        self.lines = lines
        self.headline = _find_headline(lines, title)
        self.head = True

    def sort(self) -> list[tuple[BlockKind, Dateline | None]]:
        """Sort all lines, from the first to the last."""
        return [self._sort_line(i) for i in range(len(self.lines))]

    def _sort_line(self, i: int) -> tuple[BlockKind, Dateline | None]:
        line = self.lines[i]
        if i == self.headline:
            return BlockKind.HEADLINE, None
        marked = _marked_kind(line.text, head=self.head)
        if marked:
            return marked, None
        dateline = self._dateline_of(i)
        if dateline and dateline.end >= len(line.text):
            return BlockKind.DATELINE, None
        if dateline is None and self._is_heading(i):
            return BlockKind.HEADING, None
        if not _LIST_ITEM.match(line.text) or _TERMINATED.search(line.text):
            self.head = False  # bullets without a stop are the wire's summary above the story
        return BlockKind.BODY, dateline

    def _dateline_of(self, i: int) -> Dateline | None:
        """Read the dateline that opens the story, or a later one that is past doubt."""
        line = self.lines[i].text
        if (
            not self.head
            and "(" not in line[:_LONGEST_HEADING]
            and "/" not in line[:_LONGEST_HEADING]
        ):
            return None
        dateline = find_dateline(line)
        if dateline is None:
            return None
        if self.head:
            return dateline if dateline.agency or not self._is_roundup(i, dateline) else None
        return dateline if dateline.agency and dateline.end < len(line) else None

    def _is_roundup(self, i: int, dateline: Dateline) -> bool:
        """Tell whether later lines open alike: then it is the place or day of an item told."""
        if dateline.end >= len(self.lines[i].text):
            return False
        others = (find_dateline(_LIST_ITEM.sub("", line.text)) for line in self.lines[i + 1 :])
        return any(
            bool(other.places) == bool(dateline.places) and not other.agency
            for other in others
            if other
        )

    def _is_heading(self, i: int) -> bool:
        line = self.lines[i]
        limit = _LONGEST_DECK if self.head else _LONGEST_HEADING
        if len(line.text) > limit or i + 1 >= len(self.lines) or not _opens_heading(line.text):
            return False
        if self.head:
            return i <= (self.headline or 0) + _MOST_DECKS
        return self._heads_story(i)

    def _heads_story(self, i: int) -> bool:
        below = self.lines[i + 1].text
        return bool(_TERMINATED.search(below)) or _opens_heading(below)


def _find_headline(lines: list[_Line], title: str | None) -> int | None:
    """Find the line that bears the title; without one, take a first line that reads like it."""
    wanted = _plain(title or "")
    for i, line in enumerate(lines[:_TITLE_REACH]):
        if wanted and len(line.text) <= 2 * _LONGEST_HEADLINE and _same_title(wanted, line.text):
            return i
    for i, line in enumerate(lines[:_TITLE_REACH]):
        if _marked_kind(line.text, head=True) or _is_stamp(line.text):
            continue
        return i if _reads_like_headline(line.text) and len(lines) > i + 1 else None
    return None


def _plain(words: str) -> str:
    return " ".join(_WORD.findall(words.lower()))


def _same_title(wanted: str, line: str) -> bool:
    found = _plain(line)
    if wanted == found:
        return True
    if len(found) < _SHORTEST_TITLE or len(wanted) < _SHORTEST_TITLE:
        return False
    return wanted in found or wanted.startswith(found)


def _is_stamp(line: str) -> bool:
    dateline = find_dateline(line)
    return dateline is not None and dateline.end >= len(line)


def _reads_like_headline(line: str) -> bool:
    if len(line) > _LONGEST_HEADLINE or find_dateline(line) or _LIST_ITEM.match(line):
        return False
    return _opens_heading(line)


def _opens_heading(line: str) -> bool:
    """Tell whether a line has the shape of a heading: a capital first and no stop at its end."""
    bare = _CLOCK.sub("", line)
    first = next((c for c in bare if c.isalnum()), "")
    if not first or first.islower() or line.count("|") > 1 or _LIST_ITEM.match(bare):
        return False
    if line.endswith("?"):
        return not _SPEAKER.match(bare)
    unfinished = line.rpartition(" ")[2] in load_structure().unfinished
    return not unfinished and not _TERMINATED.search(line)


def _marked_kind(line: str, *, head: bool) -> BlockKind | None:
    if len(line) > _LONGEST_MARKED:
        return None
    above = head and len(line) <= _LONGEST_DECK  # a longer line is the story, or comes after it
    unfit = "tail" if above else "head"
    for known, pattern in load_structure().lines:
        if known.where != unfit and pattern.search(line):
            return BlockKind(known.kind)
    return None


def _part(line: _Line, kind: BlockKind, dateline: Dateline | None) -> Iterator[Block]:
    """Cut a dateline off the front of a line of body, and an agency's name off its end."""
    first = 0
    end = len(line.text)
    if dateline:
        yield line.block(BlockKind.DATELINE, 0, len(line.text[: dateline.end].rstrip()))
        first = dateline.end
    credit = _sign_off(line.text) if kind is BlockKind.BODY else None
    if credit and credit > first:
        end = len(line.text[:credit].rstrip())
    yield line.block(kind, first, end)
    if end < len(line.text):
        yield line.block(BlockKind.CREDIT, credit or 0)


def _sign_off(line: str) -> int | None:
    """Return where an agency's name closes the line: "... she said. — AFP"."""
    tail = line[-60:]
    for found in load_structure().agency.finditer(tail):
        before, after = tail[: found.start()], tail[found.end() :]
        opened = re.search(r"[.!?\"”’]\s*([—–/(\[]|-{1,2})\s*$", before)
        if opened and not after.strip(")]/. "):
            return len(line) - len(tail) + opened.start(1)
    return None


def _share_captions(text: str, blocks: list[Block]) -> Iterator[Block]:
    """Call a line that is told twice a caption both times where it is one once."""
    repeats = find_repeats(text, blocks)
    captions = {
        block.start
        for pair in repeats
        if any(block.kind is BlockKind.CAPTION for block in pair)
        for block in pair
    }
    for block in blocks:
        kind = BlockKind.CAPTION if block.start in captions else block.kind
        yield Block(kind=kind, start=block.start, end=block.end)
