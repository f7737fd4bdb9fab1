"""Several reports of the same happenings: the incidents that Dateline makes of them."""

from collections.abc import Iterable, Iterator

from benchmarks.quality.corpus import Corpus, Row
from benchmarks.quality.gate import incidents_of
from benchmarks.quality.reports import reports_of
from dateline.pipeline import Reader


def predict(reader: Reader, rows: Iterable[Row]) -> Iterator[Row]:
    """Code the reports, and bring together what they tell."""
    yield {"incidents": incidents_of(reader.read_many(reports_of(rows)))}


CORPUS = Corpus(predict=predict)
