"""Answer the corpora, each once a run, and measure the answers."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.quality import errors
from benchmarks.quality.bars import Bars, Measure
from benchmarks.quality.corpus import Row
from benchmarks.quality.error_classes import ErrorClasses
from benchmarks.quality.intervals import interval, number, ratios, share
from benchmarks.quality.loading import WaitingReader
from benchmarks.quality.predict import predicted, rows_of
from benchmarks.quality.scorers import SCORERS, Scorer
from dateline.folder import Folder
from dateline.pipeline import Reader

ERRORS: Folder[ErrorClasses] = Folder(errors, "ERRORS", ErrorClasses)
_ROUNDED = 0.0001  # a scorer rounds shares to so many places


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One measure in per cent, with the middle 95 % over draws of documents."""

    measure: Measure
    value: float
    edges: tuple[float, float] | None

    @property
    def is_short(self) -> bool:
        """Say whether it misses its bar."""
        return self.measure.bar is not None and self.value < self.measure.bar

    @property
    def shown_edges(self) -> str:
        """Write the interval, where there is one."""
        return "" if self.edges is None else "{:.1f}–{:.1f}".format(*self.edges)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What was measured on one gold file."""

    bars: Bars
    digest: str
    units: int
    values: tuple[Value, ...]
    errors: Counter[tuple[str, str]]

    @property
    def edged(self) -> bool:
        """Say whether there are enough documents to say more than a number."""
        return self.units > 1


@dataclass
class Answers:
    """The answers of this version to gold files, each made once."""

    reader: Reader = field(default_factory=WaitingReader)
    _made: dict[tuple[str, Path], tuple[list[Row], list[Row]]] = field(default_factory=dict)

    def to(self, corpus: str, gold: Path) -> tuple[list[Row], list[Row]]:
        """Give the rows of a gold file and what Dateline makes of them."""
        key = corpus, gold
        if key not in self._made:
            rows = rows_of(gold)
            self._made[key] = rows, list(predicted(corpus, rows, self.reader))
        return self._made[key]


def measured(bars: Bars, answers: Answers) -> Measured:
    """Measure one gold file."""
    gold, found = answers.to(bars.corpus, bars.path)
    scorer = SCORERS[bars.corpus]
    return Measured(
        bars=bars,
        digest=digest_of(bars.path),
        units=len(scorer.units(gold, found)),
        values=tuple(_values(bars, scorer, gold, found)),
        errors=ERRORS[bars.corpus].count(scorer.module(), scorer.pairs(gold, found)),
    )


def _values(bars: Bars, scorer: Scorer, gold: Sequence[Row], found: Sequence[Row]) -> list[Value]:
    alone = [scorer.scores(*unit) for unit in scorer.units(gold, found)]
    whole = scorer.scores(gold, found)
    return [
        _value(one, whole, [ratios(scores, one.at) for scores in alone]) for one in bars.measures
    ]


def _value(measure: Measure, whole: object, alone: list[list[tuple[float, float]]]) -> Value:
    printed = number(whole, measure.at) * measure.scale
    if abs(printed - 100 * share(alone)) > 100 * _ROUNDED:
        message = f"{measure.name}: the scorer says {printed}, its documents {100 * share(alone)}"
        raise ValueError(message)
    edges = interval(alone)
    shown = (100 * edges[0], 100 * edges[1]) if edges else None
    return Value(measure=measure, value=printed, edges=shown)


def digest_of(*paths: Path) -> str:
    """Give the first digits of the SHA-256 of files."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()[:12]
