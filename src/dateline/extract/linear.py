"""Linear models over named features: a score is the sum of the weights of what is there.

The weights are read from ``weights/``; ``benchmarks/training`` fits them. Nothing but addition
happens here, in the order the features are given, so the same input gives the same scores.
"""

import math
from collections.abc import Iterable, Sequence
from functools import cache, cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_FOLDER = Path(__file__).parent / "weights"
_FEW = 5  # classes


class LinearModel:
    """A multinomial logistic model: features in, a probability per class out."""

    def __init__(
        self,
        classes: list[str],
        features: list[str],
        weights: NDArray[np.float32],
        bias: NDArray[np.float32],
    ) -> None:
        """Take weights of shape (features, classes) and a bias per class."""
        self.classes = classes
        self._features = features
        self._weights = weights
        self._bias = bias
        self._few = len(classes) <= _FEW

    @cached_property
    def _row(self) -> dict[str, int]:
        return {name: row for row, name in enumerate(self._features)}

    @cached_property
    def _columns(self) -> dict[str, tuple[float, ...]]:
        return dict(zip(self._features, map(tuple, self._weights.tolist()), strict=True))

    @cached_property
    def _start(self) -> tuple[float, ...]:
        return tuple(self._bias.tolist())

    def probabilities(self, features: Iterable[str]) -> list[float]:
        """Return the probability of each class; unknown features count nothing."""
        if self._few:
            return self._add_up(features)
        [shares] = self.probabilities_of([features])
        return shares

    def probabilities_of(self, batch: Sequence[Iterable[str]]) -> list[list[float]]:
        """Return the probabilities for many lists of features at once."""
        if not batch:
            return []
        row = self._row
        rows: list[int] = []
        starts: list[int] = []
        for features in batch:
            starts.append(len(rows))
            rows.append(len(self._features))  # a row of zeros: no list is empty
            rows += [row[name] for name in dict.fromkeys(features) if name in row]
        sums = np.add.reduceat(self._padded[rows], starts, axis=0) + self._bias
        sums = np.exp(sums - sums.max(axis=1, keepdims=True))
        shares: list[list[float]] = (sums / sums.sum(axis=1, keepdims=True)).tolist()
        return shares

    @cached_property
    def _padded(self) -> NDArray[np.float32]:
        return np.vstack([self._weights, np.zeros((1, len(self.classes)), dtype=np.float32)])

    def _add_up(self, features: Iterable[str]) -> list[float]:
        """Add in plain Python: for a few classes that is ten times quicker than arrays."""
        columns = self._columns
        found = [columns[name] for name in dict.fromkeys(features) if name in columns]
        sums = [sum(column) for column in zip(self._start, *found, strict=True)]
        top = max(sums)
        powers = [math.exp(one - top) for one in sums]
        whole = sum(powers)
        return [power / whole for power in powers]

    def best(self, features: Iterable[str]) -> tuple[str, float]:
        """Return the likeliest class and its probability."""
        shares = self.probabilities(features)
        at = max(range(len(shares)), key=shares.__getitem__)
        return self.classes[at], shares[at]

    def save(self, name: str) -> None:
        """Write the model beside the others."""
        _FOLDER.mkdir(exist_ok=True)
        np.savez_compressed(
            _FOLDER / f"{name}.npz",
            classes=np.array(self.classes),
            features=np.frombuffer("\n".join(self._features).encode(), dtype=np.uint8),
            weights=self._weights.astype(np.float16),
            bias=self._bias.astype(np.float32),
        )


@cache
def load_model(name: str) -> LinearModel:
    """Read one model, once."""
    with np.load(_FOLDER / f"{name}.npz") as data:
        return LinearModel(
            classes=[str(c) for c in data["classes"]],
            features=data["features"].tobytes().decode().split("\n"),
            weights=data["weights"].astype(np.float32),
            bias=data["bias"],
        )
