"""Blocks of events: two that may be one happening are together in at least one.

Events are compared when they share a key, as ``reconcile/blocking`` has it: a cell or a name or a
country or a party, always with a day, or words in a row. So a block is a window of days, or a share
of all hashes of words; inside it the keys tell place and type apart.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dateline.reconcile.sketch import Sketch

# Longer than the days that one event is kept under, so that no window is skipped between its first
# and its last; there are more windows than cores in any archive of a year.
_WINDOW = 16  # days
_BEFORE, _AROUND = 3, 1  # days: how far before its report an undated event is sought; the slack
_SHARES = 64
_WORDS = "words"


def blocks(sketch: Sketch) -> tuple[str, ...]:
    """Name the blocks that an event is in."""
    return tuple(sorted({*_by_days(sketch), *_by_words(sketch)}))


def together(block: str, sketches: Sequence[Sketch]) -> Iterator[list[Sketch]]:
    """Give the events of a block that are to be compared with each other.

    In a block of words those are the ones with a row of words in common; that they share a day as
    well is the business of other blocks.
    """
    if not block.startswith(_WORDS):
        yield list(sketches)
        return
    found: dict[int, list[Sketch]] = defaultdict(list)
    for sketch in sketches:
        for run in sketch.runs:
            if _share(run) == block:
                found[run].append(sketch)
    yield from (found[run] for run in sorted(found) if len(found[run]) > 1)


def _by_days(sketch: Sketch) -> Iterator[str]:
    first, last = sketch.start, sketch.end if sketch.end is not None else sketch.start
    if first is None or last is None:
        if sketch.told is None:
            return
        first, last = sketch.told - _BEFORE, sketch.told
    for day in (first - _AROUND, first + _AROUND, last - _AROUND, last + _AROUND):
        yield f"days-{day // _WINDOW:06}"


def _by_words(sketch: Sketch) -> Iterator[str]:
    if not sketch.background:
        yield from map(_share, sketch.runs)


def _share(run: int) -> str:
    return f"{_WORDS}-{run % _SHARES:02}"
