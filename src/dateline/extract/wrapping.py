r"""Join the lines of wrapped text, as teletypes and plain-text mail break it; its length stays.

unwrapped("Shells killed four people in the city of\nKharkiv on Monday.")
    ->  "Shells killed four people in the city of Kharkiv on Monday."
"""

import re
from itertools import pairwise

_SHORTEST = 40  # characters; whoever wraps text fills more of a line
_PARTED = re.compile(r"((?:\r?\n[ \t]*){2,})")
_LINE = re.compile(r"\r?\n")
_STOPPED = re.compile(r"[.!?…:;][\"'”’»)\]*]*$")
_FEWEST = 3  # lines of one width that show where a full line ends


def unwrapped(text: str) -> str:
    """Put spaces where a line breaks off within a sentence."""
    parts = _PARTED.split(text)
    return "".join(_joined(part) if "\n" in part and part.strip() else part for part in parts)


def _joined(paragraph: str) -> str:
    breaks = list(_LINE.finditer(paragraph))
    edges = [0, *(at for found in breaks for at in found.span()), len(paragraph)]
    lines = [paragraph[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
    width = max(map(len, lines)) if len(lines) >= _FEWEST else len(paragraph)
    out = lines[0]
    for found, (above, below) in zip(breaks, pairwise(lines), strict=True):
        out += (" " * len(found[0]) if _runs_on(above, below, width) else found[0]) + below
    return out


def _runs_on(above: str, below: str, width: int) -> bool:
    """Tell whether a line is broken off: a small letter follows, or a word that had no room."""
    before, after = above.rstrip(), below.split(maxsplit=1)
    if len(before) < _SHORTEST or not after or _STOPPED.search(before):
        return False
    return after[0][0].islower() or len(before) + 1 + len(after[0]) > width
