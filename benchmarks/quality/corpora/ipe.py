"""Sentences labelled for what they tell of the police."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby

from benchmarks.quality.corpus import Corpus, Row
from benchmarks.quality.loading import shared_language
from benchmarks.quality.policing import find_policing
from dateline.extract.parse import Parse
from dateline.pipeline import Reader

_LABELS = {
    "kill": ("KILL", "FORCE", "ANY_ACTION"),
    "force": ("FORCE", "ANY_ACTION"),
    "arrest": ("ARREST", "ANY_ACTION"),
    "fail": ("FAIL",),
    "action": ("ANY_ACTION",),
}


def predict(_: Reader, rows: Iterable[Row]) -> Iterator[Row]:
    """Label the sentences of each document."""
    model = shared_language()
    for _document, group in groupby(rows, key=lambda row: row["doc_id"]):
        sentences = list(group)
        texts = [row["text"].replace("\n", " ") for row in sentences]
        yield from _answers(sentences, texts, Parse.of(model("\n".join(texts))))


def _answers(sentences: list[Row], texts: list[str], parse: Parse) -> Iterator[Row]:
    starts = [0]
    for text in texts:
        starts.append(starts[-1] + len(text) + 1)
    labels: list[set[str]] = [set() for _ in texts]
    for token, told in find_policing(parse):
        labels[bisect_right(starts, parse.starts[token]) - 1].update(_LABELS[told])
    for row, found in zip(sentences, labels, strict=True):
        yield {"doc_id": row["doc_id"], "sent_id": row["sent_id"], "labels": sorted(found)}


CORPUS = Corpus(predict=predict)
