"""Scenarios of several reports each: the incidents that Dateline makes of them, scored.

The project's own scenarios and those beside the checkout have one form, so one scorer scores both.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality.corpus import Row
from benchmarks.quality.error_classes import Found
from benchmarks.quality.gate import incidents_of
from benchmarks.quality.measuring import ERRORS, digest_of
from benchmarks.quality.predict import rows_of
from benchmarks.quality.reports import reports_of
from benchmarks.quality.scorers import BENCH, SCORERS
from dateline.pipeline import Reader
from dateline.records.codec import encode

BESIDE = BENCH / "record" / "scenarios"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """What was measured on one scenario, shares in per cent."""

    name: str
    reports: int
    incidents: int
    events: float
    lineages: float
    best: float
    tolls: int
    errors: Found


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenarios:
    """The scenarios of one folder."""

    digest: str
    each: tuple[Scenario, ...]

    def total(self, name: str) -> int:
        """Add a count up."""
        return sum(getattr(one, name) for one in self.each)

    def mean(self, name: str) -> float:
        """Give a measure's mean over scenarios; of best values, over all tolls."""
        weights = [one.tolls if name == "best" else 1 for one in self.each]
        values: list[float] = [getattr(one, name) for one in self.each]
        weighed = zip(values, weights, strict=True)
        return sum(value * weight for value, weight in weighed) / max(1, sum(weights))

    def edges(self, name: str) -> tuple[float, float]:
        """Give a measure of the scenario where it is lowest, and of that where it is highest."""
        values = [getattr(one, name) for one in self.each]
        return min(values), max(values)

    def errors(self) -> Found:
        """Count the errors of all scenarios."""
        return sum((one.errors for one in self.each), Counter())


def scenarios(folder: Path, reader: Reader) -> Scenarios:
    """Measure the scenarios of a folder."""
    files = sorted(folder.glob("*/*.json*"))
    found = [path.parent for path in files if path.name == "incidents.json"]
    return Scenarios(digest=digest_of(*files), each=tuple(_scored(one, reader) for one in found))


def lines(many: Scenarios) -> Iterator[str]:
    """Say in a line what each scenario reaches."""
    for one in many.each:
        yield (
            f"{one.name:<9} events that are one {one.events:.1f}  lineages {one.lineages:.1f}  "
            f"best values {one.best:.1f} of {one.tolls}"
        )


def _scored(folder: Path, reader: Reader) -> Scenario:
    rows = rows_of(folder / "reports.jsonl")
    records = list(reader.read_many(reports_of(rows)))
    gold, found = _by_id(rows), _by_id([json.loads(encode(record)) for record in records])
    wanted = json.loads((folder / "incidents.json").read_text("utf-8"))["incidents"]
    told = incidents_of(records)
    script = SCORERS["record"].module()
    scores = script.score_scenario(folder, gold, found, told)
    pair = {"reports": gold, "incidents": wanted}, {"reports": found, "incidents": told}
    return Scenario(
        name=folder.name,
        reports=len(rows),
        incidents=len(wanted),
        events=100 * scores["bcubed"]["f1"],
        lineages=100 * scores["lineages"]["f1"],
        best=100 * scores["figures"]["best"],
        tolls=scores["figures"]["n"],
        errors=ERRORS["scenarios"].count(script, [pair]),
    )


def _by_id(rows: Sequence[Row]) -> dict[str, Row]:
    return {row["report"]["id"]: row for row in rows}
