"""The page: all stages of reading, in order. Nothing else knows them all."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import date
from functools import cache
from itertools import islice
from typing import Any

from dateline.extract.component import RECORD, REPORT
from dateline.extract.first_pass import load_first_pass, quiet_record
from dateline.extract.language import load_language
from dateline.extract.selecting import Meaning
from dateline.extract.selecting import meanings as selected
from dateline.extract.truecase import Casing
from dateline.extract.wrapping import unwrapped
from dateline.records import Quote, Record, Report

# Larger batches are no faster and cost memory: 64 texts take twice that of 16.
BATCH = 16
_CHUNKS_AHEAD = 3  # per worker: enough to keep it busy, few enough to bound the memory
# Few reports of a news archive are parsed: so many are looked at until a batch of those is full.
_LOOK_AHEAD = 6 * BATCH

Settings = tuple[str | None, bool, bool]


class Reader:
    """A loaded pipeline that codes many reports."""

    def __init__(
        self, model: str | None = None, *, encoder: bool = True, cascade: bool = True
    ) -> None:
        """Load the language model, by name or the one that is installed.

        Without the encoder, patterns and linear models alone find what is told: quicker, and less
        often right. Without the cascade every report is parsed, also one whose words rule out that
        it tells of anything coded.
        """
        self._settings: Settings = (model, encoder, cascade)
        self._first_pass = load_first_pass() if cascade else None
        self._nlp = load_language(model)
        self._casing = Casing(self._nlp)
        self._nlp.add_pipe("dateline", config={"encoder": encoder})

    def read(self, report: Report) -> Record:
        """Code one report."""
        return next(self.read_many([report]))

    def read_many(self, reports: Iterable[Report], *, workers: int = 1) -> Iterator[Record]:
        """Code a stream of reports, in order; memory is bounded by the batches under way."""
        if workers > 1:
            yield from _read_apart(reports, workers, self._settings)
            return
        for looked_at in self._batches(reports):
            parsed = self._read_batch([report for report, parse in looked_at if parse])
            for report, parse in looked_at:
                yield next(parsed) if parse else quiet_record(report)

    def meanings(self, report: Report, words: Quote) -> list[Meaning]:
        """Say what words of a report that a person selected may mean."""
        with self._nlp.select_pipes(disable="dateline"):
            return selected(self._nlp, report, words)

    def _batches(self, reports: Iterable[Report]) -> Iterator[list[tuple[Report, bool]]]:
        """Cut a stream where a batch of reports to parse is full; say which of them are parsed."""
        looked_at: list[tuple[Report, bool]] = []
        for report in reports:
            parse = self._first_pass is None or self._first_pass.may_tell(report.text)
            looked_at.append((report, parse))
            if len(looked_at) == _LOOK_AHEAD or sum(p for _, p in looked_at) == BATCH:
                yield looked_at
                looked_at = []
        if looked_at:
            yield looked_at

    def _read_batch(self, batch: list[Report]) -> Iterator[Record]:
        nlp = self._nlp
        with nlp.memory_zone():  # words seen for the first time are forgotten again
            docs = []
            for report in batch:
                doc = nlp.make_doc(self._casing.of_report(unwrapped(report.text)))
                setattr(doc._, REPORT, report)
                docs.append(doc)
            records = [getattr(doc._, RECORD) for doc in nlp.pipe(docs, batch_size=BATCH)]
        yield from records


def read(
    text: str,
    *,
    published: str | date | None = None,
    title: str | None = None,
    id: str = "text",  # noqa: A002
) -> Record:
    """Code one text; ``published`` is its day of publication, as a date or ISO 8601."""
    day = date.fromisoformat(published) if isinstance(published, str) else published
    return shared_reader().read(Report(id=id, text=text, title=title, published=day))


def meanings(report: Report, words: Quote) -> list[Meaning]:
    """Say what words of a report that a person selected may mean, the closest reading first."""
    return shared_reader().meanings(report, words)


@cache
def shared_reader() -> Reader:
    """Give the reader of this process, loaded once."""
    return Reader()


def _batches(reports: Iterable[Report]) -> Iterator[list[Report]]:
    stream = iter(reports)
    while batch := list(islice(stream, BATCH)):
        yield batch


def _read_apart(reports: Iterable[Report], workers: int, settings: Settings) -> Iterator[Record]:
    """Code in other processes, a bounded number of batches ahead of the one that is awaited."""
    waiting: deque[Future[list[Record]]] = deque()
    with ProcessPoolExecutor(workers, initializer=_start, initargs=settings) as pool:
        for batch in _batches(reports):
            waiting.append(pool.submit(_read_there, batch))
            if len(waiting) >= workers * _CHUNKS_AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


_there: Reader


def _start(*settings: Any) -> None:
    global _there  # noqa: PLW0603 - one reader a worker process, loaded once
    model, encoder, cascade = settings
    _there = Reader(model, encoder=encoder, cascade=cascade)


def _read_there(batch: list[Report]) -> list[Record]:
    return list(_there.read_many(batch))
