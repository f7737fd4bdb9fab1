"""Which words two reports share, as stretches of both texts."""

import re
from difflib import SequenceMatcher
from typing import TypeAlias

_WORD = re.compile(r"\w+")
_FEWEST = 4  # words in a row; fewer are in many texts by chance
Stretch: TypeAlias = tuple[int, int]


def shared_passages(left: str, right: str) -> tuple[list[tuple[Stretch, Stretch]], float]:
    """Find passages of at least some words in a row, and the share of the shorter text's words."""
    one, two = list(_WORD.finditer(left)), list(_WORD.finditer(right))
    matcher = SequenceMatcher(
        None, [w.group().lower() for w in one], [w.group().lower() for w in two], autojunk=False
    )
    blocks = [block for block in matcher.get_matching_blocks() if block.size >= _FEWEST]
    passages = [
        (
            (one[block.a].start(), one[block.a + block.size - 1].end()),
            (two[block.b].start(), two[block.b + block.size - 1].end()),
        )
        for block in blocks
    ]
    shortest = min(len(one), len(two)) or 1
    return passages, round(sum(block.size for block in blocks) / shortest, 4)
