"""Classes of words of like use, coarse to fine: what an unknown word shares with known ones."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import numpy as np

GRAINS = (100, 400, 1200)
_FILE = Path(__file__).with_suffix(".npz")


@cache
def word_classes() -> Mapping[str, tuple[int, ...]]:
    """Map a base form to its class at each grain."""
    with np.load(_FILE) as data:
        words = data["words"].tobytes().decode("ascii").split("\n")
        return dict(zip(words, map(tuple, data["classes"].tolist()), strict=True))


def save(classes: Mapping[str, Sequence[int]]) -> None:
    """Write the table; ``benchmarks/training/word_classes.py`` makes it."""
    words = sorted(classes)
    table = np.array([classes[word] for word in words], dtype=np.uint16)
    np.savez_compressed(
        _FILE, words=np.frombuffer("\n".join(words).encode("ascii"), dtype=np.uint8), classes=table
    )
