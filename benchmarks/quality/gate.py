"""The quality gate: ``python -m benchmarks.quality.gate`` fails where a score is below its floor.

Floors stand in ``floors.json`` with the digest of the corpus they were measured on. ``--pin``
raises them to what is measured now; lowering one also needs ``--lower`` and a line in ``changes/``.
Where a folder of further gold files stands beside the checkout (``../shared/bench``, or the one
that ``DATELINE_BENCH`` names), its record corpora are scored too, with the scorer it brings.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from benchmarks.quality.scoring import score
from dateline.ingest import read_paths
from dateline.pipeline import Reader
from dateline.records import Report
from dateline.records.codec import encode

HERE = Path(__file__).parent
GOLD = HERE / "gold.jsonl"
FLOORS = HERE / "floors.json"
BENCH = Path(os.environ.get("DATELINE_BENCH", HERE.parents[1].parent / "shared" / "bench"))
# A floor lies this far below what was measured: other processors round the models' sums otherwise.
NOISE = 0.005
FALLING = {"quiet_alarms"}  # the fewer the better


def main(arguments: list[str] | None = None) -> int:
    """Score, print, compare with the floors; return 0 where all hold."""
    options = _parse(arguments)
    reader = Reader()
    measured = measure(reader)
    failures = check(measured, json.loads(FLOORS.read_text()) if FLOORS.exists() else None)
    _print_table(measured["scores"])
    if options.pin:
        return _pin(measured, lower=options.lower)
    if (BENCH / "record").is_dir() and not options.own:
        _score_bench(reader)
    for failure in failures:
        print(f"FAILED  {failure}")
    print(f"quality gate: {'failed' if failures else 'passed'}")
    return int(bool(failures))


def measure(reader: Reader) -> dict:  # type: ignore[type-arg]
    """Score the project's own gold corpus."""
    gold = {r["report"]["id"]: r for r in map(json.loads, GOLD.read_text().splitlines())}
    found = {r["report"]["id"]: r for r in _predict(reader, GOLD)}
    digest = hashlib.sha256(GOLD.read_bytes()).hexdigest()
    return {"digest": digest, "scores": score(gold, found).table()}


def check(measured: dict, floors: dict | None) -> list[str]:  # type: ignore[type-arg]
    """List what falls below its floor, or say that the floors belong to another corpus."""
    if floors is None:
        return ["there are no floors yet; pin them with --pin"]
    if floors["digest"] != measured["digest"]:
        return ["gold.jsonl has changed since the floors were pinned; measure and --pin them anew"]
    out = []
    for name, floor in floors["floors"].items():
        value = measured["scores"].get(name)
        if value is None:
            out.append(f"{name} has a floor but is measured no more")
            continue
        fallen = value > floor if name in FALLING else value < floor
        if fallen:
            out.append(f"{name} is {value}, its floor is {floor}")
    return out


def _pin(measured: dict, *, lower: bool) -> int:  # type: ignore[type-arg]
    old = json.loads(FLOORS.read_text())["floors"] if FLOORS.exists() else {}
    new = {name: _floor(name, value) for name, value in measured["scores"].items()}
    fallen = [n for n in new if n in old and (new[n] > old[n] if n in FALLING else new[n] < old[n])]
    if fallen and not lower:
        print(f"FAILED  these floors would fall: {', '.join(fallen)}")
        print("add --lower, and say why in changes/")
        return 1
    FLOORS.write_text(json.dumps({"digest": measured["digest"], "floors": new}, indent=1) + "\n")
    print(f"pinned {len(new)} floors")
    return 0


def _floor(name: str, value: float) -> float:
    if name in FALLING or name == "evidence":
        return value
    return round(max(0.0, value - NOISE), 4)


def _predict(reader: Reader, path: Path) -> Iterable[dict]:  # type: ignore[type-arg]
    reports = (r for r in read_paths([str(path)]) if isinstance(r, Report))
    return (json.loads(encode(record)) for record in reader.read_many(reports))


def _score_bench(reader: Reader) -> None:
    """Score the corpora beside the checkout with their own scorer, and print what matters."""
    for gold in sorted((BENCH / "record").glob("*.jsonl")):
        if gold.name == "train.jsonl":
            continue  # the models are fitted on it: its score would say nothing
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
            file.writelines(json.dumps(record) + "\n" for record in _predict(reader, gold))
            file.flush()
            scorer = [
                sys.executable,
                str(BENCH / "score_record.py"),
                str(gold),
                file.name,
                "--json",
            ]
            answer = subprocess.run(  # noqa: S603 - the scorer beside the gold files
                scorer, capture_output=True, check=True, text=True
            )
        _print_bench(gold.stem, json.loads(answer.stdout)["record_scores"])


def _print_bench(name: str, scores: dict) -> None:  # type: ignore[type-arg]
    keys = ("record", "typed", "kinded", "figures", "claims")
    shown = "  ".join(
        f"{key} {scores[key]['f1']:.3f}" for key in keys if scores[key]["f1"] is not None
    )
    alarms = scores["quiet"]["predicted_events"]
    print(f"{name:<6} {shown}  evidence {scores['evidence']['share']:.3f}  quiet alarms {alarms}")


def _print_table(scores: dict[str, float]) -> None:
    for name, value in scores.items():
        print(f"gold   {name:<18} {value}")


def _parse(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Score Dateline and compare with the floors.")
    parser.add_argument("--pin", action="store_true", help="raise the floors to what is measured")
    parser.add_argument("--lower", action="store_true", help="let --pin lower a floor")
    parser.add_argument("--own", action="store_true", help="score the project's own corpus only")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
