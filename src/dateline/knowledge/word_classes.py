"""Classes of words of like use, coarse to fine: what an unknown word shares with known ones."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

GRAINS = (100, 400, 1200)
_FILE = Path(__file__).with_suffix(".npz")


@cache
def word_classes(word: str) -> tuple[int, ...]:
    """Give the class of a base form at each grain; nothing for an unknown word."""
    words, classes = _table()
    at = int(np.searchsorted(words, word.encode("ascii", "ignore")))
    if at == len(words) or words[at].decode("ascii") != word:
        return ()
    return tuple(classes[at].tolist())


@cache
def _table() -> tuple[NDArray[np.bytes_], NDArray[np.uint16]]:
    with np.load(_FILE) as data:
        return data["words"], data["classes"]


def save(classes: Mapping[str, Sequence[int]]) -> None:
    """Write the table; ``benchmarks/training/word_classes.py`` makes it."""
    words = sorted(classes)
    table = np.array([classes[word] for word in words], dtype=np.uint16)
    np.savez_compressed(_FILE, words=np.array(words, dtype=np.bytes_), classes=table)
