"""The quality gate: ``python -m benchmarks.quality.gate`` fails where a score is below its floor.

Floors stand in ``floors.json`` with the digest of the corpus they were measured on. ``--pin``
raises them to what is measured now; lowering one also needs ``--lower`` and a line in ``changes/``.
Further gold files, where there are any, are measured by ``benchmarks.quality.table``.
"""

import argparse
import hashlib
import io
import json
import sys
from collections.abc import Iterable
from pathlib import Path

from benchmarks.quality.incident_scoring import IncidentScores
from dateline.ingest import read_paths
from dateline.keeping.changing import keep
from dateline.keeping.showing import incidents
from dateline.measure.scoring import score
from dateline.pipeline import Reader
from dateline.publish import INCIDENT_EXPORTS
from dateline.records import Query, Record, Report
from dateline.records.codec import encode
from dateline.store import open_store

HERE = Path(__file__).parent
GOLD = HERE / "gold.jsonl"
SCENARIOS = HERE / "scenarios"
FLOORS = HERE / "floors.json"
# A floor lies this far below what was measured: other processors round the models' sums otherwise.
NOISE = 0.005
FALLING = {"quiet_alarms"}  # the fewer the better


def main(arguments: list[str] | None = None) -> int:
    """Score, print, compare with the floors; return 0 where all hold."""
    options = _parse(arguments)
    measured = measure(Reader())
    failures = check(measured, json.loads(FLOORS.read_text()) if FLOORS.exists() else None)
    _print_table(measured["scores"])
    if options.pin:
        return _pin(measured, lower=options.lower)
    for failure in failures:
        print(f"FAILED  {failure}")
    print(f"quality gate: {'failed' if failures else 'passed'}")
    return int(bool(failures))


def measure(reader: Reader) -> dict:  # type: ignore[type-arg]
    """Score the project's own gold corpus."""
    gold, found = (
        _by_id(map(json.loads, GOLD.read_text().splitlines())),
        _by_id(_predict(reader, GOLD)),
    )
    scores = score(gold, found).table() | _incidents(reader)
    return {"digest": corpus_digest(), "scores": scores}


def corpus_digest() -> str:
    """Hash the gold reports and scenarios."""
    files = [GOLD, *sorted(SCENARIOS.glob("*/*.json*"))]
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


def _incidents(reader: Reader) -> dict[str, float]:
    """Score the incidents of the project's own scenarios."""
    scores = IncidentScores()
    for folder in sorted(path.parent for path in SCENARIOS.glob("*/incidents.json")):
        gold = _by_id(map(json.loads, (folder / "reports.jsonl").read_text().splitlines()))
        records = list(_read(reader, folder / "reports.jsonl"))
        wanted = json.loads((folder / "incidents.json").read_text())["incidents"]
        found = _by_id(json.loads(encode(record)) for record in records)
        scores.add(gold, found, (wanted, incidents_of(records)))
    return scores.table()


def incidents_of(records: Iterable[Record]) -> list[dict]:  # type: ignore[type-arg]
    """Keep coded reports in a record, and export its incidents."""
    out = io.StringIO()
    with open_store(":memory:") as store, store.writing() as write:
        keep(write, list(records), program="gate")
        INCIDENT_EXPORTS["incidents"].write(incidents(write, Query(limit=None)), out)
    return list(json.loads(out.getvalue())["incidents"])


def _by_id(coded: Iterable[dict]) -> dict[str, dict]:  # type: ignore[type-arg]
    return {one["report"]["id"]: one for one in coded}


def check(measured: dict, floors: dict | None) -> list[str]:  # type: ignore[type-arg]
    """List what falls below its floor, or say that the floors belong to another corpus."""
    if floors is None:
        return ["there are no floors yet; pin them with --pin"]
    if floors["digest"] != measured["digest"]:
        return ["the gold has changed since the floors were pinned; measure and --pin them anew"]
    out = []
    for name, floor in floors["floors"].items():
        value = measured["scores"].get(name)
        if value is None:
            out.append(f"{name} has a floor but is measured no more")
            continue
        if _is_below(name, value, floor):
            out.append(f"{name} is {value}, its floor is {floor}")
    return out


def _pin(measured: dict, *, lower: bool) -> int:  # type: ignore[type-arg]
    old = json.loads(FLOORS.read_text())["floors"] if FLOORS.exists() else {}
    new = {name: _floor(name, value) for name, value in measured["scores"].items()}
    held = [n for n in new if n in old and not _is_below(n, measured["scores"][n], old[n])]
    new |= {n: min(old[n], new[n]) if n in FALLING else max(old[n], new[n]) for n in held}
    fallen = [n for n in new if n in old and n not in held]
    if fallen and not lower:
        print(f"FAILED  these floors would fall: {', '.join(fallen)}")
        print("add --lower, and say why in changes/")
        return 1
    FLOORS.write_text(json.dumps({"digest": measured["digest"], "floors": new}, indent=1) + "\n")
    print(f"pinned {len(new)} floors")
    return 0


def _is_below(name: str, value: float, floor: float) -> bool:
    return value > floor if name in FALLING else value < floor


def _floor(name: str, value: float) -> float:
    if name in FALLING or name == "evidence":
        return value
    return round(max(0.0, value - NOISE), 4)


def _predict(reader: Reader, path: Path) -> Iterable[dict]:  # type: ignore[type-arg]
    return (json.loads(encode(record)) for record in _read(reader, path))


def _read(reader: Reader, path: Path) -> Iterable[Record]:
    return reader.read_many(r for r in read_paths([str(path)]) if isinstance(r, Report))


def _print_table(scores: dict[str, float]) -> None:
    for name, value in scores.items():
        print(f"gold   {name:<18} {value}")


def _parse(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Score Dateline and compare with the floors.")
    parser.add_argument("--pin", action="store_true", help="raise the floors to what is measured")
    parser.add_argument("--lower", action="store_true", help="let --pin lower a floor")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
