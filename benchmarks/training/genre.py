"""Fit and measure the weights of the genre check.

``python -m benchmarks.training.genre`` fits them on the coded training reports, on the invented
ones in ``tests/extract/data/genre_fit.toml`` and on roundups put together from both.
``... measure`` tells how the weights at hand do on ``genre_held_out.toml``; with the path of a
file of coded reports behind it, on those too.
"""

import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from spacy.language import Language

from benchmarks.training.gold import REPORTS, load_coded
from dateline.extract.genre import THRESHOLD, rate_report
from dateline.extract.genre_measures import (
    PARAGRAPH_FLOOR,
    REPORT_FLOOR,
    Manner,
    Measures,
    measure,
)
from dateline.extract.genre_paragraphs import find_paragraphs
from dateline.extract.genre_words import Sign, find_signs
from dateline.extract.language import load_language
from dateline.extract.parse import Parse
from dateline.extract.structure import find_blocks
from dateline.knowledge.genres import GENRE_WEIGHTS

DATA = Path(__file__).parents[2] / "tests" / "extract" / "data"
_STRENGTH = 0.1  # the best of 0.03, 0.1, 0.3, 1 and 3 by five-fold cross-validation
_SHORTEST = 15  # tokens: shorter paragraphs are not carried into a roundup
_HEADER = "# How much each measure speaks for quiet; benchmarks/training/genre.py writes it.\n"


@dataclass(frozen=True, slots=True)
class Part:
    """One paragraph: its signs and manner, and how many coded events begin in it."""

    signs: list[Sign]
    manner: Manner
    events: int
    quiet: bool
    headline: bool


@dataclass(frozen=True, slots=True)
class Told:
    """One report by its paragraphs; ``weight`` is what each of them counts in the fit."""

    name: str
    parts: tuple[Part, ...]
    weight: float = 2.0

    @property
    def quiet(self) -> bool:
        """Tell whether no paragraph holds anything coded."""
        return all(part.quiet for part in self.parts)

    def measure(self) -> tuple[Measures, list[Measures | None]]:
        """Measure the report and its paragraphs, headlines left out."""
        signs = [sign for part in self.parts for sign in part.signs]
        manner = sum((part.manner for part in self.parts), start=Manner(0, 0, 0, 0))
        parts = [
            None if part.headline else measure(part.signs, part.manner, PARAGRAPH_FLOOR)
            for part in self.parts
        ]
        return measure(signs, manner, REPORT_FLOOR), parts


def main(arguments: Sequence[str]) -> None:
    """Fit, or measure."""
    nlp = load_language()
    if arguments[:1] == ["measure"]:
        show("held out", list(invented("held_out", nlp)))
        for path in arguments[1:]:
            show(path, list(coded(Path(path), nlp)))
        return
    told = [*coded(REPORTS, nlp), *invented("fit", nlp)]
    write(fit([*told, *roundups(told)]))


def coded(path: Path, nlp: Language) -> Iterator[Told]:
    """Read coded reports; where a report has events, paragraphs without one teach nothing."""
    for report, record in load_coded(path):
        events = [event for event in record["events"] if not event.get("optional")]
        starts = [report.text.find(event["evidence"][0]) for event in events]
        parts = [
            Part(signs, told, sum(first <= at < end for at in starts), not record["events"], head)
            for signs, told, head, (first, end) in _paragraphs(report.text, report.title, nlp)
        ]
        yield Told(report.id, tuple(parts), weight=1.0 if record["events"] else 2.0)


def invented(half: str, nlp: Language) -> Iterator[Told]:
    """Read one half of the invented reports."""
    for entry in tomllib.loads((DATA / f"genre_{half}.toml").read_text())["report"]:
        text = entry["text"].strip()
        parts = []
        for signs, told, head, (first, end) in _paragraphs(text, text.partition("\n")[0], nlp):
            lines = range(text.count("\n", 0, first) + 1, text.count("\n", 0, end) + 2)
            loud = any(line in entry["loud"] for line in lines)
            parts.append(Part(signs, told, int(loud), not loud, head))
        # Reports of both sorts are few and say the most.
        yield Told(entry["name"], tuple(parts), weight=6.0 if entry["loud"] else 2.0)


