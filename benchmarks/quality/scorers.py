"""The gold files and scorers beside the checkout, where there are any.

A scorer is a script with functions that score rows; they are called here, so that each document
can be scored alone as well, and errors be sorted by the scorer's own rules.
"""

import importlib.util
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, TypeAlias

from benchmarks.quality.corpus import Row

_BESIDE = Path(__file__).parents[3] / "shared" / "bench"
BENCH = Path(os.environ.get("DATELINE_BENCH", _BESIDE))
Scores: TypeAlias = dict[str, Any]
Unit: TypeAlias = tuple[Sequence[Row], Sequence[Row]]  # gold rows and their answers


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorer:
    """How a corpus is scored: by which script, row by row, drawn by which whole."""

    script: str
    score: Callable[[ModuleType, Sequence[Row], Sequence[Row]], Scores]
    row: Callable[[Row], Any] = lambda row: row["id"]
    unit: Callable[[Row], Any] = lambda row: row["id"]
    counts: Callable[[Row], bool] = lambda _: True

    def module(self) -> ModuleType:
        """Load the script."""
        return load_script(BENCH / self.script)

    def scores(self, gold: Sequence[Row], answers: Sequence[Row]) -> Scores:
        """Score the answers to some rows."""
        return self.score(self.module(), gold, answers)

    def pairs(self, gold: Sequence[Row], answers: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
        """Pair each gold row that counts with its answer, which is empty where there is none."""
        by_key = {self.row(one): one for one in answers}
        for one in gold:
            if self.counts(one):
                yield one, by_key.get(self.row(one), {})

    def units(self, gold: Sequence[Row], answers: Sequence[Row]) -> list[Unit]:
        """Part gold and answers into what is drawn as a whole: a document with all its rows."""
        parted: dict[Any, tuple[list[Row], list[Row]]] = {}
        for one, answer in self.pairs(gold, answers):
            rows, found = parted.setdefault(self.unit(one), ([], []))
            rows.append(one)
            if answer:
                found.append(answer)
        return list(parted.values())


@cache
def load_script(path: Path) -> ModuleType:
    """Load a script by its path."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None or not path.exists():
        message = f"There is no scorer at {path}; name the folder that has it in DATELINE_BENCH"
        raise SystemExit(message)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _by_id(rows: Sequence[Row]) -> dict[str, Row]:
    return {str(row["id"]): row for row in rows}


def _report_id(row: Row) -> str:
    return str(row["report"]["id"])


def _record(script: ModuleType, gold: Sequence[Row], answers: Sequence[Row]) -> Scores:
    wanted, found = ({_report_id(row): row for row in rows} for rows in (gold, answers))
    return {"record_scores": script.score_records(wanted, found)}


def _geo(script: ModuleType, gold: Sequence[Row], answers: Sequence[Row]) -> Scores:
    return dict(script.evaluate(_by_id(gold), _by_id(answers))[0])


def _lists(script: ModuleType, gold: Sequence[Row], answers: Sequence[Row]) -> Scores:
    return dict(script.score(gold, answers))


def _muc4(script: ModuleType, gold: Sequence[Row], answers: Sequence[Row]) -> Scores:
    wanted, found = _by_id(gold), _by_id(answers)
    return {
        "ceaf_ree_subset": script.ceaf(wanted, found),
        "incident_type": script.types(wanted, found),
        "template": script.template(wanted, found),
    }


def _codes(name: str) -> Callable[[ModuleType, Sequence[Row], Sequence[Row]], Scores]:
    def scored(script: ModuleType, gold: Sequence[Row], answers: Sequence[Row]) -> Scores:
        return dict(getattr(script, name)(_by_id(gold), _by_id(answers)))

    return scored


_GEO = Scorer(script="score_geo.py", score=_geo)
SCORERS: Mapping[str, Scorer] = {
    "record": Scorer(script="score_record.py", score=_record, row=_report_id, unit=_report_id),
    "geo": _GEO,
    "geo-names": _GEO,
    "attribution": Scorer(script="score_attribution.py", score=_lists),
    "muc4": Scorer(script="score_muc4.py", score=_muc4),
    "ipe": Scorer(
        script="score_ipe.py",
        score=_lists,
        row=lambda row: (row["doc_id"], row["sent_id"]),
        unit=lambda row: row["doc_id"],
    ),
    "plover": Scorer(script="score_codes.py", score=_codes("score_plover")),
    "petrarch": Scorer(
        script="score_codes.py",
        score=_codes("score_petrarch"),
        counts=lambda row: str(row["needs"]).startswith("nothing"),  # fair without its word lists
    ),
    "actors": Scorer(script="score_codes.py", score=_codes("score_actors")),
}
