"""Fit the first pass: ``python -m benchmarks.training.first_pass``.

It learns from the coded and the marked training reports, from the invented ones of the genre check
and from ``quiet/*.txt``, invented local news without anything coded. The threshold is where
cross-validation loses the share ``LOSS`` of all events: of those of the marked reports more, which
are odd on purpose, of those of the coded ones less. ``... measure FILE`` tells how many of the
reports of a file of coded reports go on.
"""

import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from benchmarks.training.gold import load_coded
from benchmarks.training.quiet import read_quiet
from benchmarks.training.told import load_told
from dateline.extract.first_pass import WEIGHTS, FirstPass, load_first_pass, scale
from dateline.extract.first_pass_words import Stretch, stretches, words_of

GENRES = Path(__file__).parents[2] / "tests" / "extract" / "data"
LOSS = 0.014  # of the events, in cross-validation
FOLDS = 5
_STRENGTH = 10.0
_LEAST = 3  # stretches that must have a feature
_PART = 0.5  # what a part of a report counts, beside the whole


@dataclass(frozen=True)
class Told:
    """A text and where its events begin; ``loud`` if it tells of any."""

    text: str
    events: tuple[int, ...]
    loud: bool
    coded: bool = False

    @cached_property
    def seen(self) -> tuple[Stretch, list[Stretch]]:
        """The text as the first pass sees it."""
        return stretches(words_of(self.text))

    @cached_property
    def rows(self) -> list[tuple[list[str], float]]:
        """The examples that the text gives: itself, and the parts of which it is known."""
        whole, parts = self.seen
        found = [(whole.features(), 1.0)]
        if len(parts) > 1:
            known = [part for part in parts if not self.loud or self._tells(part)]
            found += [(part.features(), _PART) for part in known]
        return found

    def _tells(self, part: Stretch) -> bool:
        """Tell whether an event begins in a part, by the words around the event's first one."""
        own = set(part.words)
        return any(own.issuperset(words_of(self.text[at : at + 80])[:6]) for at in self.events)


def main(arguments: Sequence[str]) -> None:
    """Fit and write the model, or measure the one at hand."""
    if arguments[:1] == ["measure"]:
        for path in arguments[1:]:
            show(path, [report.text for report, _ in load_coded(Path(path))])
        return
    told = list(read_told())
    rated = cross_validate(told)
    threshold = threshold_of(told, rated)
    fitted = fit(told)
    save(*fitted, threshold)
    report(told, rated, threshold)


def read_told() -> Iterator[Told]:
    """Read all that is learned from."""
    for told_report, coded in load_coded():
        starts = [told_report.text.find(event["evidence"][0]) for event in coded["events"]]
        yield Told(told_report.text, tuple(starts), bool(starts), coded=True)
    for told in load_told():
        starts = [mark.start for mark in told.marks]
        yield Told(told.report.text, tuple(starts), bool(starts))
    for half in ("fit", "held_out"):
        for entry in tomllib.loads((GENRES / f"genre_{half}.toml").read_text())["report"]:
            yield Told(entry["text"].strip(), (), bool(entry["loud"]))
    yield from (Told(text, (), loud=False) for text in read_quiet())


def cross_validate(told: Sequence[Told]) -> list[float]:
    """Rate each report by a model that has not seen it."""
    rated = [0.0] * len(told)
    for fold in range(FOLDS):
        weights, bias = fit([one for at, one in enumerate(told) if at % FOLDS != fold])
        model = FirstPass(weights, bias, 0.0)
        for at in range(fold, len(told), FOLDS):
            rated[at] = model.rate(*told[at].seen)
    return rated


def threshold_of(told: Sequence[Told], rated: Sequence[float]) -> float:
    """Find the rating below which lie no more than the share ``LOSS`` of the events."""
    pairs = zip(told, rated, strict=True)
    loud = sorted((score, len(one.events)) for one, score in pairs if one.loud)
    allowed = LOSS * sum(number for _, number in loud)
    for score, number in loud:
        allowed -= number
        if allowed < 0:
            return round(score - 0.01, 2)
    message = "The training reports tell of no event"
    raise ValueError(message)


def fit(told: Sequence[Told]) -> tuple[dict[str, float], float]:
    """Fit a weight for each feature, and the bias."""
    rows = [(names, weight, one.loud) for one in told for names, weight in one.rows]
    counts = Counter(name for names, _, _ in rows for name in names)
    names = sorted(name for name, count in counts.items() if count >= _LEAST)
    column = {name: at for at, name in enumerate(names)}
    model = LogisticRegression(C=_STRENGTH, max_iter=300, class_weight="balanced")
    model.fit(
        _matrix([names for names, _, _ in rows], column),
        [loud for _, _, loud in rows],
        sample_weight=[weight for _, weight, _ in rows],
    )
    weights = model.coef_[0].astype(np.float16).astype(float)
    return dict(zip(column, weights.tolist(), strict=True)), round(float(model.intercept_[0]), 4)


def _matrix(rows: Sequence[list[str]], column: dict[str, int]) -> csr_matrix:
    columns: list[int] = []
    values: list[float] = []
    ends = [0]
    for names in rows:
        known = [column[name] for name in names if name in column]
        columns += known
        values += [scale(len(names))] * len(known)
        ends.append(len(columns))
    return csr_matrix((values, columns, ends), shape=(len(rows), len(column)))


def save(weights: dict[str, float], bias: float, threshold: float) -> None:
    """Write the model where it is read."""
    np.savez_compressed(
        WEIGHTS,
        features=np.frombuffer("\n".join(weights).encode(), dtype=np.uint8),
        weights=np.array(list(weights.values()), dtype=np.float16),
        bias=np.float64(bias),
        threshold=np.float64(threshold),
    )


def report(told: Sequence[Told], rated: Sequence[float], threshold: float) -> None:
    """Print what cross-validation loses and lets through."""
    pairs = list(zip(told, rated, strict=True))
    lost = [one for one, score in pairs if one.loud and score <= threshold]
    loud = [one for one, _ in pairs if one.loud]
    through = sum(score > threshold for one, score in pairs if not one.loud)
    print(f"first pass: threshold {threshold}, {len(told)} reports")
    print(f"  lost: {len(lost)} of {len(loud)} reports that tell of events, ", end="")
    print(f"{_events(lost)} of {_events(loud)} events, ", end="")
    coded = [[one for one in part if one.coded] for part in (lost, loud)]
    print(f"{_events(coded[0])} of {_events(coded[1])} in the coded ones")
    print(f"  quiet reports that go on: {through} of {len(told) - len(loud)}")


def _events(told: Sequence[Told]) -> int:
    return sum(len(one.events) for one in told)


def show(source: str, texts: Sequence[str]) -> None:
    """Print how many texts go on to be parsed."""
    model = load_first_pass()
    print(f"{source}: {sum(map(model.may_tell, texts))} of {len(texts)} reports go on")


if __name__ == "__main__":
    main(sys.argv[1:])
