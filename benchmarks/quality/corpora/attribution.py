"""Articles whose attributions are marked: spans of source, cue and content."""

from collections.abc import Iterable, Iterator

from benchmarks.quality.corpus import Corpus, Row
from benchmarks.quality.loading import shared_language
from dateline.extract.attributing import Attribution, find_attributions
from dateline.extract.coding import find_mentions
from dateline.extract.parse import Parse
from dateline.pipeline import Reader
from dateline.records import Report

_PARTS = ("source", "cue", "content")


def predict(_: Reader, rows: Iterable[Row]) -> Iterator[Row]:
    """Find who says what in each article."""
    model = shared_language()
    for row in rows:
        report = Report(id=row["id"], text=row["text"])
        reading = find_mentions(report, Parse.of(model(report.text)))
        found = find_attributions(reading.parse, reading.claims)
        yield {"id": row["id"], "attributions": [_spans(reading.parse, one) for one in found]}


def _spans(parse: Parse, found: Attribution) -> Row:
    """Turn token ranges into ranges of characters."""
    return {
        part: [[parse.starts[a], parse.ends[b - 1]] for a, b in getattr(found, part)]
        for part in _PARTS
    }


CORPUS = Corpus(predict=predict)
