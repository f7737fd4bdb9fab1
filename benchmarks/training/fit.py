"""Fit one linear model from named features and write its weights."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from dateline.extract.linear import LinearModel

# Words of the sentence say less than the word itself: their features weigh this much.
SOFT = {"b=": 0.35, "sx=": 0.6, "sw=": 0.6}
_NEGLIGIBLE = 0.01
_OPTIONAL = 0.5


@dataclass(frozen=True, slots=True)
class Example:
    """What was seen, what it is, and how much it counts."""

    features: Sequence[str]
    label: str
    weight: float = 1.0


def weight_of(*, optional: bool) -> float:
    """Say what an event counts; coders may leave out an optional one."""
    return _OPTIONAL if optional else 1.0


def fit(examples: Sequence[Example], *, strength: float, least: int = 2) -> LinearModel:
    """Fit a multinomial logistic model; ``strength`` is the inverse of the regularisation."""
    counts = Counter(name for e in examples for name in dict.fromkeys(e.features))
    # A line break in a name (a token of white space) would break the file of weights in two.
    names = sorted(n for n, count in counts.items() if count >= least and "\n" not in n)
    scale = np.array([_scale(name) for name in names], dtype=np.float64)
    model = LogisticRegression(C=strength, max_iter=80, tol=1e-3)
    model.fit(
        _matrix(examples, names, scale),
        [e.label for e in examples],
        sample_weight=[e.weight for e in examples],
    )
    weights, bias = _both_ways(model)
    weights = weights * scale[:, None]
    kept = np.abs(weights).max(axis=1) > _NEGLIGIBLE
    return LinearModel(
        classes=[str(c) for c in model.classes_],
        features=[name for name, keep in zip(names, kept, strict=True) if keep],
        weights=weights[kept].astype(np.float16).astype(np.float32),
        bias=bias.astype(np.float32),
    )


def _both_ways(model: LogisticRegression) -> tuple[np.ndarray, np.ndarray]:
    """Give a two-class model a column per class, as the others have."""
    if len(model.coef_) > 1:
        return model.coef_.T, model.intercept_
    column = model.coef_[0]
    return np.stack([-column / 2, column / 2], axis=1), np.array([-0.5, 0.5]) * model.intercept_[0]


def _scale(name: str) -> float:
    return next((value for head, value in SOFT.items() if name.startswith(head)), 1.0)


def _matrix(examples: Sequence[Example], names: list[str], scale: np.ndarray) -> csr_matrix:
    column = {name: at for at, name in enumerate(names)}
    columns, ends = [], [0]
    for example in examples:
        columns += [column[n] for n in dict.fromkeys(example.features) if n in column]
        ends.append(len(columns))
    return csr_matrix((scale[columns], columns, ends), shape=(len(examples), len(names)))
