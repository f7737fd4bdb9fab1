"""Names of places in running text, demonyms too: where they stand, and where on earth they are."""

from collections.abc import Iterable, Iterator

from benchmarks.quality.corpus import Corpus, Row
from benchmarks.quality.loading import shared_language
from dateline.extract.parse import Parse
from dateline.extract.toponyms import Toponym, find_toponyms
from dateline.pipeline import Reader

_BATCH = 16


def predict(_: Reader, rows: Iterable[Row]) -> Iterator[Row]:
    """List the places of each text with their points."""
    yield from answers(rows)


def answers(rows: Iterable[Row], without: frozenset[str] = frozenset()) -> Iterator[Row]:
    """List the places of each text but those of some kinds."""
    pairs = ((row["text"], row["id"]) for row in rows)
    for doc, number in shared_language().pipe(pairs, as_tuples=True, batch_size=_BATCH):
        found = find_toponyms(Parse.of(doc))
        yield {"id": number, "toponyms": [_row(t) for t in found if t.kind not in without]}


def _row(toponym: Toponym) -> Row:
    return {
        "start": toponym.start, "end": toponym.end, "lat": toponym.lat, "lon": toponym.lon,
    }  # fmt: skip


CORPUS = Corpus(predict=predict)
