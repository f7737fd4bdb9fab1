"""Dispatches in capitals: incident templates with the phrases that fill their slots."""

from collections.abc import Iterable, Iterator
from datetime import date

from benchmarks.quality.corpus import Corpus, Row
from benchmarks.quality.loading import shared_language
from benchmarks.quality.templates import templates_of
from dateline.extract.coding import find_mentions
from dateline.extract.parse import Parse
from dateline.extract.truecase import Casing
from dateline.pipeline import Reader
from dateline.records import Report


def predict(_: Reader, rows: Iterable[Row]) -> Iterator[Row]:
    """Fill the templates of each dispatch."""
    model = shared_language()
    casing = Casing(model)
    for row in rows:
        text = casing.of(row["text"])
        day = date.fromisoformat(row["date"]) if row.get("date") else None
        report = Report(id=row["id"], text=text, published=day)
        reading = find_mentions(report, Parse.of(model(text)))
        yield {"id": row["id"], **templates_of(reading, row.get("place"))}


CORPUS = Corpus(predict=predict)
