"""Reports read by a language model; what it says is checked before it is taken."""

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from dateline.consult.answer import Answer
from dateline.consult.checking import Checking, Meanings
from dateline.consult.endpoint import Endpoint
from dateline.consult.prompt import messages
from dateline.records import Record, Report


class ModelReader:
    """Codes reports by a model at an endpoint; values are read in the words that it quotes.

    ``dropped`` counts what did not stand, ``tokens`` what was asked and answered anew.
    """

    def __init__(self, endpoint: Endpoint, meanings: Meanings) -> None:
        """Ask an endpoint; ``meanings`` says what words of a report mean to the rules."""
        self._endpoint = endpoint
        self._meanings = meanings
        self.dropped: Counter[str] = Counter()
        self.tokens: Counter[str] = Counter()

    def read_many(self, reports: Iterable[Report]) -> Iterator[Record]:
        """Code a stream of reports, in order."""
        return map(self.read, reports)

    def read(self, report: Report) -> Record:
        """Code one report."""
        exchange, fresh = self._endpoint.ask(messages(report))
        if fresh:
            self.tokens["asked"] += exchange.tokens_asked
            self.tokens["answered"] += exchange.tokens_answered
        try:
            answer = msgspec.json.decode(exchange.answer, type=Answer)
        except (msgspec.DecodeError, RecursionError):
            self.dropped["answer that is not in the form"] += 1
            return Record(report=report)
        checking = Checking(report, f"model {self._endpoint.model}", self._meanings)
        record = checking.record(answer)
        self.dropped.update(checking.dropped)
        return record
