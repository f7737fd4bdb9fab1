"""Decide by the raw text which reports can hold an event at all; only those are parsed.

Nine in ten reports of a news archive tell of no conflict, and parsing is nearly all of what
reading costs. A report goes on if it has a word with which a pattern of the ontology begins, and
if a linear model of its words, in the whole report and in its loudest part, does not rule it out.
``benchmarks/training/first_pass.py`` fits the model and sets the threshold.
"""

import math
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np

from dateline.extract.coding import with_credits
from dateline.extract.first_pass_words import Stretch, stretches, words_of
from dateline.extract.structure import find_blocks
from dateline.records import Record, Report

WEIGHTS = Path(__file__).parent / "weights" / "first_pass.npz"
# A short text costs little to read and has too few words to be judged by.
SHORT = 50
_LOUDEST = 0.25  # what the loudest part of a report says, beside the whole
_STEADY = 10  # features that a stretch is thought to have on top of its own


class FirstPass:
    """A linear model of raw words: above the threshold a report may hold an event."""

    def __init__(self, weights: dict[str, float], bias: float, threshold: float) -> None:
        """Take the weight of each feature."""
        self._weights = weights
        self._bias = bias
        self.threshold = threshold

    def may_tell(self, text: str) -> bool:
        """Tell whether a text may hold an event."""
        words = words_of(text)
        if len(words) < SHORT:
            return True
        whole, parts = stretches(words)
        return whole.has_trigger and self.rate(whole, parts) > self.threshold

    def rate(self, whole: Stretch, parts: Sequence[Stretch]) -> float:
        """Rate a report by all its words and, for a quarter, by its loudest part; in log-odds."""
        loudest = max(self._rate(part) for part in parts)
        return (1 - _LOUDEST) * self._rate(whole) + _LOUDEST * loudest

    def _rate(self, stretch: Stretch) -> float:
        features = stretch.features()
        found = [self._weights[name] for name in features if name in self._weights]
        return self._bias + sum(found) * scale(len(features))


def scale(features: int) -> float:
    """Give what each feature counts in a stretch of so many: length alone must not decide."""
    return 1 / math.sqrt(features + _STEADY)


@cache
def load_first_pass() -> FirstPass:
    """Read the model, once."""
    with np.load(WEIGHTS) as data:
        names = data["features"].tobytes().decode().split("\n")
        weights = dict(zip(names, data["weights"].astype(float).tolist(), strict=True))
        return FirstPass(weights, float(data["bias"]), float(data["threshold"]))


def quiet_record(report: Report) -> Record:
    """Give the record of a report that tells of nothing coded."""
    blocks = find_blocks(report.text, title=report.title)
    return Record(report=with_credits(report, blocks), blocks=blocks)