_Found = tuple[list[Sign], Manner, bool, tuple[int, int]]


def _paragraphs(text: str, title: str | None, nlp: Language) -> Iterator[_Found]:
    parse = Parse.of(nlp(text))
    signs = find_signs(parse)
    for part in find_paragraphs(parse, find_blocks(text, title=title)):
        first, end = parse.sents[part.first][0], parse.sents[part.end - 1][1]
        own = [sign for sign in signs if first <= sign.token < end]
        reach = text[parse.starts[first] : parse.ends[end - 1]]
        span = (parse.starts[first], parse.starts[first] + len(reach.rstrip()))
        yield own, Manner.of(parse, first, end), part.headline, span


def roundups(told: Sequence[Told]) -> Iterator[Told]:
    """Put a paragraph that tells of conflict into each quiet report, three times over."""
    loud = [part for one in told for part in _long(one) if part.events and not one.quiet]
    for number, one in enumerate(one for one in told if one.quiet):
        for turn in range(3):
            guest = loud[(67 * number + 401 * turn) % len(loud)]
            yield replace(one, parts=(*one.parts, guest), weight=0.5)


def _long(one: Told) -> Iterator[Part]:
    return (part for part in one.parts if not part.headline and part.manner.tokens > _SHORTEST)


Weights = dict[str, dict[str, float] | float]


def fit(told: Sequence[Told]) -> Weights:
    """Fit the weights of the paragraph's and of the report's measures."""
    rows, labels, weights = [], [], []
    names: list[str] = []
    for one in told:
        whole, measured = one.measure()
        for part, found in zip(one.parts, measured, strict=True):
            if part.events or part.quiet:
                own = found or whole
                names = list(own.values)
                rows.append([*own.values.values(), *whole.values.values()])
                labels.append(not part.events)
                weights.append(one.weight * max(1, part.events))
    model = LogisticRegression(C=_STRENGTH, max_iter=3000)
    model.fit(np.array(rows), np.array(labels), sample_weight=np.array(weights))
    fitted = [round(float(weight), 3) for weight in model.coef_[0]]
    return {
        "bias": round(float(model.intercept_[0]), 3),
        "paragraph": dict(zip(names, fitted[: len(names)], strict=True)),
        "report": dict(zip(names, fitted[len(names) :], strict=True)),
    }


def write(weights: Weights) -> None:
    """Write the weights where they are read."""
    lines = [f"bias = {weights['bias']}"]
    for table, values in weights.items():
        if isinstance(values, dict):
            lines += ["", f"[{table}]", *(f'"{name}" = {value}' for name, value in values.items())]
    GENRE_WEIGHTS.write_text(_HEADER + "\n".join(lines) + "\n", encoding="utf-8")


def show(source: str, told: Sequence[Told]) -> None:
    """Print how many reports and paragraphs are called quiet, and what is lost by it."""
    pairs, reports = [], []
    for one in told:
        whole, measured = one.measure()
        overall, scores = rate_report(whole, measured)
        reports.append((one.quiet, overall > THRESHOLD))
        pairs += [(part, score > THRESHOLD) for part, score in zip(one.parts, scores, strict=True)]
    known = [(part.quiet, found) for part, found in pairs if part.quiet or part.events]
    lost = sum(part.events for part, found in pairs if found)
    print(f"{source}: {len(told)} reports, {len(pairs)} paragraphs")
    print(f"  quiet reports found: {_share(reports, sought=True)}")
    print(f"  loud reports called quiet: {_share(reports, sought=False)}")
    print(f"  quiet paragraphs found: {_share(known, sought=True)}")
    print(f"  loud paragraphs silenced: {_share(known, sought=False)}")
    print(f"  events silenced: {lost} of {sum(part.events for part, _ in pairs)}")


def _share(pairs: Sequence[tuple[bool, bool]], *, sought: bool) -> str:
    found = [called for is_so, called in pairs if is_so is sought]
    return f"{sum(found)} of {len(found)}"


if __name__ == "__main__":
    main(sys.argv[1:])
