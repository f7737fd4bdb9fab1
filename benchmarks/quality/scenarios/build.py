"""Compile the sources of each scenario into ``reports.jsonl`` and ``incidents.json``.

Run ``python -m benchmarks.quality.scenarios.build`` from the root of the checkout; with ``--check``
nothing is written, and the run fails where a file is not what the sources say.
"""

import sys
from pathlib import Path

import msgspec

from benchmarks.quality.authoring.build import encode, summary
from benchmarks.quality.authoring.compile import compile_record
from benchmarks.quality.authoring.faults import SourceError
from benchmarks.quality.authoring.gold import Record
from benchmarks.quality.authoring.notation import read_source
from benchmarks.quality.scenarios.check import Scenario, problems
from benchmarks.quality.scenarios.incidents import Incident, incidents_of, read_sheet

SCENARIOS = Path(__file__).parent
SHEET = "incidents.toml"


def folders(root: Path = SCENARIOS) -> tuple[Path, ...]:
    """List the folders of scenarios, by name."""
    return tuple(sorted(path.parent for path in root.glob(f"*/{SHEET}")))


def compile_scenario(folder: Path) -> Scenario:
    """Compile one scenario, without checking it."""
    records = [compile_record(read_source(path)) for path in sorted(folder.glob("*.gold"))]
    records.sort(key=_order)
    sheet = read_sheet(folder / SHEET)
    return Scenario(folder.name, tuple(records), sheet, incidents_of(sheet))


def _order(record: Record) -> tuple[str, str]:
    """Sort by the day of publication; within a day by name."""
    return record.report.published.isoformat(), record.report.id


def build(folder: Path) -> Scenario:
    """Compile and check one scenario."""
    scenario = compile_scenario(folder)
    if faults := problems(scenario):
        raise SourceError("\n".join(faults))
    return scenario


def files(scenario: Scenario) -> dict[str, str]:
    """Write out what a scenario's sources say, by file name."""
    return {
        "reports.jsonl": encode(scenario.records),
        "incidents.json": encode_incidents(scenario.incidents),
    }


def encode_incidents(incidents: tuple[Incident, ...]) -> str:
    """Write the incidents as JSON."""
    content = msgspec.json.encode({"incidents": incidents})
    return msgspec.json.format(content, indent=1).decode() + "\n"


def stale(folder: Path, scenario: Scenario) -> list[str]:
    """List the files that are not what the sources say."""
    return [
        f"{folder.name}/{name}"
        for name, content in files(scenario).items()
        if not (folder / name).exists() or (folder / name).read_text(encoding="utf-8") != content
    ]


def handle(folder: Path, *, is_check: bool) -> str:
    """Build a scenario and write it, or check that its files are up to date; sum it up."""
    scenario = build(folder)
    if is_check and (old := stale(folder, scenario)):
        message = f"not up to date, run the build without --check: {', '.join(old)}"
        raise SourceError(message)
    if not is_check:
        for name, content in files(scenario).items():
            (folder / name).write_text(content, encoding="utf-8")
    return f"{folder.name}: {summary(scenario.records)}, {len(scenario.incidents)} incidents"


def main(arguments: list[str]) -> int:
    """Build every scenario; the exit code is 1 where one is at fault."""
    code = 0
    for folder in folders():
        try:
            sys.stdout.write(f"{handle(folder, is_check='--check' in arguments)}\n")
        except SourceError as error:
            sys.stderr.write(f"{error}\n")
            code = 1
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
