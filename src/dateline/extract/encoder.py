"""A small encoder: what each word tells, by the words around it.

It reads one passage at a time, without padding, so that a report's numbers depend on nothing but
its own text. ``benchmarks/training/encoder`` trains it.
"""

import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import numpy as np
import onnxruntime as ort

from dateline.extract.parse import Parse
from dateline.extract.passages import Passage, passages

MODEL = Path(__file__).parent / "weights" / "encoder.onnx"
CLASSES = "classes"


class Encoder:
    """A loaded network; ``classes`` are the kinds it tells apart, and none."""

    def __init__(self, session: ort.InferenceSession) -> None:
        """Take a network that says in its own description what its answers mean."""
        self._session = session
        described = session.get_modelmeta().custom_metadata_map
        self.classes: list[str] = json.loads(described[CLASSES])

    def probabilities_of(self, parse: Parse, tokens: Iterable[int]) -> dict[int, list[float]]:
        """Return the probability of each class for some tokens of a text."""
        asked = set(tokens)
        return {
            token: shares
            for passage in passages(parse)
            if not asked.isdisjoint(passage.begins)
            for token, shares in self._read(passage)
            if token in asked
        }

    def _read(self, passage: Passage) -> Iterator[tuple[int, list[float]]]:
        """Read every word, as what is asked for must not change the sums by a rounding."""
        places = np.array(list(passage.begins.values()), dtype=np.int64)
        pieces = np.array([passage.pieces], dtype=np.int64)
        [scores] = self._session.run(None, {"pieces": pieces, "words": places})
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares = powers / powers.sum(axis=1, keepdims=True)
        return zip(passage.begins, shares.tolist(), strict=True)


@cache
def load_encoder() -> Encoder:
    """Read the network, once; it runs on one core, as the rest of the reader does."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return Encoder(ort.InferenceSession(MODEL, options, providers=["CPUExecutionProvider"]))
