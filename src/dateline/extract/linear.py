"""Linear models over named features: a score is the sum of the weights of what is there.

The weights are read from ``weights/``; ``benchmarks/training`` fits them. Nothing but addition
happens here, in the order the features are given, so the same input gives the same scores.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_FOLDER = Path(__file__).parent / "weights"


class LinearModel:
    """A multinomial logistic model: features in, a probability per class out."""

    def __init__(
        self, classes: list[str], features: list[str], weights: NDArray[np.float32], bias: NDArray[np.float32]
    ) -> None:
        """Take weights of shape (features, classes) and a bias per class."""
        self.classes = classes
        self._row = {name: row for row, name in enumerate(features)}
        self._weights = weights
        self._bias = bias

    def probabilities(self, features: Iterable[str]) -> NDArray[np.float32]:
        """Return the probability of each class; unknown features count nothing."""
        row = self._row
        rows = [row[name] for name in dict.fromkeys(features) if name in row]
        scores = self._bias + self._weights[rows].sum(axis=0)
        scores = np.exp(scores - scores.max())
        return np.asarray(scores / scores.sum(), dtype=np.float32)

    def best(self, features: Iterable[str]) -> tuple[str, float]:
        """Return the likeliest class and its probability."""
        shares = self.probabilities(features)
        at = int(shares.argmax())
        return self.classes[at], float(shares[at])

    def save(self, name: str) -> None:
        """Write the model beside the others."""
        _FOLDER.mkdir(exist_ok=True)
        np.savez_compressed(
            _FOLDER / f"{name}.npz",
            classes=np.array(self.classes),
            features=np.frombuffer("\n".join(self._row).encode(), dtype=np.uint8),
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
