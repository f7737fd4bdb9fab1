"""Single sentences and the type of event that they tell, best first."""

from collections.abc import Iterable, Iterator

from benchmarks.quality.corpus import Corpus, Row
from benchmarks.quality.sentences import readings_of
from dateline.extract.alone.types import types_of
from dateline.pipeline import Reader


def predict(_: Reader, rows: Iterable[Row]) -> Iterator[Row]:
    """List the types of the events of each sentence."""
    for row, reading in readings_of(rows):
        yield {"id": row["id"], "types": types_of(reading)}


CORPUS = Corpus(predict=predict)
