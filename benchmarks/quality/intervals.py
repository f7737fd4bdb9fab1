"""Bootstrap intervals for what a scorer prints (B. Efron, 1979).

Every measure here is a ratio of sums over documents, or the mean of a few: F1 is twice what is
right over what is found and what is there. So each document is scored alone, its sums are read off,
and documents are drawn with replacement, as many as there are, again and again; the middle 95 % of
the draws is the interval. The draws are the same each time.
"""

from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np

DRAWS = 1000
_SEED = 1
_EDGES = (2.5, 97.5)  # per cent
Ratio: TypeAlias = tuple[float, float]  # what is right, and of how much


def place_of(scores: Any, at: str) -> tuple[Any, str]:
    """Follow the names on the way to a number, which may hold points themselves."""
    while True:
        name = max((key for key in scores if f"{at}.".startswith(f"{key}.")), key=len)
        if not isinstance(scores[name], dict):
            return scores, name
        scores, at = scores[name], at[len(name) + 1 :]


def number(scores: Any, at: str) -> float:
    """Look a number up by the names on the way to it."""
    node, name = place_of(scores, at)
    return float(node[name])


def ratios(scores: Any, at: str) -> list[Ratio]:
    """Read off the sums of which a number is the ratio, or those of several that it averages."""
    node, name = place_of(scores, at)
    if "mean" not in at.split("."):
        return [_ratio(node, name)]
    labels = next(one for one in scores.values() if one.get("mean") is node)
    return [_ratio(one, name) for label, one in labels.items() if label != "mean"]


def _ratio(node: Any, name: str) -> Ratio:
    """Find the sums of a number among those that a scorer gives beside it."""
    if name == "share":
        return node["right"], node["of"]
    if name == "acc":
        return node["acc"] * node["n"], node["n"]
    if name in {"top1", "any"}:
        return node[name] / 100 * node["sentences"], node["sentences"]
    right, found, gold = _sums(node)
    of = {"f1": (2 * right, found + gold), "p": (right, found), "r": (right, gold)}
    return of[name.lower()]


def _sums(node: Any) -> tuple[float, float, float]:
    """Give what is right, what was found and what there is to find, by any scorer's names."""
    if "fp" in node:
        return node["tp"], node["tp"] + node["fp"], node["tp"] + node["fn"]
    found = node["pred"] if "pred" in node else node["predicted"]
    right = next((node[name] for name in ("tp", "hit") if name in node), None)
    return node["P"] / 100 * found if right is None else right, found, node["gold"]


def share(units: Sequence[Sequence[Ratio]]) -> float:
    """Give the measure over all documents."""
    sums = np.array(units, dtype=float).sum(axis=0)
    return float(np.mean([right / of if of else 0.0 for right, of in sums]))


def interval(units: Sequence[Sequence[Ratio]]) -> tuple[float, float] | None:
    """Give the middle 95 % of the measure over draws of documents, where there are several."""
    if len(units) < 2:  # noqa: PLR2004 - one document cannot be drawn otherwise
        return None
    sums = np.array(units, dtype=float)
    choose = np.random.default_rng(_SEED)
    drawn = [sums[choose.integers(len(sums), size=len(sums))].sum(axis=0) for _ in range(DRAWS)]
    right, of = np.moveaxis(np.array(drawn), -1, 0)
    shares = np.divide(right, of, out=np.zeros_like(right), where=of > 0).mean(axis=1)
    low, high = np.percentile(shares, _EDGES)
    return float(low), float(high)
