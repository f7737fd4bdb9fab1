"""Fully coded reports: Dateline's own records."""

import json
from collections.abc import Iterable, Iterator

from benchmarks.quality.corpus import Corpus, Row
from benchmarks.quality.reports import reports_of
from dateline.pipeline import Reader
from dateline.records.codec import encode


def predict(reader: Reader, rows: Iterable[Row]) -> Iterator[Row]:
    """Code the reports."""
    for record in reader.read_many(reports_of(rows)):
        yield json.loads(encode(record))


CORPUS = Corpus(predict=predict)
