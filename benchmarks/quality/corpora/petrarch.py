"""Single sentences and who did what to whom, by country."""

from collections.abc import Iterable, Iterator

from benchmarks.quality.corpus import Corpus, Row
from benchmarks.quality.sentences import readings_of
from dateline.extract.alone.dyads import DyadReader
from dateline.pipeline import Reader


def predict(_: Reader, rows: Iterable[Row]) -> Iterator[Row]:
    """List the pairs of countries of each sentence, with the type of what one did to the other."""
    for row, reading in readings_of(rows):
        dyads = DyadReader(reading).dyads()
        yield {"id": row["id"], "events": [dyad._asdict() for dyad in dyads]}


CORPUS = Corpus(predict=predict)
